// @ts-check
// Files of the command line: those that a wildcard matches, which the shells of Windows do not look up, and those of a folder that
// can be checked.

/**
 * @typedef {object} Disk
 * @property {(file: string) => boolean} exists
 * @property {(name: string) => boolean} isFolder
 * @property {(folder: string) => readonly string[]} list Names of a folder; empty where it cannot be read.
 * @property {Pick<import('node:path').PlatformPath, 'basename' | 'dirname' | 'join' | 'sep'>} path Of the platform.
 */

/** Folders of tools, and hidden ones, have no submissions. */
const toolFolder = /^(\..*|__pycache__|node_modules|site-packages)$/;

/**
 * Each folder becomes its Python files and notebooks, with those of its folders; each name with `*` or `?` in its last part the
 * files that it matches; in the order of their names. A name that is a file, or has none of these, is kept: reading it names what
 * is wrong.
 * @param {readonly string[]} names @param {Disk} disk @returns {string[]}
 */
export function expandFiles(names, disk) {
  return names.flatMap((name) => {
    const files = disk.isFolder(name) ? checkable(name, disk) : matching(name, disk);
    return files.length === 0 ? [name] : files;
  });
}

/** @param {string} folder @param {Disk} disk @returns {string[]} */
function checkable(folder, disk) {
  const names = disk.list(folder).filter((name) => !toolFolder.test(name));
  return [...names].sort().flatMap((name) => {
    const file = disk.path.join(folder, name);
    if (disk.isFolder(file)) return checkable(file, disk);
    return /\.(py|ipynb)$/i.test(name) ? [file] : [];
  });
}

/** @param {string} name @param {Disk} disk @returns {string[]} */
function matching(name, { exists, list, path }) {
  const pattern = path.basename(name);
  if (!/[*?]/.test(pattern) || exists(name)) return [];
  const folder = path.dirname(name);
  const matches = patternOf(pattern, path.sep === '\\');
  const files = list(folder).filter((each) => matches.test(each) && !each.startsWith('.'));
  return files.sort().map((each) => path.join(folder, each));
}

/** @param {string} pattern @param {boolean} ignoresCase */
function patternOf(pattern, ignoresCase) {
  const parts = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${parts}$`, ignoresCase ? 'i' : '');
}
