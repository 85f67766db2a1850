import assert from 'node:assert/strict';
import { messageGate } from '../../src/vscode/webview/messageGate';
import { pageHtml } from '../../src/vscode/webview/pageHtml';
import { commandIds } from '../../src/vscode/ids';
import { parseFromStepPage, parseKeptPage, stepCommands } from '../../webview-ui/messages';

describe('Messages of the Step page', () => {
  it('are taken when they are in the list, and only their known members', () => {
    assert.deepEqual(parseFromStepPage({ kind: 'ready', more: 1 }), { kind: 'ready' });
    assert.deepEqual(parseFromStepPage({ kind: 'copy', text: 'evil' }), { kind: 'copy' });
    const command = parseFromStepPage({ kind: 'command', command: 'runStep', step: 'another@host' });
    assert.deepEqual(command, { kind: 'command', command: 'runStep' });
  });

  it('are dropped when they are anything else', () => {
    const others = [
      undefined,
      null,
      'ready',
      7,
      [],
      {},
      { kind: 'state' },
      { kind: 'command' },
      { kind: 'command', command: 'workbench.action.terminal.new' },
      { kind: 'command', command: ['runStep'] },
      { kind: 'command', command: 'constructor' },
    ];
    for (const value of others) assert.equal(parseFromStepPage(value), undefined, JSON.stringify(value));
  });

  it('name commands that the extension has', () => {
    for (const command of stepCommands) assert.equal(commandIds[command], `mfaUpgrade.${command}`);
  });

  it('pass at the speed of a person, not faster', () => {
    const clock = { nowMs: 0 };
    const mayPass = messageGate(() => clock.nowMs);
    const passed = Array.from({ length: 1_000 }, () => mayPass()).filter(Boolean).length;
    assert.equal(passed, 20);
    clock.nowMs = 1_000;
    assert.equal(mayPass(), true);
  });
});

describe('What the Step page keeps', () => {
  it('comes back as it was', () => {
    const kept = { id: 'a@b', unfolded: ['why'], top: 12 };
    assert.deepEqual(parseKeptPage(kept), kept);
    const searched = { ...kept, sought: { text: 'sdk', isOpen: true } };
    assert.deepEqual(parseKeptPage(searched), searched);
    assert.deepEqual(parseKeptPage({ ...kept, sought: { text: 7 } }), kept);
  });

  it('is nothing when it is not that', () => {
    for (const value of [undefined, null, {}, { id: 1, unfolded: [], top: 0 }, { id: 'a', unfolded: 'why', top: 0 }]) {
      assert.equal(parseKeptPage(value), undefined);
    }
  });
});

describe('The empty Step page', () => {
  const html = pageHtml({
    script: 'https://host/step.js?a="b"',
    style: 'https://host/step.css',
    nonce: 'N0nce',
    language: 'en',
  });

  it('allows its own script and style sheet, and nothing else', () => {
    const policy = /content="(default-src[^"]*)"/.exec(html)?.[1];
    const parts = [
      "default-src 'none'",
      "script-src 'nonce-N0nce'",
      "style-src 'nonce-N0nce'",
      "base-uri 'none'",
      "form-action 'none'",
    ];
    assert.deepEqual(policy?.split('; '), parts);
  });

  it('holds no script and no style of its own', () => {
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.match(
      html,
      /<script type="module" nonce="N0nce" src="https:\/\/host\/step\.js\?a=&quot;b&quot;"><\/script>/,
    );
    assert.doesNotMatch(html, /<style|style=|javascript:|\son\w+=/);
  });
});
