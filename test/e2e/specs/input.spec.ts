/** Bad input is explained at its place with its numbers, and the last good picture stays. */
import { expect, test } from 'vitest';
import { panelFrames } from '../harness/Panel';
import { useWorkbench } from '../harness/session';

const open = useWorkbench({ shared: 'in any file' });
const square = 'X = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [13, 14, 15, 16]]\n';

test('a kernel larger than the padded input is explained at its field; the picture stays; a good value repairs it', async () => {
  const { workbench } = await open({ files: { 'x.py': square }, open: 'x.py', place: '1:8' });
  await workbench.command('Layer Lens: Step Through Pooling');
  const panel = await workbench.panel();
  await panel.click('last');
  const before = await panel.values('z');
  await panel.setField('kernel', '5');
  await expect.poll(() => panel.field('kernel').innerText()).toContain('kernel 5 is larger than the padded input 4');
  expect(await panel.values('z')).toEqual(before);
  await panel.setField('kernel', '4');
  await expect.poll(() => panel.field('kernel').innerText()).not.toContain('larger');
  expect(await panel.values('z')).toEqual([[16]]);
});

test('a stride of 0 and a word are refused at the field', async () => {
  const { workbench } = await open({ files: { 'x.py': square }, open: 'x.py', place: '1:8' });
  await workbench.command('Layer Lens: Step Through Pooling');
  const panel = await workbench.panel();
  await panel.setField('stride', '0');
  await expect.poll(() => panel.field('stride').innerText()).toContain('at least 1');
  await panel.setField('stride', 'two');
  await expect.poll(() => panel.field('stride').innerText()).toContain('two');
});

test.each([
  ['ragged', '[[1, 2, 3], [4, 5]]\n'],
  ['elided', '[[1. 2. ... 8. 9.]\n [1. 2. ... 8. 9.]]\n'],
  ['no array', 'hello world\n'],
])('%s text is refused with a message and opens no picture', async (name, text) => {
  const { workbench } = await open({ files: { [`${name}.txt`]: text }, open: `${name}.txt` });
  await workbench.selectAll();
  await workbench.command('Layer Lens: Step Through Convolution');
  await expect.poll(() => workbench.notifications.texts()).not.toEqual([]);
  expect(await workbench.page.locator(panelFrames).count()).toBe(0);
});
