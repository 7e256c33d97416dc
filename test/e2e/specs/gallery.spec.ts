/** The gallery and its scenes in the real VS Code; arrays copied from a scene's panel. */
import { expect, test } from 'vitest';
import { useWorkbench } from '../harness/session';
import { panelFrames } from '../harness/Panel';

const open = useWorkbench({ shared: 'in any file' });

test('a scene of the gallery opens with its note, and a gradient of it is copied as JSON', async () => {
  // Without a file VS Code for the Web opens its own walkthrough, which takes the focus from the palette.
  const { workbench } = await open({ files: { 'notes.txt': 'notes\n' }, open: 'notes.txt' });
  const { page } = workbench;
  await workbench.command('Layer Lens: Open Gallery');
  const gallery = page.frameLocator(panelFrames).last().frameLocator('#active-frame');
  await gallery.locator('body[data-ready="true"]').waitFor({ state: 'attached' });
  expect(await gallery.locator('.gallery-card').count()).toBeGreaterThan(20);
  await gallery.locator('[data-scene="31-gradients-add"]').click();
  await expect.poll(() => page.locator('.tab', { hasText: 'Why gradients add up' }).count()).toBe(1);
  const panel = await workbench.panel();
  await expect.poll(async () => (await panel.values('dX'))[1]?.[1]).toBe(10);
  expect(await panel.frame.locator('[data-part=note]').textContent()).toContain('4 + 3 + 2 + 1 = 10');

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await workbench.command('Layer Lens: Copy Array As');
  await workbench.pick('dA_prev');
  await workbench.pick('JSON');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^\[\[\[\[1\],\n/);
});

test('next to a text, a scene opens in the column of the gallery, not in a third one', async () => {
  const { workbench } = await open({ files: { 'a.py': 'A = [[1, 2], [3, 4]]\n' }, open: 'a.py', place: '1:8' });
  const { page } = workbench;
  await workbench.command('Layer Lens: Inspect Array');
  await workbench.panel();
  await workbench.command('Layer Lens: Open Gallery');
  await page.locator('.tab.active', { hasText: 'Layer Lens Gallery' }).waitFor();
  const gallery = page.frameLocator(panelFrames).last().frameLocator('#active-frame');
  await gallery.locator('[data-scene="31-gradients-add"]').click();
  await page.locator('.tab.active', { hasText: 'Why gradients add up' }).waitFor();
  expect(await page.locator('.editor-group-container').count()).toBe(2);
});

test('“Check code” on a mistake opens its wrong function and names the line', async () => {
  const { workbench } = await open({ files: { 'notes.txt': 'notes\n' }, open: 'notes.txt' });
  const { page } = workbench;
  await workbench.command('Layer Lens: Open Gallery');
  const gallery = page.frameLocator(panelFrames).last().frameLocator('#active-frame');
  await gallery.locator('body[data-ready="true"]').waitFor({ state: 'attached' });
  await gallery.locator('[data-code="40-forgotten-stride"]').click();
  await workbench.notifications.containing('stride');
  await expect.poll(() => workbench.editorText()).toContain('def pool_backward');
});
