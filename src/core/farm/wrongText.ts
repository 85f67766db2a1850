import { mistake, quoted, type Mistake } from './mistake';
import { beyondAscii, hostNameProblem, nameProblem } from './names';
import { folderNameProblem, localPathProblem } from './paths';

/** What each pattern of the schema means: the mistake, when a text does not fit. */
const explanations: ReadonlyMap<string, (text: string, pointer: string) => Mistake> = new Map([
  ['hostName', wrongHostName],
  ['name', wrongName],
  ['version', wrongVersion],
  ['localPath', wrongPath],
  ['virtualDirectory', wrongVirtualDirectory],
  ['site', wrongSite],
  ['providerName', wrongProvider],
  ['folderName', wrongFolder],
]);

/**
 * What is wrong with a text that the schema refused.
 * @param definition the name below `$defs` of schemas/farm.schema.json whose pattern it is
 * @throws when nothing here explains that pattern: a schema that has grown
 */
export function wrongText(definition: string, text: string, pointer: string): Mistake {
  const explain = explanations.get(definition);
  if (!explain) throw new Error(`Nothing explains the pattern of ${definition} in the farm schema.`);
  return explain(text, pointer);
}

function wrongHostName(text: string, pointer: string): Mistake {
  const message = `${quoted(text)} ${hostNameProblem(text) ?? 'is no DNS name'}.`;
  const remedy = 'Write the DNS name of the host: letters, digits, - and _, with dots between its parts.';
  return mistake('FarmHostName', pointer, message, remedy);
}

function wrongName(text: string, pointer: string): Mistake {
  const message = `${quoted(text)} ${nameProblem(text) ?? 'is no name'}.`;
  return mistake('FarmName', pointer, message, 'Use 1 to 64 letters, digits, blanks, - _ and dots.');
}

function wrongVersion(text: string, pointer: string): Mistake {
  const remedy = 'Write two to four numbers with dots between them, such as 8.0.1.1.';
  return mistake('FarmVersion', pointer, `${quoted(text)} is no version.`, remedy);
}

function wrongPath(text: string, pointer: string): Mistake {
  const message = `${quoted(text)} ${localPathProblem(text) ?? 'is no full path'}.`;
  const remedy = 'Write the full path on the host itself, each backslash twice, such as "D:\\\\MFA\\\\".';
  return mistake('FarmInstallPath', pointer, message, remedy);
}

function wrongVirtualDirectory(text: string, pointer: string): Mistake {
  const remedy = 'Use its name in IIS, without slashes: letters, digits, - _ and dots, 128 at most.';
  return mistake('FarmVirtualDirectory', pointer, `${quoted(text)} is no name of a virtual directory.`, remedy);
}

function wrongSite(text: string, pointer: string): Mistake {
  const remedy = 'Use its name in IIS, such as "Default Web Site".';
  return mistake('FarmSite', pointer, `${quoted(text)} is no name of an IIS site.`, remedy);
}

function wrongProvider(text: string, pointer: string): Mistake {
  const remedy = 'Use the name that the AD FS farm itself shows for the adapter.';
  const message = `${quoted(text)} ${beyondAscii(text) ?? 'is no name of a provider'}.`;
  return mistake('FarmProviderName', pointer, message, remedy);
}

function wrongFolder(text: string, pointer: string): Mistake {
  const message = `${quoted(text)} ${folderNameProblem(text) ?? 'is no name of a folder'}.`;
  return mistake('FarmThemeName', pointer, message, 'Use the name of a folder below App_Themes, without a path.');
}
