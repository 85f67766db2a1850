import { commands, workspace, type Disposable } from 'vscode';
import { notTrusted } from '../run/runner';
import { showFindings } from '../show';
import { beginStep } from './beginStep';
import { checkThisComputer } from './checkThisComputer';
import type { Command, Desk } from './command';
import { compareConfiguration } from './compareConfiguration';
import { decide } from './decide';
import { filterChecklist, showAllSteps, showThisHost } from './filterChecklist';
import { findOut } from './findOut';
import { markAsDone } from './markAsDone';
import { openPowerShellOnHost, openRemoteDesktop } from './openHost';
import { openSampleFarm } from './openSampleFarm';
import { override } from './override';
import { previewCommand } from './previewCommand';
import { publish } from './publish';
import { rehearseCommand } from './rehearse';
import { reopen } from './reopen';
import { reviewChanges } from './reviewChanges';
import { runElevated, runStep, whatIf } from './runStep';
import { runUntilNeeded } from './runUntilNeeded';
import { showTerminal } from './showTerminal';
import { skip } from './skip';
import { undo } from './undo';

const all: readonly Command[] = [
  beginStep,
  checkThisComputer,
  compareConfiguration,
  decide,
  filterChecklist,
  findOut,
  markAsDone,
  openPowerShellOnHost,
  openRemoteDesktop,
  openSampleFarm,
  override,
  previewCommand,
  publish,
  rehearseCommand,
  reopen,
  reviewChanges,
  runElevated,
  runStep,
  runUntilNeeded,
  showAllSteps,
  showTerminal,
  showThisHost,
  skip,
  undo,
  whatIf,
];

/** Registers every command. What one throws is a fault of ours: it is logged and said once, and leaves the others working. */
export function registerCommands(desk: Desk, tell: (error: unknown) => void): readonly Disposable[] {
  return all.map((command) =>
    commands.registerCommand(command.id, async (argument: unknown) => {
      try {
        if (command.needsTrust && !workspace.isTrusted) showFindings([notTrusted()]);
        else await command.run(desk, argument);
      } catch (error) {
        tell(error);
      }
    }),
  );
}
