// One start of a rehearsal by the command line's own code, in a process that may be killed:
// `FARM DIR PROGRAM [decide=KEY=VALUE|fault=SPEC ...]`. Its answer is one line of JSON on stdout.
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { rehearseVerb } from '../../src/cli/rehearse';
import { readRunbooks } from '../../src/node/runbooks';
import { systemClock } from '../../src/node/systemClock';

const [farm = '', dir = '', program = '', ...more] = process.argv.slice(2);
const given = (name: string): readonly string[] =>
  more.filter((text) => text.startsWith(`${name}=`)).map((text) => text.slice(name.length + 1));

async function main(): Promise<void> {
  const answer = await rehearseVerb(farm, { dir, decide: given('decide'), fault: given('fault') }, program, {
    runbooks: await readRunbooks(join(program, 'runbooks.json')),
    extensionVersion: '0.1.0',
    clock: systemClock,
    actor: { user: 'anna', computer: hostname() },
    newId: randomUUID,
  });
  writeSync(1, `${JSON.stringify(answer)}\n`);
}

void main();
