// `npm start -- --check`: looks at the page as a person would, waits for the checklist's phases, and takes a picture.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from './browser/find.mjs';
import { outFolder } from './project.mjs';

const phases = ['Prepare', 'MFA Servers'];
const limitMs = 60_000;

/** Gives the picture's path. Refuses, with the picture taken all the same, when a phase does not show in time. */
export async function checkPage(url) {
  const browser = await openBrowser();
  const picture = join(outFolder, 'start.png');
  mkdirSync(outFolder, { recursive: true });
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, locale: 'en-GB' });
    page.setDefaultTimeout(limitMs);
    await page.goto(url);
    await waitForPhases(page).finally(() => page.screenshot({ path: picture }));
    return picture;
  } finally {
    await browser.close();
  }
}

async function waitForPhases(page) {
  const tab = page.locator('.activitybar').getByRole('tab', { name: /^MFA Upgrade/ });
  await expectShown(tab, 'The activity bar does not show MFA Upgrade');
  await tab.click();
  for (const phase of phases) {
    const row = page.locator('.pane-body .monaco-list-row', { hasText: phase }).first();
    await expectShown(row, `The checklist does not show ${phase}`);
  }
}

async function expectShown(locator, complaint) {
  await locator.waitFor().catch((cause) => {
    throw new Error(`${complaint} within ${limitMs / 1000} s. Look at out/start.png.`, { cause });
  });
}
