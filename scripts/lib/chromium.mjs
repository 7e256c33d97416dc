// @ts-check
// Finds a Chromium for the end-to-end tests and the screenshots, or installs Debian's package where that is allowed.
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { canInstall, install } from './debian.mjs';
import { say } from './log.mjs';

/** Debian's Chromium without the pages of a browser's window, which take as much time as a page of the panel. */
const shell = 'chromium-headless-shell';
const commands = [shell, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const insidePlaywright = [
  ['chrome-linux', 'chrome'],
  ['chrome-linux64', 'chrome'],
  ['chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'],
  ['chrome-win', 'chrome.exe'],
];

/**
 * The path of a Chromium. `faster`: installs the one that takes the least time where there is only Debian's whole browser.
 * Throws an error with instructions when it finds no Chromium.
 * @param {{ faster?: boolean }} [options]
 */
export async function ensureChromium({ faster = false } = {}) {
  const found = findChromium();
  if (found && faster && found === '/usr/bin/chromium' && canInstall()) await install([shell]);
  else if (!found && canInstall() && !(await install([shell]))) await install(['chromium']);
  const path = findChromium();
  if (path) {
    say(`Chromium: ${path}`);
    return path;
  }
  throw new Error(
    'no Chromium found: install Chrome or Chromium, run `npx playwright-core install chromium`, or set CHROME_PATH',
  );
}

function findChromium() {
  const candidates = [process.env['CHROME_PATH'], ...onPath(), ...applications, ...fromPlaywright()];
  return candidates.find((path) => path !== undefined && existsSync(path));
}

function onPath() {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return commands.flatMap((command) => folders.map((folder) => join(folder, command)));
}

function fromPlaywright() {
  const home =
    process.env['PLAYWRIGHT_BROWSERS_PATH'] ??
    {
      darwin: join(homedir(), 'Library', 'Caches', 'ms-playwright'),
      win32: join(homedir(), 'AppData', 'Local', 'ms-playwright'),
    }[/** @type {string} */ (process.platform)] ??
    join(homedir(), '.cache', 'ms-playwright');
  if (!existsSync(home)) return [];
  return readdirSync(home)
    .filter((name) => /^chromium-\d+$/.test(name))
    .flatMap((name) => insidePlaywright.map((parts) => join(home, name, ...parts)));
}
