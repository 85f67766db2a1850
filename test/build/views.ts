import type { Progress } from '../../src/core/upgrade/progress';
import type { OpenView } from '../../src/node/folderView';

/** The view of an upgrade that stands like this, with a whole journal and nothing to say. */
export function anOpenView(progress: Progress, pinned: OpenView['pinned']): OpenView {
  const journal = { records: [], condition: 'whole', findings: [] } as unknown as OpenView['journal'];
  return {
    kind: 'open',
    progress,
    pinned,
    farm: {},
    journal,
    findings: [],
    canWrite: true,
    drifts: [],
    lostPin: false,
    life: new Map(),
    rehearsed: new Map(),
  };
}
