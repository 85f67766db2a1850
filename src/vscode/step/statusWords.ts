import { t } from '@vscode/l10n';
import { visible, visibleSentence } from '../../core/report/visible';
import type { Progress } from '../../core/upgrade/progress';
import type { StepProgress, StepState } from '../../core/upgrade/stepProgress';
import type { OpenView } from '../../node/folderView';
import type { StepStatus, Tone } from '../../../webview-ui/messages';
import { clockTime, localTime } from './localTime';
import { stepName } from './neighbours';

type Rehearsed = OpenView['rehearsed'];

const tones: Readonly<Record<StepState, Tone>> = {
  blocked: 'plain',
  ready: 'plain',
  running: 'plain',
  done: 'good',
  attested: 'good',
  skipped: 'plain',
  failed: 'bad',
  unknown: 'caution',
  overridden: 'caution',
};

/** How a step stands, in one line: state, since when, by whom, and the one fact that matters with it. */
export function statusOf(
  at: StepProgress,
  { progress, rehearsed }: Pick<OpenView, 'progress' | 'rehearsed'>,
): StepStatus {
  const tone =
    at.state === 'done' && at.findings.some(({ severity }) => severity === 'inhibitor') ? 'bad' : tones[at.state];
  return { tone, words: [stateWords(at, progress), usual(at, rehearsed)].filter((part) => part !== '').join(' · ') };
}

function stateWords(at: StepProgress, progress: Progress): string {
  const when = whenAndWho(at);
  const said = visibleSentence(at.said ?? '');
  switch (at.state) {
    case 'blocked':
      return blockedWords(at, progress, 3);
    case 'ready':
      return t('ready');
    case 'running':
      return t('running since {0}', when);
    case 'done':
      return at.step.kind === 'decide'
        ? [t('decided: {0}', said), when].filter(Boolean).join(', ')
        : t('done {0}', when);
    case 'failed':
      return t('failed {0}', when);
    case 'unknown':
      return unknownWords(at, progress, when);
    case 'attested':
      return t('seen to be done {0}: {1}', when, said);
    case 'skipped':
      return t('skipped {0}: {1}', when, said);
    case 'overridden':
      return t('overridden {0}: {1}', when, said);
  }
}

function whenAndWho({ since, by }: StepProgress): string {
  const when = since === undefined ? '' : localTime(since);
  return by === undefined ? when : t('{0} by {1} on {2}', when, visible(by.user), visible(by.computer));
}

/** Why a step is blocked: the first few steps that it waits for, or what stands in the way on its host. */
export function blockedWords(
  { step, waitsFor, inhibitors }: StepProgress,
  progress: Progress,
  shownWaits: number,
): string {
  const names = waitsFor.map((id) => stepName(id, step.target, progress));
  if (names.length === 0) return t('blocked by {0}', visibleSentence(inhibitors[0]?.message ?? ''));
  const more = names.length - shownWaits;
  const first = names.slice(0, shownWaits).join(', ');
  return more > 0 ? t('waits for {0} and {1} more', first, more) : t('waits for {0}', first);
}

/** A record that was reopened says why; what was built on it names the step. */
function unknownWords(at: StepProgress, progress: Progress, when: string): string {
  if (at.said === undefined) return t('unknown since {0}: nobody knows how it ended', when);
  const reopened = progress.plan.steps.find(({ id }) => id === at.said);
  if (!reopened) return t('unknown since {0}: {1}', when, visibleSentence(at.said));
  return t('unknown: it was built on {0}, which was reopened', stepName(reopened.id, at.step.target, progress));
}

/** Whole minutes that a step took in the rehearsal of this farm, else those of its file; undefined where neither says any. */
function usualMinutes({ step }: StepProgress, rehearsed: Rehearsed): number | undefined {
  const played = rehearsed.get(step.id) ?? 0;
  return played > 0 ? Math.max(1, Math.round(played)) : step.definition.minutes;
}

/** What it usually takes; while it runs also until when nobody has to wonder that it says nothing. */
function usual(at: StepProgress, rehearsed: Rehearsed): string {
  const minutes = usualMinutes(at, rehearsed);
  const isAhead = at.state === 'ready' || at.state === 'running' || at.state === 'blocked';
  if (!isAhead || minutes === undefined) return '';
  const until = at.state === 'running' ? normalUntil(at, rehearsed) : undefined;
  const usually = t('usually {0} min', minutes);
  return until === undefined ? usually : `${usually} · ${t('silence is normal until {0}', until)}`;
}

/** The time of day until which a running step may be silent: its usual duration from its start. */
export function normalUntil(at: StepProgress, rehearsed: Rehearsed): string | undefined {
  const minutes = usualMinutes(at, rehearsed);
  const { since } = at;
  if (minutes === undefined || since === undefined) return undefined;
  return clockTime(new Date(Date.parse(since) + minutes * 60_000).toISOString());
}
