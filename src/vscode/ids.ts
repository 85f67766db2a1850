/** Every id that package.json declares and the code uses, once. A test holds both against each other. */
export const commandIds = {
  openSampleFarm: 'mfaUpgrade.openSampleFarm',
  decide: 'mfaUpgrade.decide',
  runStep: 'mfaUpgrade.runStep',
  runUntilNeeded: 'mfaUpgrade.runUntilNeeded',
  previewCommand: 'mfaUpgrade.previewCommand',
  whatIf: 'mfaUpgrade.whatIf',
  showTerminal: 'mfaUpgrade.showTerminal',
  beginStep: 'mfaUpgrade.beginStep',
  markAsDone: 'mfaUpgrade.markAsDone',
  skip: 'mfaUpgrade.skip',
  override: 'mfaUpgrade.override',
  reopen: 'mfaUpgrade.reopen',
  undo: 'mfaUpgrade.undo',
  findOut: 'mfaUpgrade.findOut',
  publish: 'mfaUpgrade.publish',
  rehearse: 'mfaUpgrade.rehearse',
  reviewChanges: 'mfaUpgrade.reviewChanges',
  checkThisComputer: 'mfaUpgrade.checkThisComputer',
  compareConfiguration: 'mfaUpgrade.compareConfiguration',
  openPowerShellOnHost: 'mfaUpgrade.openPowerShellOnHost',
  openRemoteDesktop: 'mfaUpgrade.openRemoteDesktop',
  runElevated: 'mfaUpgrade.runElevated',
  filterChecklist: 'mfaUpgrade.filterChecklist',
  showThisHost: 'mfaUpgrade.showThisHost',
  showAllSteps: 'mfaUpgrade.showAllSteps',
} as const;

export const viewIds = { container: 'mfaUpgrade', checklist: 'mfaUpgrade.checklist' } as const;

export const webviewTypes = { step: 'mfaUpgrade.step', compare: 'mfaUpgrade.compare' } as const;

export const settingIds = {
  powershellPath: 'mfaUpgrade.powershell.path',
  remoteTransport: 'mfaUpgrade.remote.transport',
  remoteThrottle: 'mfaUpgrade.remote.throttle',
  outageBudget: 'mfaUpgrade.outage.budgetMinutes',
} as const;

/**
 * `state` says which sentence an empty view shows; `drift` is there when farm.json or the runbook differs from what was agreed,
 * `filtered` while the checklist shows only some steps.
 */
export const contextKeys = {
  open: 'mfaUpgrade.open',
  mode: 'mfaUpgrade.mode',
  outage: 'mfaUpgrade.outage',
  state: 'mfaUpgrade.state',
  drift: 'mfaUpgrade.drift',
  filtered: 'mfaUpgrade.filtered',
} as const;

export const taskType = 'mfaUpgrade';
export const outputChannelName = 'MFA Upgrade';
