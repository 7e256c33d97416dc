// @ts-check
// A real VS Code from npm: code-server's package holds the complete server and workbench. A tool in .cache/, no dependency.
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { say, seconds } from './log.mjs';
import { cache } from './paths.mjs';
import { runQuietly } from './run.mjs';

/** VS Code 1.100, the oldest that package.json allows, and the last on Node 20. */
const version = '4.100.3';
const home = join(cache, `code-server-${version}`);
const insideHome = join('node_modules', 'code-server', 'lib', 'vscode');
const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'];

/** The path of the server's main module, which `node` runs. */
export async function ensureCodeServer() {
  const main = join(home, insideHome, 'out', 'server-main.js');
  if (existsSync(main)) return main;
  say(`installing VS Code's server (code-server@${version} from npm, 290 MB) into .cache/`);
  const start = Date.now();
  mkdirSync(cache, { recursive: true });
  // Built aside and moved, so that an interrupted installation leaves nothing that looks whole.
  const building = mkdtempSync(join(cache, 'installing-'));
  writeFileSync(join(building, 'package.json'), '{ "private": true }\n');
  await runQuietly('npm', [...install, `code-server@${version}`], { cwd: building });
  await runQuietly('npm', [...install, '--omit=dev'], { cwd: join(building, insideHome) });
  moveInto(building, home);
  say(`VS Code's server installed in ${seconds(Date.now() - start)}`);
  return main;
}

/** Another run of the scripts may have been faster; then its copy stays. @param {string} from @param {string} to */
function moveInto(from, to) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
    rmSync(from, { recursive: true, force: true });
  }
}
