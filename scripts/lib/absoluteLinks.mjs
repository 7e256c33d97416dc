// @ts-check
// The README as it is shown where the repository's files are not next to it: in VS Code and in the marketplace.

/**
 * `markdown` with the relative links and pictures of the form `[text](path)` as addresses in the repository, outside of fenced code.
 * @param {string} markdown @param {string} repository Its address on GitHub, with or without `.git`.
 */
export function absoluteLinks(markdown, repository) {
  const home = repository.replace(/^git\+/, '').replace(/\.git$/, '');
  let isCode = false;
  return markdown
    .split('\n')
    .map((line) => {
      if (/^\s*(?:```|~~~)/.test(line)) isCode = !isCode;
      if (isCode) return line;
      return line.replace(/(!?)\[([^\]]*)\]\(([^)\s]+)\)/g, (whole, picture, text, target) => {
        if (/^(?:[a-z][a-z+.-]*:|#|\/\/)/i.test(target)) return whole;
        const kind = picture ? 'raw' : 'blob';
        return `${picture}[${text}](${home}/${kind}/HEAD/${target.replace(/^\.\//, '')})`;
      });
    })
    .join('\n');
}
