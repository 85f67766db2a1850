import { t } from '@vscode/l10n';
import type { PlanStep } from '../../core/plan/plan';
import type { Finding } from '../../core/report/finding';
import { visibleSentence } from '../../core/report/visible';
import { detailLines } from '../../core/runbook/details';
import type { StepProgress } from '../../core/upgrade/stepProgress';
import type { OpenView } from '../../node/folderView';
import type { Block, Section } from '../../../webview-ui/messages';
import { shownFinding } from '../webview/shownFinding';
import { decisionLines } from './decisionLines';
import { evidenceRows } from './evidenceRows';
import { linesAfter, linesBefore } from './neighbours';
import { outageLedger, type OutageBudget } from './outageLines';
import { richText } from './richText';
import { addressesOf, shownSources } from './sources';
import { stepCommand } from './stepCommand';
import { stopLines } from './stopLines';

/** The parts of a step's page in the order in which people need them. A part with nothing in it is left out. */
export function sectionsOf(view: OpenView & OutageBudget, at: StepProgress): readonly Section[] {
  const { progress, pinned } = view;
  const { step } = at;
  const { text, details } = step.definition;
  const addresses = addressesOf(step.definition, pinned.runbook);
  const markdown = (source: string): readonly Block[] =>
    source.trim() === '' ? [] : [{ kind: 'text', text: richText(source, addresses) }];
  const here = details.flatMap((name) => detailLines(name, progress.plan.farm, step.target)).map(visibleSentence);
  const evidence = at.state === 'done' && at.evidence ? evidenceRows(at.evidence) : [];
  const sources = shownSources(step.definition, pinned.runbook);
  const parts = [
    part('inhibitors', t('What stands in the way'), findings(at.inhibitors)),
    part('findings', t('What was found'), findings(at.findings)),
    part(
      'decision',
      t('As it stands'),
      step.decides === undefined ? [] : lines(decisionLines(step.decides, progress.plan)),
    ),
    part('todo', t('What to do'), markdown(text.whatToDo)),
    part('here', t('In this farm'), lines(here)),
    part('command', t('Command'), command(view, at)),
    part('outage', t('Without MFA'), lines(outageLedger(view, step.id))),
    part('see', t('You should see'), markdown(text.whatYouShouldSee)),
    part('stop', t('If you stop now'), lines(progress.upgrade ? stopLines(view) : [])),
    part('before', t('This waits for'), lines(linesBefore(at, progress))),
    part('after', t('Waits for this'), lines(linesAfter(at, progress))),
    part('evidence', t('Evidence'), evidence.length === 0 ? [] : [{ kind: 'table', rows: evidence }]),
    folded('why', t('Why'), markdown(text.why)),
    folded('wrong', t('If it goes wrong'), markdown(text.ifItGoesWrong)),
    folded('back', t('Way back'), markdown(text.wayBack)),
    folded('sources', t('Sources'), sources.length === 0 ? [] : [{ kind: 'sources', sources }]),
  ];
  return parts.filter(({ blocks }) => blocks.length > 0);
}

function part(id: string, heading: string, blocks: readonly Block[]): Section {
  return { id, heading, folded: false, blocks };
}

function folded(id: string, heading: string, blocks: readonly Block[]): Section {
  return { id, heading, folded: true, blocks };
}

function lines(shown: readonly string[]): readonly Block[] {
  return shown.length === 0 ? [] : [{ kind: 'lines', lines: shown }];
}

function command({ progress }: OpenView, { step }: StepProgress): readonly Block[] {
  const text = stepCommand(step, progress);
  if (text === undefined) return [];
  return [{ kind: 'command', text, copy: t('Copy'), copied: t('Copied') }, ...verification(step)];
}

function verification({ definition: { verify } }: PlanStep): readonly Block[] {
  if (verify === undefined) return [];
  const words = t('Afterwards {0} looks at the host again. Only its yes makes the step done.', verify);
  return [{ kind: 'text', text: [{ tag: 'p', children: [words] }] }];
}

function findings(found: readonly Finding[]): readonly Block[] {
  return found.length === 0 ? [] : [{ kind: 'findings', findings: found.map(shownFinding) }];
}
