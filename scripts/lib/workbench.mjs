// @ts-check
// Addresses of VS Code's workbench in a browser.

/**
 * The address that opens `folder` and in it `file`, with the cursor at `place` (`line` or `line:column`, from 1).
 * @param {string} origin @param {string} folder @param {string} [file] @param {string} [place]
 */
export function workbenchAddress(origin, folder, file, place) {
  const remote = (/** @type {string} */ path) => `vscode-remote://${new URL(origin).host}${asUriPath(path)}`;
  const payload = file
    ? [
        ['gotoLineMode', 'true'],
        ['openFile', remote(file) + (place ? `:${place}` : '')],
      ]
    : [];
  const query = [`folder=${encodeURIComponent(asUriPath(folder))}`];
  if (payload.length > 0) query.push(`payload=${encodeURIComponent(JSON.stringify(payload))}`);
  return `${origin}/?${query.join('&')}`;
}

/** `C:\x` is `/C:/x` in an address. @param {string} path */
function asUriPath(path) {
  const forward = path.replaceAll('\\', '/');
  return forward.startsWith('/') ? forward : `/${forward}`;
}
