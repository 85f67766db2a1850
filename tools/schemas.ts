// Turns schemas/farm.schema.json into a validator that needs no library, for src/core: `tsx tools/schemas.ts`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import standaloneCode from 'ajv/dist/standalone';

const root = dirname(__dirname);
const source = join(root, 'schemas', 'farm.schema.json');
const target = join(root, 'src', 'core', 'farm', 'generated', 'validateFarm.js');

/** `verbose` gives each error its value and the schema around it: core makes its own sentences of them. */
const options = { allErrors: true, verbose: true, messages: false, code: { source: true, esm: true, lines: true } };

/** Descriptions are for people in an editor: the validator that ships does without them. */
const schema = JSON.parse(readFileSync(source, 'utf8'), (key, value: unknown) =>
  key === 'description' ? undefined : value,
) as { readonly $id: string };
const ajv = new Ajv2020({ ...options, schemas: [schema] });
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, standaloneCode(ajv, { validateFarm: schema.$id }));
