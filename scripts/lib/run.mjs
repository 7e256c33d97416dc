// @ts-check
// Runs a program and waits for it.
import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] Default: the repository.
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [quiet] Keep the output instead of showing it.
 */

/**
 * The exit code and, when `quiet`, what was printed. A program that cannot be started has exit code 127.
 * @param {string} program @param {readonly string[]} args @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(program, args, { cwd = root, env = process.env, quiet = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      shell: needsShell(program),
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += String(chunk)));
    child.stderr?.on('data', (chunk) => (output += String(chunk)));
    child.on('error', (error) => resolve({ code: 127, output: output + error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * As `run`, silently; throws with the output when the program fails.
 * @param {string} program @param {readonly string[]} args @param {RunOptions} [options]
 */
export async function runQuietly(program, args, options) {
  const { code, output } = await run(program, args, { ...options, quiet: true });
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}\n${output}`);
  return output;
}

/** npm, npx and code are command files on Windows, which only a shell starts. @param {string} program */
function needsShell(program) {
  return process.platform === 'win32' && ['npm', 'npx', 'code'].includes(program);
}
