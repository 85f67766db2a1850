import type { Farm } from '../farm/farm';
import { adfsFarmOfNode, adfsPoolsOf, hostNamed, mfaServers, poolsOf, serverOn } from '../farm/hosts';
import { adfsFarmOfDuty, type Duty } from './duties';
import type { Progress } from './progress';

/** What an open duty means for people now: what does not work, and who carries on. One line a reader can read aloud. */
export function dutyWords(duty: Duty, { plan, duties }: Pick<Progress, 'plan' | 'duties'>): string {
  const { name, target } = duty;
  const { farm } = plan;
  switch (name) {
    case 'drained':
      return drainedWords(duty, { plan, duties });
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

function drainedWords(duty: Duty, { plan, duties }: Pick<Progress, 'plan' | 'duties'>): string {
  const { target } = duty;
  const adfs = adfsFarmOfDuty(plan, duty);
  const drained = new Set(duties.filter(({ name }) => name === 'drained').map((other) => other.target));
  const others = adfs ? besideNode(plan.farm, target) : besideHost(plan.farm, target);
  const carrying = [...new Set(others)].filter((name) => name !== target && !drained.has(name));
  const rest =
    carrying.length === 0
      ? 'Nobody carries its part.'
      : `${carrying.join(', ')} ${carrying.length === 1 ? 'carries' : 'carry'} on.`;
  return `${target} takes no ${adfs ? `sign-ins of ${adfs.name}` : 'requests'}. ${rest}`;
}

/** Who carries on for a node that is out while AD FS changes: nobody else has anything to do with it. */
function besideNode(farm: Farm, node: string): readonly string[] {
  return [...adfsPoolsOf(farm, node).flatMap(({ members }) => members), ...(adfsFarmOfNode(farm, node)?.nodes ?? [])];
}

function besideHost(farm: Farm, host: string): readonly string[] {
  const servers = serverOn(hostNamed(farm, host)) ? mfaServers(farm).map(({ name }) => name) : [];
  const nodes = adfsFarmOfNode(farm, host)?.nodes ?? [];
  return [...poolsOf(farm, host).flatMap(({ members }) => members), ...servers, ...nodes];
}

function adapterWords(farm: Farm, node: string): string {
  const adfs = adfsFarmOfNode(farm, node);
  const partners = adfs?.interchangeableWith ?? [];
  return partners.length > 0
    ? `${adfs?.name ?? node} has no second factor; ${partners.join(', ')} asks for it meanwhile.`
    : `People of ${adfs?.name ?? node} sign in without a second factor, or not at all.`;
}
