import { distance } from 'fastest-levenshtein';
import { pointerPart, withoutFaults, type FarmContent, type Sound } from './content';
import { validateFarm, type SchemaError } from './generated/validateFarm';
import { mistake, placeWords, quoted, sentence, type Mistake } from './mistake';
import { asciiLowerCase } from './names';
import { wrongText } from './wrongText';

/** What the schema says of a content, and the parts that it passed. */
export interface Structure {
  readonly mistakes: readonly Mistake[];
  readonly sound: Sound<FarmContent>;
}

/**
 * Checks the shape: members, types, lists of values, patterns. Takes anything; linear in its size.
 * @param twice pointers to members that stand twice in the text: nobody knows which one is meant
 */
export function checkStructure(content: unknown, twice: readonly string[] = []): Structure {
  const errors = validateFarm(content) ? [] : (validateFarm.errors ?? []);
  const unknown = errors.filter(({ keyword }) => keyword === 'additionalProperties');
  const strangers = new Map(unknown.map((error) => [pointerOf(error), meantBy(error)]));
  const misspelt = new Set(unknown.map((error) => `${error.instancePath} ${meantBy(error) ?? ''}`));
  const isMisspelt = ({ keyword, instancePath, params }: SchemaError): boolean =>
    keyword === 'required' && misspelt.has(`${instancePath} ${String(params['missingProperty'])}`);
  const told = errors.filter((error) => !isMisspelt(error)); // the wrong name is the one mistake, not the missing right one too
  const wrong = errors.filter(({ keyword }) => keyword !== 'required' && keyword !== 'additionalProperties');
  const refused = { values: new Set([...twice, ...wrong.map(pointerOf)]), strangers };
  return { mistakes: told.map(mistakeOf), sound: withoutFaults(content, refused) };
}

function pointerOf({ keyword, instancePath, params }: SchemaError): string {
  if (keyword !== 'additionalProperties') return instancePath;
  return `${instancePath}/${pointerPart(String(params['additionalProperty']))}`;
}

function mistakeOf(error: SchemaError): Mistake {
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownMember(error);
    case 'required':
      return missingMember(error);
    case 'type':
      return wrongType(error);
    case 'enum':
    case 'const':
      return unknownValue(error);
    case 'pattern':
      return wrongText(error.schemaPath.split('/').at(-2) ?? '', String(error.data), error.instancePath);
    case 'minItems':
      return emptyList(error);
    default:
      return outOfRange(error);
  }
}

/** The known member that is spelled most like an unknown one. A very long name is like none: the first is as good as any. */
function nearestOf({ params, parentSchema }: SchemaError): { readonly known: string; readonly far: number } {
  const name = asciiLowerCase(String(params['additionalProperty']).slice(0, 64));
  const byDistance = Object.keys(parentSchema.properties ?? {}).map((known) => ({
    known,
    far: distance(name, known.toLowerCase()),
  }));
  return byDistance.reduce((best, next) => (next.far < best.far ? next : best));
}

/** The known member that was surely meant by an unknown one: two letters at most are wrong, and no more than half of them. */
function meantBy(error: SchemaError): string | undefined {
  const { known, far } = nearestOf(error);
  return far <= 2 && far <= known.length / 2 ? known : undefined;
}

function unknownMember(error: SchemaError): Mistake {
  const name = quoted(String(error.params['additionalProperty']));
  const message = `${name} is not known ${whereWords(error.instancePath)}.`;
  const remedy = `The nearest known name is "${nearestOf(error).known}". Write that, or take ${name} out.`;
  return { ...mistake('FarmUnknownMember', pointerOf(error), message, remedy), part: 'name' };
}

function missingMember({ params, instancePath }: SchemaError): Mistake {
  const name = String(params['missingProperty']);
  const message = `"${name}" is missing ${whereWords(instancePath)}.`;
  return mistake('FarmMissingMember', instancePath, message, `Add "${name}".`);
}

const typeWords: ReadonlyMap<string, string> = new Map([
  ['string', 'a text in quotes'],
  ['integer', 'a whole number'],
  ['boolean', 'true or false'],
  ['object', 'a group in braces { }'],
  ['array', 'a list in brackets [ ]'],
]);

function wrongType({ schema, data, instancePath }: SchemaError): Mistake {
  const expected = typeWords.get(String(schema)) ?? String(schema);
  const message = `${subject(instancePath)} is ${valueWords(data)}, not ${expected}.`;
  return mistake('FarmWrongType', instancePath, message, `Write ${expected}.`);
}

function unknownValue({ keyword, schema, data, instancePath }: SchemaError): Mistake {
  const known = (keyword === 'enum' ? (schema as readonly unknown[]) : [schema]).map(valueWords).join(', ');
  const message = `${subject(instancePath)} is ${valueWords(data)}, which is not known.`;
  return mistake('FarmUnknownValue', instancePath, message, `Use one of: ${known}.`);
}

function emptyList({ instancePath }: SchemaError): Mistake {
  return mistake('FarmEmptyList', instancePath, `${subject(instancePath)} is empty.`, 'Name at least one.');
}

function outOfRange({ data, instancePath }: SchemaError): Mistake {
  const message = `${subject(instancePath)} is ${valueWords(data)}, which is no port.`;
  return mistake('FarmPortNumber', instancePath, message, 'Use a whole number from 1 to 65535.');
}

/** A value in a sentence. Groups and lists are named, not shown. */
function valueWords(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' && value !== null ? 'a group' : String(value);
}

/** What a pointer leads to, as the beginning of a sentence. */
function subject(pointer: string): string {
  return pointer === '' ? 'The farm file' : sentence(placeWords(pointer));
}

function whereWords(pointer: string): string {
  return pointer === '' ? 'in the farm file' : `in ${placeWords(pointer)}`;
}
