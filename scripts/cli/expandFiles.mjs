// @ts-check
// Wildcards in the names of files: the shells of Windows pass them on as they are written.

/**
 * @typedef {object} Disk
 * @property {(file: string) => boolean} exists
 * @property {(folder: string) => readonly string[]} list Names of a folder; empty where it cannot be read.
 * @property {Pick<import('node:path').PlatformPath, 'basename' | 'dirname' | 'join' | 'sep'>} path Of the platform.
 */

/**
 * Each name with `*` or `?` in its last part becomes the files that it matches, in the order of their names. A name that is a file,
 * or matches none, is kept: reading it names what is wrong.
 * @param {readonly string[]} names @param {Disk} disk @returns {string[]}
 */
export function expandFiles(names, { exists, list, path }) {
  return names.flatMap((name) => {
    const pattern = path.basename(name);
    if (!/[*?]/.test(pattern) || exists(name)) return [name];
    const folder = path.dirname(name);
    const matches = patternOf(pattern, path.sep === '\\');
    const files = list(folder).filter((each) => matches.test(each) && !each.startsWith('.'));
    return files.length === 0 ? [name] : files.sort().map((each) => path.join(folder, each));
  });
}

/** @param {string} pattern @param {boolean} ignoresCase */
function patternOf(pattern, ignoresCase) {
  const parts = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${parts}$`, ignoresCase ? 'i' : '');
}
