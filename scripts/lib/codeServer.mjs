// @ts-check
// Installs VS Code from npm into .cache/: the package of code-server holds the complete server and workbench.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { say, seconds } from './log.mjs';
import { npm } from './npm.mjs';
import { cache } from './paths.mjs';
import { runQuietly } from './run.mjs';

/** VS Code 1.100, the oldest that package.json allows, and the last on Node 20. */
const oldest = '4.100.3';
const insideHome = join('node_modules', 'code-server', 'lib', 'vscode');
// Optional packages hold the binaries of the file watcher and of the search. Few sockets: a registry may refuse many at once.
const install = [
  ...['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--engine-strict=false'],
  ...['--maxsockets=8', '--fetch-retries=5', '--fetch-timeout=60000', '--prefer-offline'],
];

const remedy = 'Without it, copy the folder .cache of a checkout in which the end-to-end tests have run.';

/**
 * @typedef {object} CodeServer
 * @property {string} main The path of the server's main module.
 * @property {string} node The Node that runs it.
 * @property {string} version That of code-server: VS Code 1.139 is 4.139.
 */

/** The VS Code that `LAYER_LENS_VSCODE` names: `oldest` (default) or `newest`. @returns {Promise<CodeServer>} */
export async function ensureCodeServer() {
  return process.env['LAYER_LENS_VSCODE'] === 'newest' ? ensureNewest() : ensureOldest();
}

/** @returns {Promise<CodeServer>} */
async function ensureOldest() {
  return { main: await ensureInstalled(oldest), node: process.execPath, version: oldest };
}

/** The newest that npm has, or without a network the newest in .cache/. @returns {Promise<CodeServer>} */
export async function ensureNewest() {
  const version = await newestVersion();
  const wanted = await neededNode(version);
  const own = Number(process.versions.node.split('.')[0]);
  const node = wanted === undefined || wanted === own ? process.execPath : await ensureNode(wanted);
  return { main: await ensureInstalled(version), node, version };
}

/** @param {string} version */
async function ensureInstalled(version) {
  const home = join(cache, `code-server-${version}`);
  const main = join(home, insideHome, 'out', 'server-main.js');
  if (existsSync(main)) return main;
  say(`installing VS Code's server (code-server@${version} from npm, 290 MB) into .cache/`);
  const start = Date.now();
  await build(home, async (folder) => {
    await npm([...install, `code-server@${version}`], folder, remedy);
    await npm([...install, '--omit=dev'], join(folder, insideHome), remedy);
  });
  say(`VS Code's server installed in ${seconds(Date.now() - start)}`);
  return main;
}

async function newestVersion() {
  try {
    return (await runQuietly('npm', ['view', 'code-server', 'version'])).trim();
  } catch (error) {
    const [last] = installedVersions().sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
    if (last === undefined || last === oldest) throw error;
    return last;
  }
}

function installedVersions() {
  if (!existsSync(cache)) return [];
  return readdirSync(cache).flatMap((name) => /^code-server-([\d.]+)$/.exec(name)?.[1] ?? []);
}

/** The major version of Node that a code-server's package asks for. @param {string} version */
async function neededNode(version) {
  const main = await ensureInstalled(version);
  const { default: manifest } = await import(join(main, '..', '..', '..', '..', 'package.json'), {
    with: { type: 'json' },
  });
  const major = /\d+/.exec(String(manifest.engines?.node ?? ''))?.[0];
  return major === undefined ? undefined : Number(major);
}

/** A Node from npm, whose package carries the binary. @param {number} major */
async function ensureNode(major) {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const home = join(cache, `node-${major}`);
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  const path = join(home, 'node_modules', name, 'bin', binary);
  if (existsSync(path)) return path;
  say(`installing Node ${major} (${name} from npm) into .cache/`);
  await build(home, async (folder) => {
    await runQuietly('npm', [...install, `${name}@${major}`], { cwd: folder });
  });
  return path;
}

/**
 * Fills a temporary folder and renames it, so that an interrupted installation leaves no folder of this name.
 * @param {string} home @param {(folder: string) => Promise<void>} fill
 */
async function build(home, fill) {
  mkdirSync(cache, { recursive: true });
  const building = mkdtempSync(join(cache, 'installing-'));
  writeFileSync(join(building, 'package.json'), '{ "private": true }\n');
  await fill(building);
  moveInto(building, home);
}

/** Renames a folder. Where another run of the scripts has made the same one meanwhile, that one is kept. @param {string} from @param {string} to */
function moveInto(from, to) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
    rmSync(from, { recursive: true, force: true });
  }
}
