import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { version } from '../../package.json';
import { checkJournal } from '../node/journalCheck';
import type { World } from '../node/upgradeFolder';
import { thisWorld } from '../node/world';
import { notPossible, print, type Answer } from './answer';
import { compareVerb } from './compare';
import { mergeVerb } from './merge';
import { planVerb } from './plan';
import { rehearseVerb } from './rehearse';
import { settleVerb } from './settle';
import { statusVerb } from './status';

interface JsonOption {
  readonly json?: true;
}

/** A switch that follows an option is never its value: a file of such a name is given as ./--name. */
function valueOf(value: string): string {
  if (value.startsWith('--')) throw new InvalidArgumentError(`${value} is no value.`);
  return value;
}

const several = (value: string, before: readonly string[]): readonly string[] => [...before, valueOf(value)];

const world = (): Promise<World> => thisWorld(__dirname, version);

/** Defines a verb whose answer is printed; `--json` is the same for all of them. */
function verb(program: Command, usage: string, description: string): Command {
  return program.command(usage).description(description).option('--json', 'print one JSON document and nothing else');
}

async function answerTo(question: () => Promise<Answer>, { json }: JsonOption): Promise<void> {
  print(await question(), json === true);
}

function makeProgram(): Command {
  const program = new Command('mfa-upgrade').version(version).exitOverride();
  program.description('Plans an upgrade of an on-premises MFA Server farm and shows where it stands.');
  verb(program, 'plan <farm>', 'print the checklist that a farm.json gives')
    .option('--decide <key=value>', 'take this decision for this one plan; may be repeated', several, [])
    .option('--diff <otherfarm>', 'print what another farm.json changes in the plan', valueOf)
    .action(async (farm: string, options: JsonOption & { decide: string[]; diff?: string }) => {
      await answerTo(async () => planVerb(farm, options, (await world()).runbooks), options);
    });
  verb(program, 'compare <old> <new>', 'show what differs between two config files').action(
    async (old: string, fresh: string, options: JsonOption) => {
      await answerTo(() => compareVerb(old, fresh), options);
    },
  );
  verb(program, 'merge <old> <new>', 'write the new config file with the values of the old one')
    .requiredOption('--out <file>', 'the file to write', valueOf)
    .option('--take <choice>', '[LOCATION|]SECTION/NAME=old or =new; may be repeated', several, [])
    .action(async (old: string, fresh: string, options: JsonOption & { out: string; take: string[] }) => {
      await answerTo(() => mergeVerb(old, fresh, options), options);
    });
  verb(program, 'rehearse <farm>', 'play the whole upgrade on a simulated farm')
    .option('--dir <dir>', 'the folder of the rehearsal', valueOf)
    .option('--decide <key=value>', 'take this decision; may be repeated', several, [])
    .option('--fault <spec>', 'HOST:PROGRAM=CODE, what is to go wrong; may be repeated', several, [])
    .action(async (farm: string, options: JsonOption & { decide: string[]; fault: string[]; dir?: string }) => {
      await answerTo(async () => rehearseVerb(farm, options, __dirname, await world()), options);
    });
  verb(program, 'status <dir>', 'show where an upgrade stands').action(async (dir: string, options: JsonOption) => {
    await answerTo(async () => statusVerb(dir, await world()), options);
  });
  verb(program, 'settle <dir> <step>', 'find out how a step stands of which nobody knows').action(
    async (dir: string, step: string, options: JsonOption) => {
      await answerTo(async () => settleVerb(dir, step, __dirname, await world()), options);
    },
  );
  verb(program, 'verify-journal <dir>', 'check that the records of an upgrade are whole').action(
    async (dir: string, options: JsonOption) => {
      await answerTo(() => checkJournal(dir), options);
    },
  );
  return program;
}

/** Wrong use: commander has already written its sentence to stderr; with `--json` the same sentence is a finding. */
function wrongUse(error: CommanderError, args: readonly string[]): void {
  if (error.exitCode === 0) return;
  process.exitCode = 2;
  if (!args.includes('--json')) return;
  const message = error.message.replace(/^error: /, '');
  print(notPossible([{ code: 'WrongUse', severity: 'error', message, remedy: 'See mfa-upgrade --help.' }]), true);
}

async function main(args: readonly string[]): Promise<void> {
  try {
    await makeProgram().parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    wrongUse(error, args);
  }
}

/** A reader that has seen enough (`| head`) is no fault. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
void main(process.argv.slice(2));
