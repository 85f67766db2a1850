import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Locator } from 'playwright-core';
import { openWindow, type CodeWindow } from './harness';
import { whole } from './whole';

const configs = resolve(__dirname, '..', '..', 'samples', 'contoso', 'configs');

/** What the passwords in both files, and in a comment of the old one, begin with. */
const secret = 'FIXTURE_no_secret';

/** A secret that is no setting, in a section of somebody's own: another one in each file. */
function writeSecretElsewhere(path: string, side: string): void {
  const [text, end] = [readFileSync(path, 'utf8'), '</configuration>'];
  const own = `<custom><add key="SmtpPassword" value="${secret}_${side}"/></custom>`;
  writeFileSync(
    path,
    text.replace(end, () => `  ${own}\n${end}`),
  );
}

/** The portal's two files side by side, in a folder that nobody trusts. */
describe('the comparison of two config files', () => {
  let home: string;
  let code: CodeWindow;
  const consoleLines: string[] = [];
  const frames: Buffer[] = [];

  const group = (heading: string): Locator => code.webview.locator('details', { hasText: heading });
  const isOnTheWire = (text: string): boolean =>
    [Buffer.from(text), Buffer.from(text, 'utf16le')].some((bytes) => Buffer.concat(frames).includes(bytes));
  const tabTo = async (wanted: Locator): Promise<void> => {
    for (let pressed = 0; pressed < 20; pressed += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await code.page.keyboard.press('Tab');
    }
    assert.fail(`Tab does not lead to ${String(wanted)}.`);
  };

  before(async () => {
    home = mkdtempSync(join(tmpdir(), 'mfa-compare-'));
    cpSync(configs, join(home, 'configs'), { recursive: true });
    for (const side of ['old', 'new'])
      writeSecretElsewhere(join(home, 'configs', 'user-portal', side, 'web.config'), side);
    code = await openWindow({ folder: home, trust: 'none' });
    code.page.on('console', (message) => consoleLines.push(message.text()));
    code.page.on('websocket', (socket) => {
      const keep = ({ payload }: { readonly payload: string | Buffer }): number => frames.push(Buffer.from(payload));
      socket.on('framereceived', keep).on('framesent', keep);
    });
    await code.reload(); // its connections are new ones, and heard from their first byte
    await code.openView();
    await code.view.getByText('This folder has no farm.json').waitFor(); // the extension is there, and so are its commands
  });

  after(async () => {
    await code.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await code.keepFailure('compare');
  });

  it('begins with the verdict, and unfolds only what needs somebody', async () => {
    await code.command('Compare Configuration');
    await code.pick('user-portal: web.config');
    await code.webview.getByRole('heading', { name: 'Carry over 5 values, 1 decision open.' }).waitFor();
    const headings = await code.webview
      .locator('details')
      .evaluateAll((all) =>
        all.map((each) => `${String(each.hasAttribute('open'))} ${each.querySelector('h2')?.textContent ?? ''}`),
      );
    assert.deepEqual(headings, [
      'true Carried over (5)',
      'true To decide (1)',
      'false New, left as it is (6)',
      'false From the framework, always new (2)',
    ]);
    await group('To decide').getByText('SSL_REQUIRED').waitFor();
  });

  it('is reached and unfolded by the keyboard alone', async () => {
    for (const heading of ['Carried over', 'To decide', 'New, left as it is', 'From the framework']) {
      const summary = group(heading).locator('summary');
      await tabTo(summary);
      await code.page.keyboard.press('Enter');
      if (!(await group(heading).evaluate((details) => details.hasAttribute('open')))) {
        await code.page.keyboard.press('Enter');
      }
      assert.equal(await group(heading).evaluate((details) => details.hasAttribute('open')), true, heading);
    }
    const last = group('From the framework').locator('li').last();
    for (let pressed = 0; pressed < 80; pressed += 1) await code.page.keyboard.press('ArrowDown');
    await last.evaluate((row) => {
      return new Promise<void>((seen) => {
        new IntersectionObserver((entries) => {
          if (entries.some(({ isIntersecting }) => isIntersecting)) seen();
        }).observe(row);
      });
    });
  });

  it('takes a choice, and shows it in the preview at once', async () => {
    const preview = code.webview.locator('.preview');
    assert.equal(await preview.getByText('SSL_REQUIRED').count(), 0);
    await group('To decide').getByRole('button', { name: 'Confirm: SSL_REQUIRED' }).click();
    await preview.getByText('SSL_REQUIRED').waitFor();
    await code.webview.getByRole('heading', { name: 'Carry over 6 values.' }).waitFor();
  });

  whole('keeps a choice, a search and what was unfolded while it is hidden, over a reload and a crash', async () => {
    const search = code.webview.getByLabel('Search names and sections');
    const isAsBefore = async (): Promise<void> => {
      await code.webview.getByRole('heading', { name: 'Carry over 6 values.' }).waitFor();
      assert.equal(await search.inputValue(), 'sdk');
      await group('To decide').waitFor({ state: 'hidden' });
      await group('Carried over').getByText('USE_WEB_SERVICE_SDK').first().waitFor();
      assert.equal(await group('From the framework').evaluate((details) => details.hasAttribute('open')), true);
    };
    await search.fill('sdk');
    await code.command('Create: New File');
    await code.pick('Text File');
    await code.page.locator('.monaco-editor').first().waitFor();
    await code.page.locator('.tab', { hasText: 'user-portal: web.config' }).click();
    await isAsBefore();
    await code.page.waitForTimeout(6_000); // VS Code keeps which editors are open every few seconds
    await code.reload();
    await code.openView();
    await isAsBefore();
    await code.killServer();
    await code.startAgain();
    await code.openView();
    await isAsBefore();
    await search.fill('');
  });

  it('finds a row by its name', async () => {
    await code.webview.getByLabel('Search names and sections').fill('ssl_req');
    await group('Carried over').waitFor({ state: 'hidden' });
    await group('To decide').getByText('SSL_REQUIRED').first().waitFor();
    await code.webview.getByLabel('Search names and sections').fill('');
  });

  it('holds no secret on the page or on the wire', async () => {
    await group('Carried over').getByText('•••••• (different)').first().waitFor();
    const html = await code.webview.locator('html').evaluate((page) => page.outerHTML);
    assert.ok(html.includes('WEB_SERVICE_SDK_AUTHENTICATION_PASSWORD') && html.includes('SmtpPassword'));
    assert.equal(html.includes(secret), false);
    assert.ok(isOnTheWire('WEB_SERVICE_SDK_AUTHENTICATION_PASSWORD'), 'The frames cannot be read.');
    assert.equal(isOnTheWire(secret), false);
  });

  it('can be read in every theme, and in one column', async () => {
    await code.page.keyboard.press('Home');
    for (const theme of ['light', 'high contrast', 'dark'] as const) {
      await code.theme(theme);
      await code.webview.locator(`body.vscode-${theme.replace(' ', '-')}`).waitFor(); // the page follows a moment later
      assert.deepEqual(await code.accessibilityFaults(), [], theme);
      assert.deepEqual(await code.cutElements(), [], theme);
      await code.screenshot(`compare-${theme.replace(' ', '-')}`);
    }
    await code.page.setViewportSize({ width: 700, height: 900 });
    const width = await code.webview.locator('html').evaluate((page) => [page.scrollWidth, page.clientWidth]);
    assert.ok((width[0] ?? 0) <= (width[1] ?? 0), String(width));
    await code.screenshot('compare-narrow');
  });

  whole('takes choices among 500 differences', async () => {
    for (const side of ['old', 'new']) {
      mkdirSync(join(home, 'configs', 'many', side), { recursive: true });
      const keys = Array.from(
        { length: 500 },
        (_, n) => `<add key="K${String(n)}" value="the ${side} one of ${String(n)}"/>`,
      );
      const own = `<add key="Only_${side}" value="x"/>`;
      const text = ['<configuration><appSettings>', ...keys, own, '</appSettings></configuration>'].join('\n');
      writeFileSync(join(home, 'configs', 'many', side, 'web.config'), text);
    }
    await code.page.setViewportSize({ width: 1400, height: 900 });
    await code.command('Compare Configuration');
    await code.pick('many: web.config');
    await code.webview.getByRole('heading', { name: /^Carry over 500 values/ }).waitFor();
    const times: number[] = [];
    for (const n of [3, 250, 499, 100, 400]) {
      const started = performance.now();
      await code.webview.locator(`#new-${String(n)}`).evaluate((radio) => {
        (radio as HTMLElement).click();
      });
      await code.webview.getByRole('heading', { name: `Carry over ${String(499 - times.length)} values` }).waitFor();
      times.push(performance.now() - started);
    }
    process.stdout.write(`      500 differences: a choice is seen after ${times.map(Math.round).join(', ')} ms\n`);
  });

  it('breaks no rule of its policy, which is in force', async () => {
    const broken = (): readonly string[] => consoleLines.filter((line) => line.includes('Content Security Policy'));
    assert.deepEqual(broken(), []);
    const said = code.page.waitForEvent('console', (message) => message.text().includes('Content Security Policy'));
    await code.webview.locator('body').evaluate((body) => {
      body.setAttribute('style', 'color: red');
    });
    await said;
    assert.equal(broken().length, 1);
  });
});
