// @ts-check
// npm as an installer: where it may not install, the error ends with what to do.
import { runQuietly } from './run.mjs';

/**
 * Runs npm silently. Throws an error with npm's output, and after it `remedy`: what else gives what was to be installed.
 * @param {readonly string[]} args @param {string} cwd @param {string} remedy
 */
export async function npm(args, cwd, remedy) {
  try {
    await runQuietly('npm', args, { cwd });
  } catch (error) {
    const output = error instanceof Error ? error.message.trimEnd() : String(error);
    throw new Error(
      `${output}\n\nnpm could not install. It needs its registry: \`npm config get registry\` shows the address, \`npm ping\` tries it. ${remedy}`,
      { cause: error },
    );
  }
}
