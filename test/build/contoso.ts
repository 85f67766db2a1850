import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleMarker } from '../../src/node/place';
import { projectRoot } from '../gates/sources';

/** What a part of the sample is cut from. */
interface Contoso {
  readonly hosts: readonly object[];
  readonly adfsFarms: readonly { readonly name: string }[];
}

/** A folder below `home` with a part of contoso, which is rehearsed only. @returns its path */
export function partOfContoso(home: string, part: (sample: Contoso) => Partial<Contoso>): string {
  const folder = join(home, 'contoso');
  const sample = JSON.parse(readFileSync(join(projectRoot, 'samples', 'contoso', 'farm.json'), 'utf8')) as Contoso;
  mkdirSync(folder);
  const farm = { name: 'Contoso', targetVersion: '8.0.1.1', ...part(sample) };
  writeFileSync(join(folder, 'farm.json'), JSON.stringify(farm));
  writeFileSync(join(folder, sampleMarker), '');
  return folder;
}

/** The AD FS farm EMEA, with one server in front of it. */
export function emeaFolder(home: string): string {
  return partOfContoso(home, ({ hosts, adfsFarms }) => ({
    hosts: hosts.slice(0, 1),
    adfsFarms: adfsFarms.filter(({ name }) => name === 'EMEA'),
  }));
}
