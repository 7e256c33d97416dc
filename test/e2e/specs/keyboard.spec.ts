/** Everything by keyboard: from the palette through the steps to the cells. */
import { expect, test } from 'vitest';
import { panelFrames } from '../harness/Panel';
import { useWorkbench } from '../harness/session';

const open = useWorkbench({ shared: 'in any file' });

test('arrow keys, Home, End and Space step; the live region reads the step', async () => {
  const text = 'X = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [13, 14, 15, 16]]\n';
  const { workbench } = await open({ files: { 'x.py': text }, open: 'x.py', place: '1:8' });
  const { page } = workbench;
  await workbench.command('Layer Lens: Step Through Pooling');
  const panel = await workbench.panel();
  await panel.focus();
  await panel.press('ArrowRight');
  expect((await panel.position()).t).toBe(1);
  expect(await panel.text('live')).toContain('A[0, 0, 1, 0]');
  await panel.press('End');
  expect((await panel.position()).t).toBe(3);
  await panel.press('ArrowLeft');
  expect((await panel.position()).t).toBe(2);
  await panel.press('Home');
  expect((await panel.position()).t).toBe(0);
  await panel.press('Space');
  await expect.poll(async () => (await panel.position()).t, { timeout: 20_000 }).toBe(3);
  expect(await page.locator(panelFrames).count()).toBe(1);
});

test('Tab reaches every field, every timeline button, the slider and every map', async () => {
  const text = 'X = [[1, 2, 3, 4, 5], [5, 6, 7, 8, 9], [9, 10, 11, 12, 13]]\n';
  const { workbench } = await open({ files: { 'wide.py': text }, open: 'wide.py', place: '1:8' });
  await workbench.command('Layer Lens: Step Through Convolution');
  const panel = await workbench.panel();
  await panel.focus();
  // In the middle every button can do something.
  await panel.press('ArrowRight');
  const reached = await panel.tabStops(60);
  for (const action of ['first', 'back', 'play', 'forward', 'last', 'seek'])
    expect(reached).toContain(`action ${action}`);
  for (const id of await panel.mapIds()) expect(reached).toContain(`map ${id}`);
  for (const id of ['pass', 'stride', 'pad']) expect(reached).toContain(`field ${id}`);
});
