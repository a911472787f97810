import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

/** The first is the same browser without its windows, and three times as fast. */
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];
/** Nothing of the browser's own business: it talks to the page under test and to nobody else. */
const ARGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  ...['--disable-background-networking', '--disable-component-update'],
];

/** Where the browser is, or undefined where there is none. */
export const BROWSER = program(NAMES);

/** What a test says when it skips for want of a browser. */
export const NO_BROWSER = 'no Chromium: sudo apt-get install -y chromium-headless-shell';

/** Opens the browser for one test. */
export async function browser(t: TestContext): Promise<Browser> {
  if (BROWSER === undefined) throw new Error(NO_BROWSER);
  const opened = await chromium.launch({ executablePath: BROWSER, args: ARGS });
  t.after(() => opened.close());
  return opened;
}

/** The path of the first of these programs that this machine has. */
export function program(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Not there, or not ours to run: the next folder may have it.
    return false;
  }
}
