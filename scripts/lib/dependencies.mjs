// @ts-check
// Installs what the lock file lists. Imports nothing that it would have to install.
import { existsSync, lstatSync, statSync, utimesSync } from 'node:fs';
import { say } from './log.mjs';
import { npm } from './npm.mjs';
import { inRoot, root } from './paths.mjs';

/** npm writes this file last, so its age is the installation's. */
const installed = inRoot('node_modules', '.package-lock.json');

const remedy =
  'Without it, link or copy the folder node_modules of a checkout with the same package-lock.json here. Then run this again.';

export async function ensureDependencies() {
  if (isCurrent()) return;
  if (isLinked()) {
    say(
      'node_modules is a link to another folder: used as it is, because npm ci would delete what other checkouts share',
    );
    return;
  }
  say('installing dependencies (npm ci)');
  await npm(['ci', '--no-audit', '--no-fund'], root, remedy);
  // npm keeps the file's old time when nothing had to change.
  const now = new Date();
  utimesSync(installed, now, now);
}

function isLinked() {
  return lstatSync(inRoot('node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function isCurrent() {
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(inRoot('package-lock.json')).mtimeMs;
}
