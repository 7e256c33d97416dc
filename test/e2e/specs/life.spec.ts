/** The panel's life: hidden and shown, the window reloaded, the same source opened twice. */
import { expect, test } from 'vitest';
import { panelFrames } from '../harness/Panel';
import { useWorkbench } from '../harness/session';

const open = useWorkbench({ shared: 'in any file' });
const files = {
  'x.py': 'X = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [13, 14, 15, 16]]\n',
  'other.txt': 'other\n',
};

test('hidden behind another editor and shown again: the same step', async () => {
  const { workbench } = await open({ files, open: 'x.py', place: '1:8' });
  await workbench.command('Layer Lens: Step Through Pooling');
  const panel = await workbench.panel();
  await panel.seek(2);
  const before = await panel.values('z');
  await workbench.page.keyboard.press('Control+2');
  await workbench.openFile('other.txt');
  await expect.poll(() => workbench.page.locator(panelFrames).count()).toBe(0);
  await workbench.command('View: Close Editor');
  const again = await workbench.panel();
  expect(await again.position()).toEqual({ t: 2, count: 4 });
  expect(await again.values('z')).toEqual(before);
  expect(workbench.problems.list()).toEqual([]);
});

test('the window is reloaded: the panel comes back with its step', async () => {
  const { workbench } = await open({ files, open: 'x.py', place: '1:8' });
  await workbench.command('Layer Lens: Step Through Pooling');
  const panel = await workbench.panel();
  await panel.setField('stride', '1');
  await panel.seek(5);
  const before = await panel.values('z');
  await workbench.reload('"granularity":"window","t":5');
  const again = await workbench.panel();
  expect(await again.position()).toEqual({ t: 5, count: 9 });
  expect(await again.values('z')).toEqual(before);
  expect(workbench.problems.list()).toEqual([]);
});

test('the same source again: its panel is reused', async () => {
  const { workbench } = await open({ files, open: 'x.py', place: '1:8' });
  await workbench.command('Layer Lens: Step Through Pooling');
  await workbench.panel();
  await workbench.cursorTo(1, 8);
  await workbench.command('Layer Lens: Step Through Convolution');
  const panel = await workbench.panel();
  await expect.poll(() => panel.mapIds()).toEqual(['x', 'w', 'products', 'z']);
  expect(await workbench.page.locator(panelFrames).count()).toBe(1);
});
