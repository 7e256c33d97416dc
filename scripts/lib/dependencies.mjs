// @ts-check
// Makes sure that node_modules is what the lock file says. Imports nothing that it would have to install.
import { existsSync, statSync, utimesSync } from 'node:fs';
import { say } from './log.mjs';
import { inRoot } from './paths.mjs';
import { runQuietly } from './run.mjs';

/** npm writes this file last, so its age is the installation's. */
const installed = inRoot('node_modules', '.package-lock.json');

export async function ensureDependencies() {
  if (isCurrent()) return;
  say('installing dependencies (npm ci)');
  await runQuietly('npm', ['ci', '--no-audit', '--no-fund']);
  // npm keeps the file's old time when nothing had to change.
  const now = new Date();
  utimesSync(installed, now, now);
}

function isCurrent() {
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(inRoot('package-lock.json')).mtimeMs;
}
