import { join } from 'node:path';
import {
  ExtensionMode,
  window,
  workspace,
  type Disposable,
  type ExtensionContext,
  type LogOutputChannel,
} from 'vscode';
import { version } from '../package.json';
import { isSample, placeOf } from './node/place';
import { UpgradeFolder } from './node/upgradeFolder';
import { thisWorld } from './node/world';
import { askPerson, type Ask } from './vscode/ask';
import { takeCheckbox } from './vscode/checklist/checkboxes';
import type { Filter } from './vscode/checklist/filter';
import { showHeading } from './vscode/checklist/heading';
import { ChecklistTree } from './vscode/checklist/tree';
import { registerCommands } from './vscode/commands/all';
import { ComparePage } from './vscode/compare/comparePage';
import { askToGoOnHere } from './vscode/goOnHere';
import { outputChannelName, viewIds } from './vscode/ids';
import { problems } from './vscode/language/problems';
import { Operator } from './vscode/run/operator';
import { Runner } from './vscode/run/runner';
import { Session, type TestDesk } from './vscode/session';
import { statusBar } from './vscode/statusBar/statusBar';
import { StepPage } from './vscode/step/stepPage';
import { tellOf } from './vscode/show';
import { ShownTexts } from './vscode/shownTexts';
import { watch } from './vscode/watch';

/** Wires the faces to the session; decides nothing. Exports nothing, but in test mode hands out the desk. */
export async function activate(context: ExtensionContext): Promise<TestDesk | undefined> {
  const programFolder = join(context.extensionPath, 'dist');
  const log = window.createOutputChannel(outputChannelName, { log: true });
  const session = new Session(await openFolder(programFolder), context.workspaceState, log);
  const ask: Ask = { ...askPerson };
  context.subscriptions.push(log, session, ...faces({ context, programFolder, session, ask, log }));
  await session.refresh();
  void askToGoOnHere(session, ask).then(undefined, tellOf(log));
  return context.extensionMode === ExtensionMode.Test ? { session, ask } : undefined;
}

async function openFolder(programFolder: string): Promise<UpgradeFolder | undefined> {
  const folder = workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file')?.uri.fsPath;
  if (folder === undefined) return undefined;
  const place = placeOf(folder, (await isSample(folder)) ? 'rehearsal' : 'production');
  return new UpgradeFolder(place, await thisWorld(programFolder, version));
}

interface Wired {
  readonly context: ExtensionContext;
  readonly programFolder: string;
  readonly session: Session;
  readonly ask: Ask;
  readonly log: LogOutputChannel;
}

function faces({ context, programFolder, session, ask, log }: Wired): readonly Disposable[] {
  const tree = new ChecklistTree(session);
  const view = window.createTreeView(viewIds.checklist, {
    treeDataProvider: tree,
    manageCheckboxStateManually: true,
    showCollapseAll: true,
  });
  const page = new StepPage({ session, extensionUri: context.extensionUri });
  const texts = new ShownTexts();
  const showText = texts.show.bind(texts);
  const { extensionUri, workspaceState: memory } = context;
  const comparePage = new ComparePage({ session, ask, extensionUri, memory, log, showText });
  const operator = new Operator(programFolder, log);
  const desk = {
    context,
    programFolder,
    session,
    ask,
    log,
    operator,
    runner: new Runner(session, ask, programFolder, log),
    showStep: page.show.bind(page),
    comparison: comparePage,
    showText,
    checklist: {
      targetOf: tree.targetOf.bind(tree),
      show: (filter: Filter | undefined) => {
        tree.show(filter);
        heading();
      },
    },
  };
  const tell = tellOf(log);
  const heading = (): void => void showHeading(session, view, tree.shownPart).then(undefined, tell);
  return [
    tree,
    view,
    page,
    comparePage,
    texts,
    operator,
    view.onDidChangeCheckboxState((event) => void takeCheckbox(event, session, tree).then(undefined, tell)),
    view.onDidChangeSelection(({ selection: [row] }) => {
      if (row !== undefined) page.follow(tree.stepOf(row));
    }),
    session.onDidChange(heading),
    workspace.onDidGrantWorkspaceTrust(heading),
    statusBar(session),
    problems(session),
    watch(session),
    ...registerCommands(desk, tell),
  ];
}
