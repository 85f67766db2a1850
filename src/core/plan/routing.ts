import type { Farm } from '../farm/farm';
import { hostNamed, mfaServers, serverOn } from '../farm/hosts';
import { compareVersions } from '../farm/versions';
import type { Finding } from '../report/finding';

/** Lowest version that brings the Migration Utility (source MIG); its exact builds are not public. */
const migrationVersion = '8.1';

/** The runbook that a farm goes by when nobody decides: by its agents (contracts, decision `runbook`; instructions V6-00a, PF-00a). */
export function runbookOf(farm: Farm): string {
  return hasAgents(farm) ? 'phonefactor' : 'in-place';
}

/** Why a farm cannot go by a runbook, with the one that fits; undefined when it can. Pure. */
export function misrouted(farm: Farm, runbook: string): Finding | undefined {
  if (runbook !== 'phonefactor' && hasAgents(farm))
    return misfit(
      '/hosts',
      `The farm has the PhoneFactor Agent, which has no ${runbook === 'migrate' ? 'Migration Utility' : 'upgrade in place'}.`,
      'Use the runbook phonefactor.',
    );
  if (runbook === 'phonefactor' && !hasAgents(farm))
    return misfit(
      '/hosts',
      'The farm has MFA Server, and no PhoneFactor Agent to uninstall.',
      'Use the runbook in-place.',
    );
  if (runbook === 'migrate' && compareVersions(farm.targetVersion, migrationVersion) < 0)
    return misfit(
      '/targetVersion',
      `The Migration Utility comes with MFA Server ${migrationVersion}; the target version is ${farm.targetVersion}.`,
      `Set the target version to ${migrationVersion} or later, or use the runbook in-place.`,
    );
  return undefined;
}

/** What an administrator should know about a farm that goes by a runbook: two orders for 8.1, several versions side by side, an SDK that is asked and nowhere listed. Pure. */
export function routingNotes(farm: Farm, runbook: string): readonly Finding[] {
  const versions = [...new Set(mfaServers(farm).map((host) => serverOn(host)?.version ?? ''))].sort(compareVersions);
  const isMixed = versions.some((version) => compareVersions(version, versions[0] ?? version) !== 0);
  return [
    ...(runbook === 'in-place' && compareVersions(farm.targetVersion, migrationVersion) >= 0 ? [twoOrders(farm)] : []),
    ...(isMixed ? [mixedVersions(farm, versions)] : []),
    ...(runbook === 'migrate' ? [] : unlistedSdk(farm)),
  ];
}

function hasAgents(farm: Farm): boolean {
  return farm.hosts.some((host) => host.phoneFactorAgent);
}

function misfit(pointer: string, message: string, remedy: string): Finding {
  return { code: 'RunbookDoesNotFit', severity: 'error', message, remedy, pointer };
}

/** Contradiction card: upgrade article against migration article. */
function twoOrders({ targetVersion }: Farm): Finding {
  return {
    code: 'TargetIsMigrationBuild',
    severity: 'warning',
    message: `Two orders are published for ${targetVersion}. In place: subordinates first, the old MFA master (primary) last, every component. To migrate: the MFA master (primary) first, subordinates when you like, Web Service SDK, User Portal and adapter untouched.`,
    remedy: 'Use the runbook migrate when the farm is to be left for the cloud. Go on in place only when it stays.',
    pointer: '/targetVersion',
  };
}

function mixedVersions(farm: Farm, versions: readonly string[]): Finding {
  const agents = 'No page says how agents of different versions work together.';
  const servers = 'Older servers of a mixed farm keep answering, and their administration screens may be read-only.';
  return {
    code: 'FarmMixedVersions',
    severity: 'information',
    message: `The servers run different versions: ${versions.join(', ')}. ${hasAgents(farm) ? agents : servers}`,
    remedy: 'Make changes on the MFA master (primary) only, and let the mix last no longer than this upgrade.',
    pointer: '/hosts',
  };
}

/**
 * The mobile app always asks the Web Service SDK, portals and AD FS adapters do where MFA Server is on another host (sources UP-15,
 * MA-16, ADFS): a farm file that lists none has most likely forgotten it.
 */
function unlistedSdk(farm: Farm): readonly Finding[] {
  if (farm.hosts.some((host) => host.webServiceSdk)) return [];
  const isApart = (name: string): boolean => !serverOn(hostNamed(farm, name));
  const asking = [
    ...farm.hosts.filter((host) => host.mobileAppWebService ?? (host.userPortal && isApart(host.name))),
    ...farm.adfsFarms.flatMap(({ nodes }) => nodes.filter(isApart).map((name) => ({ name }))),
  ];
  const [first] = asking;
  if (!first) return [];
  return [
    {
      code: 'FarmListsNoSdk',
      severity: 'warning',
      message: `${first.name} asks the Web Service SDK, and no host of the farm file has one. The plan has no step that updates it.`,
      remedy: 'Add webServiceSdk with its virtual directory to each MFA server that carries it.',
      pointer: '/hosts',
    },
  ];
}
