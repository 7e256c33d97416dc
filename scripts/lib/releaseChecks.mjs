// @ts-check
// What must be true before a release: the version, the changelog and the repository agree.

/**
 * @typedef {object} ReleaseState
 * @property {string} version Of package.json.
 * @property {string} lockVersion Of package-lock.json.
 * @property {string} changelog
 * @property {readonly string[]} tags Of the repository.
 * @property {string} changes What `git status --porcelain` prints.
 */

/** The problems, each as a sentence. @param {ReleaseState} state @returns {string[]} */
export function releaseProblems({ version, lockVersion, changelog, tags, changes }) {
  const problems = [];
  const newest = /^## (?:\[)?(\d+\.\d+\.\d+[^\s\]]*)/m.exec(changelog)?.[1];
  if (!/^\d+\.\d+\.\d+$/.test(version)) problems.push(`version ${version} of package.json is not major.minor.patch`);
  if (lockVersion !== version) problems.push(`package-lock.json has version ${lockVersion}, package.json ${version}`);
  if (newest !== version)
    problems.push(`the first section of CHANGELOG.md is for version ${newest ?? 'none'}, package.json has ${version}`);
  else if (notesOf(changelog, version) === '') problems.push(`CHANGELOG.md has no entries for version ${version}`);
  if (tags.includes(`v${version}`)) problems.push(`the tag v${version} exists already`);
  if (changes.trim() !== '') problems.push(`files are not committed:\n${changes.trimEnd()}`);
  return problems;
}

/** The entries of a version, without its heading. @param {string} changelog @param {string} version */
export function notesOf(changelog, version) {
  const sections = changelog.split(/^## /m);
  const section = sections.find((each) => each.replace(/^\[/, '').startsWith(version));
  return section?.split('\n').slice(1).join('\n').trim() ?? '';
}
