import {
  ProcessExecution,
  Task,
  TaskPanelKind,
  TaskRevealKind,
  TaskScope,
  tasks,
  window,
  type Disposable,
  type TaskExecution,
  type Terminal,
} from 'vscode';
import { ok, refused, type Result } from '../../core/report/result';
import { runArguments, type PowerShell } from '../../node/powershell';
import { runEnvironment, type PreparedRun } from '../../node/runFolder';
import { outputChannelName, taskType } from '../ids';
import { shownText } from '../shownText';

const startLimitMs = 30_000;

/** A run that has really started: its process, and when it has ended. */
export interface StartedTask {
  readonly processId: number;
  /** Exit code; undefined where VS Code does not know it (the window was reloaded, the terminal was closed). */
  readonly ended: Promise<number | undefined>;
}

/** Starts a prepared run as a task in a terminal of its own. `executeTask` resolving is no start: the process is waited for. */
export async function startTask(
  run: PreparedRun,
  powershell: PowerShell,
  programFolder: string,
  script?: string,
): Promise<Result<StartedTask>> {
  const unusable = [run.folder, programFolder].find((path) => path.includes('${'));
  if (unusable !== undefined) return refused([pathUnusable(unusable)]);
  const task = makeTask(run, powershell, programFolder, script);
  const watch = watchTask(run.request.run);
  try {
    await tasks.executeTask(task);
  } catch (error) {
    watch.dispose();
    return refused([notStarted(error instanceof Error ? error.message : String(error))]);
  }
  const processId = await watch.started;
  if (processId !== undefined) return ok({ processId, ended: watch.ended });
  watch.dispose();
  return refused([notStarted('No process came within 30 seconds.')]);
}

function makeTask(run: PreparedRun, powershell: PowerShell, programFolder: string, script?: string): Task {
  const { request } = run;
  const rehearsal = request.mode === 'rehearsal' ? 'REHEARSAL ' : '';
  const whatIf = request.whatIf ? ' (what if)' : '';
  const execution = new ProcessExecution(powershell.path, [...runArguments(programFolder, script)], {
    cwd: programFolder,
    env: { ...runEnvironment(run) },
  });
  const definition = { type: taskType, run: request.run }; // another run is another definition: an equal one would not start
  const task = new Task(
    definition,
    TaskScope.Workspace,
    `${rehearsal}${request.title} · ${shownText(request.target)}${whatIf}`,
    outputChannelName,
    execution,
    [],
  );
  task.isBackground = true; // else the terminal is gone after a reload
  task.presentationOptions = {
    reveal: TaskRevealKind.Always,
    focus: false,
    panel: TaskPanelKind.Dedicated,
    showReuseMessage: false,
    clear: false,
    echo: false,
    close: false,
  };
  return task;
}

interface TaskWatch extends Disposable {
  /** Process id; undefined when none came within the limit. */
  readonly started: Promise<number | undefined>;
  readonly ended: Promise<number | undefined>;
}

function watchTask(run: string): TaskWatch {
  const isOurs = (execution: TaskExecution): boolean => execution.task.definition['run'] === run;
  const listeners: Disposable[] = [];
  const dispose = (): void => {
    for (const listener of listeners.splice(0)) listener.dispose();
  };
  const started = new Promise<number | undefined>((resolve) => {
    const limit = setTimeout(() => {
      resolve(undefined);
    }, startLimitMs);
    listeners.push({
      dispose: () => {
        clearTimeout(limit);
      },
    });
    listeners.push(
      tasks.onDidStartTaskProcess(({ execution, processId }) => {
        if (isOurs(execution)) resolve(processId);
      }),
    );
  });
  const ended = new Promise<number | undefined>((resolve) => {
    listeners.push(
      tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
        if (!isOurs(execution)) return;
        dispose();
        resolve(exitCode);
      }),
    );
  });
  return { started, ended, dispose };
}

/** The terminal of a process, while it is open. */
export async function terminalOf(processId: number): Promise<Terminal | undefined> {
  for (const terminal of window.terminals) if ((await terminal.processId) === processId) return terminal;
  return undefined;
}

/** VS Code replaces `${...}` in a task's arguments and environment, and `${command:...}` runs a command. */
function pathUnusable(path: string): Parameters<typeof refused>[0][number] {
  return {
    code: 'PathUnusable',
    severity: 'error',
    message: `The path ${path} holds "\${", which VS Code would replace.`,
    remedy: 'Move the folder to a path without it.',
  };
}

function notStarted(why: string): Parameters<typeof refused>[0][number] {
  return {
    code: 'RunNotStarted',
    severity: 'error',
    message: `The terminal did not start. ${why}`,
    remedy: 'Look at the setting mfaUpgrade.powershell.path and at the output channel, then run the step again.',
  };
}
