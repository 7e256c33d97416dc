// @ts-check
// Debian's packages, where the scripts may install them: as root on a system with apt-get.
import { existsSync } from 'node:fs';
import { say } from './log.mjs';
import { run } from './run.mjs';

export function canInstall() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Installs packages where that is possible. Returns whether they are installed. @param {readonly string[]} packages */
export async function install(packages) {
  say(`installing Debian's ${packages.join(', ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const command = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  if ((await run('apt-get', command, { env, quiet: true })).code === 0) return true;
  await run('apt-get', ['update', '-qq'], { env, quiet: true });
  const { code, output } = await run('apt-get', command, { env, quiet: true });
  if (code !== 0) say(output.trim());
  return code === 0;
}
