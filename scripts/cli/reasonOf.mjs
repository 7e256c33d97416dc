// @ts-check
// Why a file could not be read, written or understood, for users of the command line.

/** @type {Readonly<Record<string, string>>} */
const reasons = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder',
  EACCES: 'access is not permitted',
};

/** @param {unknown} error */
export function reasonOf(error) {
  const { code = '' } = /** @type {NodeJS.ErrnoException} */ (error);
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}
