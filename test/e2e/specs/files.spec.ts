/** Files as arrays: editors of their own, the explorer's menu, two files as input and filter, files that change. */
import { writeFileSync } from 'node:fs';
import { encode } from 'fast-png';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { explorerMenu } from '../harness/explorer';
import { npyFile } from '../harness/npy';
import { panelFrames } from '../harness/Panel';
import { useWorkbench } from '../harness/session';

const open = useWorkbench({ shared: 'in any file' });

const rows = [
  [1, -2, 3],
  [4.5, NaN, -6],
];
/** An editor to begin with: without one VS Code shows its welcome in the midst of a test. */
const notes = { 'notes.txt': 'notes\n' };

const X = npyFile([2, 3], rows.flat());

test('an array, an image, two files and a text come back when they were hidden and when the window is reloaded', async () => {
  const values = Array.from({ length: 30 }, (_, k) => k);
  const files = {
    'T.npy': npyFile([2, 3, 5], values),
    'row.png': encode({ width: 2, height: 1, channels: 3, data: Uint8Array.from([255, 0, 1, 10, 20, 30]) }),
    'W.npy': npyFile([2, 2], [1, 0, 0, 1]),
    'X.npy': npyFile([3, 3], [1, 2, 3, 4, 5, 6, 7, 8, 9]),
    'square.py': 'X = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [13, 14, 15, 16]]\n',
  };
  const { workbench } = await open({ files, open: 'square.py' });
  const frames = workbench.page.locator(panelFrames);
  const array = async () => (await workbench.panel()).values('array');
  const position = async () => (await workbench.panel()).position();
  const tabs = workbench.page.locator('.tab');
  const tab = (name: string) => tabs.filter({ hasText: name });
  await workbench.extended();

  const editor = await workbench.openArrays('T.npy');
  expect(await editor.values('array')).toEqual(grid(values, 0));
  await editor.setField('index0', '1');
  await expect.poll(() => editor.values('array')).toEqual(grid(values, 1));
  await workbench.openFile('square.py');
  await expect.poll(() => frames.count()).toBe(0);
  await workbench.openFile('T.npy');
  await expect.poll(array).toEqual(grid(values, 1));

  await workbench.openFile('row.png');
  const image = await workbench.reopenWith('row.png', 'Layer Lens: Image');
  await expect.poll(() => image.body.innerText()).toContain('(1, 2, 3)');
  await image.setField('index2', '2');
  await expect.poll(() => image.values('array')).toEqual([[1, 30]]);

  // The click that selects the file shows it; its editor would come after the layer's panel.
  await workbench.openFile('W.npy');
  await expect.poll(array).toEqual([
    [1, 0],
    [0, 1],
  ]);
  await explorerMenu(workbench, ['W.npy', 'X.npy'], 'Step Through File: Convolution');
  await expect.poll(async () => (await workbench.panel()).mapIds()).toContain('w');
  const layer = await workbench.panel();
  await layer.click('last');
  expect(await layer.values('z')).toEqual([
    [6, 8],
    [12, 14],
  ]);

  await tab('square.py').click();
  await workbench.cursorTo(1, 8);
  await workbench.command('Layer Lens: Step Through Pooling');
  await expect.poll(async () => (await workbench.panel()).mapIds()).not.toContain('w');
  const pooling = await workbench.panel();
  await pooling.setField('stride', '1');
  await pooling.seek(5);
  const before = await pooling.values('z');
  const openFiles = ['square.py', 'T.npy', 'row.png', 'W.npy'];
  const names = [...openFiles, 'Layer Lens: W.npy + X.npy', 'Layer Lens: square.py'];
  expect(await tabs.allTextContents()).toEqual(names);

  await workbench.reload('"granularity":"window","t":5');
  await expect.poll(position).toEqual({ t: 5, count: 9 });
  expect(await (await workbench.panel()).values('z')).toEqual(before);
  expect(await tabs.allTextContents()).toEqual(names);
  await tab('X.npy').click();
  await expect.poll(position).toEqual({ t: 3, count: 4 });
  await workbench.command('View: Close All Editors in Group');
  await expect.poll(() => frames.count()).toBe(0);
  expect(await tabs.allTextContents()).toEqual(openFiles);
  await tab('row.png').click();
  await expect.poll(array).toEqual([[1, 30]]);
  await tab('T.npy').click();
  await expect.poll(array).toEqual(grid(values, 1));
  expect(workbench.problems.list()).toEqual([]);
});

test('an .npz lists its members, and is stepped through from its editor; a .safetensors its tensors; a table opens on request', async () => {
  const files = {
    'both.npz': zipSync({ 'X.npy': X, 'W.npy': npyFile([1, 2], [7, 8]) }),
    'model.safetensors': tensors(),
    'cells.csv': '1,2\n3,4\n',
    ...notes,
  };
  const { workbench } = await open({ files, open: 'notes.txt' });
  await workbench.extended();
  const tensor = await workbench.openArrays('model.safetensors');
  await tensor.choose('array', 'conv1.weight (1, 2)');
  await expect.poll(() => tensor.values('array')).toEqual([[0.5, -2]]);
  await workbench.openFile('cells.csv');
  const table = await workbench.reopenWith('cells.csv', 'Layer Lens: Table');
  await expect
    .poll(() => table.values('array'))
    .toEqual([
      [1, 2],
      [3, 4],
    ]);
  const editor = await workbench.openArrays('both.npz');
  expect(await editor.values('array')).toEqual(rows);
  await editor.choose('array', 'W (1, 2)');
  await expect.poll(() => editor.values('array')).toEqual([[7, 8]]);
  await workbench.page.getByRole('button', { name: 'Step Through File' }).click();
  await expect.poll(async () => (await workbench.panel()).mapIds()).toEqual(['x', 'w', 'products', 'z']);
});

test('a broken .npy is reported with its fault; when it is written again it is shown', async () => {
  const { workbench, workspace } = await open({
    files: { 'broken.npy': X.subarray(0, X.length - 10), ...notes },
    open: 'notes.txt',
  });
  await workbench.extended();
  const editor = await workbench.openArrays('broken.npy');
  expect(await editor.text('error')).toContain('shape (2, 3) takes 48 bytes, but the file holds 38');
  writeFileSync(workspace.path('broken.npy'), X);
  await expect.poll(async () => (await editor.mapIds()).length).toBe(1);
  expect(await editor.values('array')).toEqual(rows);
  writeFileSync(workspace.path('broken.npy'), npyFile([2, 3], [1, 1, 1, 2, 2, 2]));
  await expect
    .poll(() => editor.values('array'))
    .toEqual([
      [1, 1, 1],
      [2, 2, 2],
    ]);
});

test('a PNG becomes height × width × channels', async () => {
  const pixels = Uint8Array.from([255, 0, 1, 10, 20, 30, 40, 50, 60, 0, 128, 254, 7, 8, 9, 100, 200, 250]);
  const files = { 'dots.png': encode({ width: 3, height: 2, channels: 3, data: pixels }), ...notes };
  const { workbench } = await open({ files, open: 'notes.txt' });
  await explorerMenu(workbench, ['dots.png'], 'Inspect File');
  const panel = await workbench.panel();
  await expect.poll(() => panel.body.innerText()).toContain('(2, 3, 3)');
  expect(await panel.values('array')).toEqual([
    [255, 10, 40],
    [0, 7, 100],
  ]);
  await panel.setField('index2', '2');
  await expect
    .poll(() => panel.values('array'))
    .toEqual([
      [1, 30, 60],
      [254, 9, 250],
    ]);
  expect(workbench.problems.list()).toEqual([]);
});

test('a table and a selected text are input and filter', async () => {
  const files = { 'table.csv': '1,2,3\n4,5,6\n7,8,9\n', 'w.py': 'W = [[1, 0], [0, -1]]\n' };
  const { workbench } = await open({ files, open: 'w.py' });
  await workbench.selectAll();
  await explorerMenu(workbench, ['table.csv'], 'Step Through With Selected Text');
  const panel = await workbench.panel();
  await panel.click('last');
  expect(await panel.values('z')).toEqual([
    [-4, -4],
    [-4, -4],
  ]);
});

function grid(values: readonly number[], index: number): number[][] {
  return [0, 1, 2].map((row) => values.slice(15 * index + 5 * row, 15 * index + 5 * row + 5));
}

/** Two float32 tensors, as their format lays them out: the length of a header, the header, the numbers. */
function tensors(): Uint8Array {
  const header = Buffer.from(
    JSON.stringify({
      'conv1.bias': { dtype: 'F32', shape: [1], data_offsets: [0, 4] },
      'conv1.weight': { dtype: 'F32', shape: [1, 2], data_offsets: [4, 12] },
    }),
  );
  const length = Buffer.alloc(8);
  length.writeUInt32LE(header.length);
  return Buffer.concat([length, header, Buffer.from(Float32Array.of(9, 0.5, -2).buffer)]);
}
