/** The panel's life: hidden and shown, the same source opened twice; `files.spec.ts` loads the window again. */
import { expect, test } from 'vitest';
import { panelFrames } from '../harness/Panel';
import { useWorkbench } from '../harness/session';

const open = useWorkbench({ shared: 'in any file' });
const files = {
  'x.py': 'X = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [13, 14, 15, 16]]\n',
  'other.py': 'Y = [[1, 2], [3, 4]]\n',
};

test('a file opens in the column of the text, a second panel in that of the first, which then has the same step; the same source again: its panel is reused', async () => {
  const { workbench } = await open({ files, open: 'x.py', place: '1:8' });
  await workbench.command('Layer Lens: Step Through Pooling');
  const panel = await workbench.panel();
  await panel.seek(2);
  const before = await panel.values('z');
  await workbench.openFile('other.py');
  const groups = workbench.page.locator('.editor-group-container');
  expect(await groups.first().locator('.tab', { hasText: 'other.py' }).count()).toBe(1);
  await workbench.cursorTo(1, 8);
  await workbench.command('Layer Lens: Inspect Array');
  await workbench.page.locator('.tab.active', { hasText: 'Layer Lens: other.py' }).waitFor();
  expect(await groups.count()).toBe(2);
  await workbench.command('View: Close Editor');
  const again = await workbench.panel();
  expect(await again.position()).toEqual({ t: 2, count: 4 });
  expect(await again.values('z')).toEqual(before);

  await workbench.openFile('x.py');
  await workbench.cursorTo(1, 8);
  await workbench.command('Layer Lens: Step Through Convolution');
  await expect.poll(() => again.mapIds()).toEqual(['x', 'w', 'products', 'z']);
  expect(await workbench.page.locator(panelFrames).count()).toBe(1);
  expect(await workbench.page.locator('.tab', { hasText: 'Layer Lens' }).count()).toBe(1);
  expect(workbench.problems.list()).toEqual([]);
});

test('after all editors are closed, a file opens in the column that is left, not next to an empty one', async () => {
  const { workbench } = await open({ files, open: 'x.py', place: '1:8' });
  await workbench.command('Layer Lens: Inspect Array');
  await workbench.panel();
  await workbench.closeEditors();
  await workbench.openFile('other.py');
  expect(await workbench.page.locator('.editor-group-container').count()).toBe(1);
});
