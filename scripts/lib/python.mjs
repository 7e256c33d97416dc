// @ts-check
// Debian's Python with NumPy and debugpy, for the tests that compare with them or stop in them.
import { canInstall, install } from './debian.mjs';
import { say } from './log.mjs';
import { run } from './run.mjs';

/** Debian's interpreter: another one on the PATH does not see Debian's packages. */
export const python = process.env['LAYER_LENS_PYTHON'] ?? '/usr/bin/python3';

const modules = { numpy: 'python3-numpy', debugpy: 'python3-debugpy' };

/** Installs the modules where that is possible. Returns which of them are installed. @returns {Promise<Record<keyof typeof modules, boolean>>} */
export async function ensurePython() {
  const missing = [];
  for (const [module, name] of Object.entries(modules)) if (!(await has(module))) missing.push(name);
  if (missing.length > 0 && canInstall()) await install(missing);
  const found = { numpy: await has('numpy'), debugpy: await has('debugpy') };
  for (const [module, there] of Object.entries(found)) {
    say(there ? `Python's ${module}: found` : `Python's ${module}: not there, its tests are skipped`);
  }
  return found;
}

/** @param {string} module */
async function has(module) {
  return (await run(python, ['-c', `import ${module}`], { quiet: true })).code === 0;
}
