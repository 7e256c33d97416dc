// @ts-check
// A VS Code server on a free port with folders of its own, which are removed when it is stopped or this process ends.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureCodeServer } from './codeServer.mjs';
import { quickOptions } from './quickServer.mjs';
import { runQuietly } from './run.mjs';

/** @type {NodeJS.Signals[]} */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * @typedef {object} ServerOptions
 * @property {string} [vsix] Installed before the server starts.
 * @property {number} [port] Default: a free one.
 * @property {boolean} [trust] Trust every workspace. Default: true.
 * @property {boolean} [quick] For tests: without the parts that no test uses. Default: false.
 *
 * @typedef {object} Server
 * @property {number} port
 * @property {string} origin `http://127.0.0.1:port`
 * @property {() => Promise<void>} stop Ends the server and removes its folders. Safe to call twice.
 */

/** @param {ServerOptions} [options] @returns {Promise<Server>} */
export async function startServer({ vsix, port = 0, trust = true, quick = false } = {}) {
  const server = await ensureCodeServer();
  const home = mkdtempSync(join(tmpdir(), 'layer-lens-'));
  const folders = ['--server-data-dir', join(home, 'data'), '--extensions-dir', join(home, 'extensions')];
  try {
    if (vsix) await runQuietly(server.node, [server.main, ...folders, '--install-extension', vsix]);
    const options = [
      ...(trust ? ['--disable-workspace-trust'] : []),
      ...(quick ? quickOptions(join(home, 'data')) : []),
    ];
    return await launch(server, [...folders, '--port', String(port), ...options], home);
  } catch (error) {
    rmSync(home, { recursive: true, force: true });
    throw error;
  }
}

/**
 * @param {import('./codeServer.mjs').CodeServer} server @param {string[]} args @param {string} home
 * @returns {Promise<Server>}
 */
async function launch({ main, node, version }, args, home) {
  const fixed = ['--host', '127.0.0.1', '--without-connection-token', '--accept-server-license-terms'];
  // Later VS Codes take the payload of an address, which opens files, only for tests; they then show no toasts.
  if (Number(version.split('.')[1]) > 100) fixed.push('--enable-smoke-test-driver');
  const child = spawn(node, [main, ...fixed, '--telemetry-level', 'off', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: withoutEditor(process.env),
    // A group of its own, so that its extension hosts end with it.
    detached: process.platform !== 'win32',
  });
  const end = () => {
    kill(child.pid);
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  const closed = new Promise((resolve) => child.once('close', resolve));
  const atSignal = () => process.exit(130);
  process.once('exit', end);
  for (const signal of signals) process.once(signal, atSignal);
  const stop = async () => {
    process.off('exit', end);
    for (const signal of signals) process.off(signal, atSignal);
    kill(child.pid);
    await closed;
    end();
  };
  try {
    const port = await listening(child);
    return { port, origin: `http://127.0.0.1:${port}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<number>} */
function listening(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (/** @type {unknown} */ chunk) => {
      output += String(chunk);
      const found = /listening on (\d+)/.exec(output);
      if (found) resolve(Number(found[1]));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`VS Code's server ended with ${code}\n${output}`)));
  });
}

/** @param {number | undefined} pid */
function kill(pid) {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/** The server must not see the variables of a VS Code whose terminal runs this. @param {NodeJS.ProcessEnv} env */
function withoutEditor(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('VSCODE_')));
}
