// @ts-check
// Finds a Chromium for the end-to-end tests and the screenshots, or installs Debian's package where that is allowed.
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { canInstall, install } from './debian.mjs';
import { say } from './log.mjs';

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
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

/** The path of a Chromium. Throws an error with instructions when it finds no Chromium. */
export async function ensureChromium() {
  const found = findChromium();
  if (found) {
    say(`Chromium: ${found}`);
    return found;
  }
  if (canInstall() && (await install(['chromium']))) {
    const installed = findChromium();
    if (installed) return installed;
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
