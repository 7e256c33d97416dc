// A virtual folder, layerlens-memory:/: its files are in the browser's memory, and no path of a disk leads to them.
const vscode = require('vscode');

const encoder = new TextEncoder();

/** A .npy file of float64. */
function npy(shape, values) {
  const header = `{'descr': '<f8', 'fortran_order': False, 'shape': (${shape.join(', ')},), }`;
  const head = encoder.encode(`${header.padEnd(117)}\n`);
  const bytes = new Uint8Array(10 + head.length + 8 * values.length);
  bytes.set([0x93, ...encoder.encode('NUMPY'), 1, 0, head.length & 255, head.length >> 8]);
  bytes.set(head, 10);
  bytes.set(new Uint8Array(Float64Array.from(values).buffer), 10 + head.length);
  return bytes;
}

const scene = {
  version: 2,
  title: 'A sum',
  arrays: [
    { name: 'x', shape: [2, 3], values: [1, 2, 3, 4, 5, 6] },
    { name: 'w', shape: [2, 2], values: [1, 1, 1, 1] },
  ],
  show: 'conv',
  step: 1,
};

const settings = { 'workbench.startupEditor': 'none', 'editor.minimap.enabled': false };

const row = (r) => `[${Array.from({ length: 100 }, (_, c) => (r * 100 + c) % 17).join(', ')}],`;
const long = `X = [${Array.from({ length: 100 }, (_, r) => row(r)).join('\n')}]\n`;
const large = `import numpy as np
np.random.seed(1)
x = np.random.randn(1, 256, 256, 16)
W = np.random.randn(5, 5, 16, 2)
`;
// More work than is done in place; the tests let its evaluation on a worker go on for ever.
const endless = `import numpy as np
x = np.ones((2, 2))
for i in range(90000):
    x = np.sort(x + np.ones((2, 2)), axis=0)
`;

const files = new Map([
  ['/long.py', encoder.encode(long)],
  // Another text: an equal one that is still known is not read again.
  ['/next.py', encoder.encode(long.replace('X', 'Y'))],
  ['/large.py', encoder.encode(large)],
  ['/endless.py', encoder.encode(endless)],
  ['/x.py', encoder.encode('X = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [13, 14, 15, 16]]\n')],
  ['/T.npy', npy([2, 3], [1, 2, 3, 4, 5, 6])],
  ['/sum.layerlens.json', encoder.encode(JSON.stringify(scene))],
  ['/.vscode/settings.json', encoder.encode(JSON.stringify(settings))],
]);
const changes = new vscode.EventEmitter();
let version = 1;

function isFolder(path) {
  return path === '/' || [...files.keys()].some((each) => each.startsWith(`${path}/`));
}

const memory = {
  onDidChangeFile: changes.event,
  watch: () => ({ dispose() {} }),
  stat({ path }) {
    const content = files.get(path);
    if (!content && !isFolder(path)) throw vscode.FileSystemError.FileNotFound(path);
    const type = content ? vscode.FileType.File : vscode.FileType.Directory;
    return { type, ctime: 0, mtime: version, size: content?.length ?? 0 };
  },
  readDirectory({ path }) {
    const folder = path === '/' ? '/' : `${path}/`;
    const inside = [...files.keys()].filter((each) => each.startsWith(folder)).map((each) => each.slice(folder.length));
    const entry = (name) => (name.includes('/') ? vscode.FileType.Directory : vscode.FileType.File);
    return [...new Map(inside.map((name) => [name.split('/')[0], entry(name)]))];
  },
  readFile({ path }) {
    const content = files.get(path);
    if (!content) throw vscode.FileSystemError.FileNotFound(path);
    return content;
  },
  writeFile(uri, content) {
    version++;
    const type = files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    files.set(uri.path, content);
    changes.fire([{ type, uri }]);
  },
  createDirectory() {},
  delete(uri) {
    files.delete(uri.path);
    changes.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  },
  rename(from, to) {
    memory.writeFile(to, memory.readFile(from));
    memory.delete(from);
  },
};

exports.activate = async (context) => {
  for (const [path, name] of [
    ['/web.ipynb', 'pooling.ipynb'],
    ['/stride.py', 'ignoredStride.py'],
  ]) {
    const uri = vscode.Uri.joinPath(context.extensionUri, '..', 'files', name);
    files.set(path, await vscode.workspace.fs.readFile(uri));
  }
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider('layerlens-memory', memory, { isCaseSensitive: true }),
    vscode.commands.registerCommand('layerLensTest.changeArray', () => {
      const uri = vscode.Uri.from({ scheme: 'layerlens-memory', path: '/T.npy' });
      memory.writeFile(uri, npy([2, 3], [6, 5, 4, 3, 2, 1]));
    }),
  );
};
