// Looks into the webview on the screen. What is evaluated in it goes past the page's policy.
import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

async function webviewFrame(page: Page): Promise<Frame> {
  const frame = await page.locator('iframe.webview.ready').elementHandle();
  const outer = await frame.contentFrame();
  const inner = outer?.childFrames()[0];
  if (!inner) throw new Error('There is no webview on the screen.');
  return inner;
}

/** The text of what has the focus; empty where nothing has it. */
export async function focusedText(page: Page): Promise<string> {
  const inner = await webviewFrame(page);
  return inner.evaluate(() =>
    document.activeElement === document.body ? '' : (document.activeElement?.textContent ?? ''),
  );
}

/** Elements whose content is wider than they are, one line each. */
export async function cutElements(page: Page): Promise<readonly string[]> {
  const inner = await webviewFrame(page);
  return inner.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((each) => each.clientWidth > 0 && each.scrollWidth > each.clientWidth)
      .map((each) => `${each.tagName} ${each.className} ${each.textContent.slice(0, 80)}`),
  );
}

/** What axe-core finds: one line a rule, with the elements. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  const inner = await webviewFrame(page);
  await inner.evaluate(axe.source);
  const { violations } = await inner.evaluate<axe.AxeResults>('axe.run()');
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
