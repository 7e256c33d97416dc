// @ts-check
// The README of the package, whose reader has the extension, but not its repository.

/**
 * Without what is between `<!-- repository -->` and `<!-- /repository -->`, and with the text of comments that begin with
 * `package` and end with `/package`.
 * @param {string} markdown
 */
export function packagedReadme(markdown) {
  const packaged = markdown
    .replace(/<!-- repository -->.*?<!-- \/repository -->\n*/gs, '')
    .replace(/<!-- package\n(.*?)\/package -->/gs, '$1')
    .replace(/\n{3,}/g, '\n\n');
  if (/<!--/.test(packaged)) throw new Error('README.md: a mark of the repository or of the package has no end');
  return packaged;
}
