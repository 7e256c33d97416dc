/** Scene files in the real VS Code: opened from the explorer as a picture, edited as text next to it, completed by the schema. */
import { expect, test } from 'vitest';
import { useWorkbench } from '../harness/session';

const open = useWorkbench({ shared: 'in any file' });

const scene = {
  version: 2,
  title: 'A sum',
  arrays: [
    { name: 'x', shape: [2, 3], values: [1, 2, 3, 4, 5, 6] },
    { name: 'w', shape: [2, 2], values: [1, 1, 1, 1] },
  ],
  show: 'conv',
  step: 1,
  notes: [{ step: 1, text: 'The last window.' }],
};
const notes = { 'notes.txt': 'notes\n' };

test('a scene opens from the explorer at its step, as text on request, and follows the text next to it', async () => {
  const files = { 'sum.layerlens.json': JSON.stringify(scene, null, 2), ...notes };
  const { workbench } = await open({ files, open: 'notes.txt' });
  const { page } = workbench;
  await workbench.extended();
  const editor = await workbench.openArrays('sum.layerlens.json');
  expect(await editor.position()).toEqual({ t: 1, count: 2 });
  await editor.frame.getByText('The last window.').waitFor();
  expect((await editor.values('z'))[0]![1]).toBe(16);
  await editor.click('first');
  await workbench.openFile('notes.txt');
  await workbench.openFile('sum.layerlens.json');
  await expect.poll(async () => (await workbench.panel()).position()).toEqual({ t: 0, count: 2 });

  await workbench.command('Layer Lens: Reopen as Text');
  await expect.poll(() => workbench.editorText()).toContain('"title": "A sum"');
  expect(await page.locator('.tab', { hasText: 'sum.layerlens.json' }).count()).toBe(1);
  await workbench.command('Layer Lens: Open Scene');
  const second = await workbench.panel();
  expect(await second.position()).toEqual({ t: 1, count: 2 });
  await workbench.cursorTo(1);
  await page.keyboard.press('Control+H');
  const find = page.locator('.find-widget');
  await find.getByPlaceholder('Find').fill('The last window');
  await find.getByPlaceholder('Replace').fill('Sixteen');
  await find.getByPlaceholder('Replace').press('Control+Alt+Enter');
  await second.frame.getByText('Sixteen.').waitFor();
  expect(workbench.problems.list()).toEqual([]);
});

test('the link to a scene opens it at its step; a broken link is named', async () => {
  const files = { 'link.layerlens.json': JSON.stringify(scene, null, 2), ...notes };
  const { workbench } = await open({ files, open: 'notes.txt' });
  const { page } = workbench;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await workbench.extended();
  await workbench.openArrays('link.layerlens.json');
  await workbench.command('Layer Lens: Copy Link to Scene');
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toMatch(/^[\w-]+:\/\/layer-lens\.layer-lens\/scene\?[\w-]+$/);
  const link = await copied();
  await workbench.closeEditors();

  const openLink = async (address: string) => {
    await workbench.command('Developer: Open URL');
    const input = page.locator('.quick-input-widget input');
    await input.fill(address);
    await input.press('Enter');
    await page.locator('.monaco-dialog-box').getByText('Open', { exact: true }).click();
  };
  await openLink(link);
  const panel = await workbench.panel();
  expect(await panel.position()).toEqual({ t: 1, count: 2 });
  await panel.frame.getByText('The last window.').waitFor();
  await openLink(link.slice(0, -6));
  await workbench.notifications.containing('the link does not hold a whole scene');
  expect(workbench.problems.list()).toEqual([]);
});

test('a scene that is dragged from the explorer opens in its editor', async () => {
  const files = { 'drag.layerlens.json': JSON.stringify(scene, null, 2), ...notes };
  const { workbench } = await open({ files, open: 'notes.txt' });
  const { page } = workbench;
  await workbench.extended();
  const row = page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'drag.layerlens.json' });
  await row.hover();
  await page.mouse.down();
  const { x, y, width, height } = (await page.locator('.editor-group-container').first().boundingBox())!;
  const [centerX, centerY] = [x + width / 2, y + height / 2];
  await page.mouse.move(centerX - 20, centerY - 20, { steps: 10 });
  await page.locator('#monaco-workbench-editor-drop-overlay').waitFor();
  await page.mouse.move(centerX, centerY, { steps: 5 });
  await page.mouse.up();
  await page.locator('.tab.active', { hasText: 'drag.layerlens.json' }).waitFor();
  expect(await (await workbench.panel()).position()).toEqual({ t: 1, count: 2 });
});

test('a scene of a newer version is named, and opens as text by its button', async () => {
  const files = { 'new.layerlens.json': JSON.stringify({ ...scene, version: 99 }), ...notes };
  const { workbench } = await open({ files, open: 'notes.txt' });
  await workbench.extended();
  const editor = await workbench.openArrays('new.layerlens.json');
  expect(await editor.text('error')).toContain('the scene has version 99; this Layer Lens reads up to 2');
  await editor.frame.locator('[data-action=openWith]').click();
  await expect.poll(() => workbench.editorText()).toContain('"version":99');
});

test('the schemas validate a lesson with its scenes and notes, and complete a scene, as text', async () => {
  const part = { scene: { ...scene, show: 'everything' }, notes: [{ step: 'first', text: 'x' }] };
  const lesson = { version: 1, title: 'Own', parts: [part] };
  const files = {
    'text.layerlens-lesson.json': JSON.stringify(lesson, null, 2),
    'text.layerlens.json': '{\n  "version": 2,\n  \n}\n',
    ...notes,
  };
  const { workbench } = await open({ files, open: 'text.layerlens-lesson.json' });
  const { page } = workbench;
  await workbench.command('Problems: Focus on Problems View');
  const problems = page.locator('.markers-panel');
  // The note's format and the scene's are in the other schema.
  await problems.getByText('Incorrect type. Expected "integer".').waitFor();
  await problems.getByText('Value is not accepted. Valid values: "conv", "pool", "any", "inspect".').waitFor();
  await workbench.openFile('text.layerlens.json');
  await workbench.cursorTo(3, 3);
  await page.keyboard.press('Control+Space');
  const suggestions = page.locator('.suggest-widget .monaco-list-row');
  await suggestions.filter({ hasText: 'notes' }).first().waitFor();
  expect(await suggestions.filter({ hasText: 'granularity' }).count()).toBe(0);
});
