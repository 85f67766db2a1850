import type { Farm } from '../farm/farm';
import { adfsFarmOfNode, hostNamed, mfaServers, poolsOf, serverOn } from '../farm/hosts';
import type { Duty } from './duties';
import type { Progress } from './progress';

/** What an open duty means for people now: what does not work, and who carries on. One line a reader can read aloud. */
export function dutyWords(
  { name, target }: Duty,
  { plan: { farm }, duties }: Pick<Progress, 'plan' | 'duties'>,
): string {
  switch (name) {
    case 'drained':
      return drainedWords(farm, target, duties);
    case 'freeze':
      return 'Nobody changes users and settings: the change freeze holds.';
    case 'adfs-quiet':
      return 'Nobody else changes AD FS, and its nodes are not patched.';
    case 'adapter-off':
      return adapterWords(farm, target);
    case 'poll-duration':
      return `${target} asks the AD FS primary more often than before.`;
    case 'restart':
      return `${target} has to be restarted before anything else is changed there.`;
    default:
      return `${name} is open on ${target}.`;
  }
}

function drainedWords(farm: Farm, target: string, duties: readonly Duty[]): string {
  const drained = new Set(duties.filter(({ name }) => name === 'drained').map((duty) => duty.target));
  const others = new Set(poolsOf(farm, target).flatMap(({ members }) => members));
  if (serverOn(hostNamed(farm, target))) for (const { name } of mfaServers(farm)) others.add(name);
  for (const node of adfsFarmOfNode(farm, target)?.nodes ?? []) others.add(node);
  const carrying = [...others].filter((name) => name !== target && !drained.has(name));
  const rest =
    carrying.length === 0
      ? 'Nobody carries its part.'
      : `${carrying.join(', ')} ${carrying.length === 1 ? 'carries' : 'carry'} on.`;
  return `${target} takes no requests. ${rest}`;
}

function adapterWords(farm: Farm, node: string): string {
  const adfs = adfsFarmOfNode(farm, node);
  const partners = adfs?.interchangeableWith ?? [];
  return partners.length > 0
    ? `${adfs?.name ?? node} has no second factor; ${partners.join(', ')} asks for it meanwhile.`
    : `People of ${adfs?.name ?? node} sign in without a second factor, or not at all.`;
}
