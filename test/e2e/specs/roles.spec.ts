/** Names decide which array is what, whatever the order; without names the order does; nothing selected is filled in. */
import { expect, test } from 'vitest';
import { useWorkbench } from '../harness/session';

const open = useWorkbench({ shared: 'in any file' });

test('W before A_prev: names decide', async () => {
  const text = 'W = [[1, 0], [0, -1], [2, 1]]\nA_prev = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]]\n';
  const { workbench } = await open({ files: { 'names.py': text }, open: 'names.py' });
  await workbench.selectAll();
  await workbench.command('Layer Lens: Step Through Convolution');
  const panel = await workbench.panel();
  expect(await panel.values('w')).toEqual([
    [1, 0],
    [0, -1],
    [2, 1],
  ]);
  await panel.click('last');

  expect(await panel.values('z')).toEqual([[23, 26, 29]]);
});

test('two arrays without names: the first is the input, the second the filter', async () => {
  const text = '[[1, 2, 3], [4, 5, 6], [7, 8, 9]]\n\n[[1, 1], [1, 1]]\n';
  const { workbench } = await open({ files: { 'order.txt': text }, open: 'order.txt' });
  await workbench.selectAll();
  await workbench.command('Layer Lens: Step Through Convolution');
  const panel = await workbench.panel();
  await panel.click('last');
  expect(await panel.values('z')).toEqual([
    [12, 16],
    [24, 28],
  ]);
});

test('the cursor in an array without a filter: a well-known filter is used and stated as assumed', async () => {
  const text = 'image = [[0, 0, 9, 9], [0, 0, 9, 9], [0, 0, 9, 9]]\n';
  const { workbench } = await open({ files: { 'image.py': text }, open: 'image.py', place: '1:20' });
  await workbench.command('Layer Lens: Step Through Convolution');
  const panel = await workbench.panel();
  expect(await panel.mapIds()).toEqual(['x', 'w', 'products', 'z']);
  await expect.poll(() => panel.body.innerText()).toContain('No filter selected');
});

test('pooling: max becomes average and forward becomes backward in the panel', async () => {
  const text = 'X = [[1, 5, 2, 0], [3, 4, 8, 6]]\n';
  const { workbench } = await open({ files: { 'row.py': text }, open: 'row.py', place: '1:8' });
  await workbench.command('Layer Lens: Step Through Pooling');
  const panel = await workbench.panel();
  await panel.click('last');
  expect(await panel.values('z')).toEqual([[5, 8]]);
  await panel.choose('mode', 'average');
  await panel.click('last');
  expect(await panel.values('z')).toEqual([[3.25, 4]]);
  await panel.choose('pass', 'backward');
  await panel.click('last');
  expect(await panel.mapIds()).toContain('dX');
  // dA is random, as in the course; a window's cells share one of its values.
  const [above = [], below = []] = await panel.values('dX');
  expect(below).toEqual(above);
  expect([above[1], above[3]]).toEqual([above[0], above[2]]);
  expect(above[0]).not.toBe(above[2]);
  await expect.poll(() => panel.body.innerText()).toContain('random');
});
