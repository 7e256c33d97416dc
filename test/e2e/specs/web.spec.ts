/** VS Code for the Web: the extension in the browser's host, from a package that Node's host cannot run. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startServer, type Server } from '../../../scripts/lib/server.mjs';
import { cellOf, expectBackwardPass, selectCell } from '../harness/notebook';
import { panelFrames } from '../harness/Panel';
import { succeeds } from '../harness/QuickInput';
import { useWorkbench } from '../harness/session';
import { packageForBrowser, watchWorkers } from '../harness/webHost';
import type { Workbench } from '../harness/Workbench';

const open = useWorkbench({ shared: 'in any file' });
let server: Server;
let vsix: string;

beforeAll(async () => {
  vsix = packageForBrowser(inject('vsix'));
  server = await startServer({ vsix, quick: true });
});
afterAll(async () => {
  await server.stop();
  rmSync(dirname(vsix), { recursive: true });
});

/** A window whose folder is only in the memory of an extension: `test/e2e/memory-extension` has its files. */
async function openVirtual(): Promise<Workbench> {
  const virtual = { extension: 'memory-extension', virtualFolder: 'layerlens-memory:/' };
  const { workbench } = await open({ origin: server.origin, ...virtual });
  await workbench.extended();
  return workbench;
}

// First: the workers are watched from the first one of the window.
test('a long text is read by a worker; workers may compile WebAssembly with SIMD', async () => {
  const workbench = await openVirtual();
  await workbench.openFile('long.py');
  const workers = await watchWorkers(workbench.page);
  expect(await workers.compilesSimd()).toBe(true);
  await workbench.selectAll();
  await workbench.command('Layer Lens: Inspect Array');
  const panel = await workbench.panel();
  expect((await panel.values('array'))[1]![1]).toBe(101 % 17);
  expect(await workers.replies()).toContain('read');
});

test('an evaluation that is cancelled ends its worker; the panel keeps its picture, and the host answers and reads on', async () => {
  const workbench = await openVirtual();
  const workers = await watchWorkers(workbench.page);
  await workbench.openFile('x.py');
  await workbench.selectAll();
  await workbench.command('Layer Lens: Step Through Pooling');
  const panel = await workbench.panel();
  await panel.click('last');
  const picture = [
    [6, 8],
    [14, 16],
  ];
  expect(await panel.values('z')).toEqual(picture);

  await workbench.focusEditor();
  await workbench.openFile('endless.py');
  await workbench.selectAll();
  await workbench.command('Layer Lens: Inspect Array');
  await cancelReading(workbench);
  await expect.poll(() => workers.ended()).toBe(1);
  expect(await workers.replies()).not.toContain('read');
  expect(await workbench.notifications.texts()).toEqual([]);
  await workbench.notifications.hideList();
  expect(await workbench.page.locator(panelFrames).count()).toBe(1);
  expect(await panel.values('z')).toEqual(picture);
  await panel.setField('stride', '1');
  await expect.poll(async () => (await panel.position()).count).toBe(9);

  await workbench.focusEditor();
  await workbench.openFile('next.py');
  await workbench.selectAll();
  await workbench.command('Layer Lens: Inspect Array');
  await expect.poll(() => workers.replies()).toContain('read');
  await expect.poll(() => panel.mapIds()).toEqual(['array']);
});

async function cancelReading({ notifications }: Workbench): Promise<void> {
  const reading = await notifications.containing('Layer Lens reads endless.py');
  await reading.hover();
  await reading.getByRole('button', { name: 'Cancel' }).click();
  await reading.waitFor({ state: 'hidden' });
}

test('a large layer is computed by workers with WebAssembly', async () => {
  const workbench = await openVirtual();
  await workbench.openFile('large.py');
  const workers = await watchWorkers(workbench.page);
  await workbench.selectAll();
  await workbench.command('Layer Lens: Step Through Convolution');
  const panel = await workbench.panel();
  await panel.click('last');
  await expect.poll(() => workers.replies(), { timeout: 60_000 }).toContain('result');
  expect(await workers.replies()).toContain('instantiated');
});

test('a cell of a notebook is stepped through, with the arrays of the cells above', async () => {
  const workbench = await openVirtual();
  await workbench.openFile('web.ipynb');
  await cellOf(workbench, 'pool_backward(dA').waitFor();
  await selectCell(workbench, 'pool_backward(dA');
  await workbench.command('Layer Lens: Step Through Cell');
  await expectBackwardPass(await workbench.panel());
  await workbench.page.locator('.tab', { hasText: 'web.ipynb, cell 4' }).waitFor();
});

test('a text is stepped through, changed and refused at its field; an array file changes; a scene is changed and saved', async () => {
  const workbench = await openVirtual();
  await workbench.openFile('x.py');
  await workbench.page.locator('.codelens-decoration a', { hasText: 'Inspect' }).waitFor();
  await workbench.selectAll();
  await workbench.command('Layer Lens: Step Through Pooling');
  const panel = await workbench.panel();
  await panel.click('last');
  expect(await panel.values('z')).toEqual([
    [6, 8],
    [14, 16],
  ]);
  await panel.setField('stride', '1');
  await expect.poll(async () => (await panel.position()).count).toBe(9);
  await panel.setField('kernel', '9');
  await expect.poll(() => panel.field('kernel').innerText()).toContain('larger than the padded input');
  await workbench.closeEditors();

  const editor = await workbench.openArrays('T.npy');
  expect(await editor.values('array')).toEqual([
    [1, 2, 3],
    [4, 5, 6],
  ]);
  await workbench.command('Layer Lens Test: Change Array');
  await expect
    .poll(() => editor.values('array'))
    .toEqual([
      [6, 5, 4],
      [3, 2, 1],
    ]);
  const scene = await workbench.openArrays('sum.layerlens.json');
  expect(await scene.values('z')).toEqual([[12, 16]]);
  await scene.setField('stride', '2');
  await expect.poll(async () => (await scene.position()).count).toBe(1);
  await workbench.command('File: Save');
  await workbench.page.locator('.tab.active:not(.dirty)', { hasText: 'sum.layerlens.json' }).waitFor();
  await workbench.command('Layer Lens: Open Gallery');
  const gallery = workbench.page.frameLocator(panelFrames).last().frameLocator('#active-frame');
  await expect.poll(() => gallery.locator('.gallery-card').count()).toBeGreaterThan(20);
  expect(workbench.problems.list()).toEqual([]);
});

test('Check My Code names the line that ignores the stride, and its repair is applied', async () => {
  const workbench = await openVirtual();
  await workbench.openFile('stride.py');
  const workers = await watchWorkers(workbench.page);
  await workbench.command('Layer Lens: Check My Code');
  const toast = await workbench.notifications.containing('stride');
  expect(await workers.replies()).toContain('checked');
  await toast.getByText('Apply', { exact: true }).click();
  await expect.poll(() => workbench.editorText()).toContain('vs = h * stride');
});

test('an example, whose steps are saved as a page; a lens; a scene of the gallery and a lesson', async () => {
  const workbench = await openVirtual();
  const { page } = workbench;
  await workbench.command('Layer Lens: Open an Example');
  await workbench.pick('pool_backward');
  const panel = await workbench.panel();
  await panel.click('last');
  await expect.poll(() => panel.mapIds()).toContain('dX');

  await workbench.command('Layer Lens: Export Steps as Page or Notebook…');
  const input = page.locator('.quick-input-widget input').first();
  await expect.poll(() => input.inputValue()).toMatch(/^1-\d+$/);
  await input.press('Enter');
  // In a window with a server, VS Code's dialog offers the server's folders, not the virtual one.
  const file = join(mkdtempSync(join(inject('workspaces'), 'exported-')), 'steps.html');
  await saveAs(workbench, file);
  await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8')).toMatch(/^<!doctype html>/i);

  await workbench.openFile('x.py');
  await page.locator('.codelens-decoration a', { hasText: 'Inspect (4, 4)' }).click();
  await expect.poll(() => panel.mapIds()).toEqual(['array']);

  await workbench.command('Layer Lens: Open Gallery');
  const gallery = page.frameLocator(panelFrames).last().frameLocator('#active-frame');
  await gallery.locator('[data-scene="31-gradients-add"]').click();
  await page.locator('.tab', { hasText: 'Why gradients add up' }).waitFor();
  const scene = await workbench.panel();
  await expect.poll(async () => (await scene.values('dX'))[1]?.[1]).toBe(10);
  await workbench.command('Layer Lens: Play Lesson');
  await workbench.pick('Convolution, forward');
  const lesson = await workbench.panel();
  await lesson.frame.locator('[data-part=lesson]').waitFor();
  expect(workbench.problems.list()).toEqual([]);
});

/**
 * Saves as `path` in the dialog that is open. With its first list the dialog writes a path of its own, so that what was typed before
 * is lost; while it reads the folder of a path, it takes no key.
 */
async function saveAs({ page }: Workbench, path: string): Promise<void> {
  const widget = page.locator('.quick-input-widget');
  const input = widget.locator('input').first();
  await widget.locator('.monaco-list-row').first().waitFor();
  await expect.poll(() => input.inputValue()).toContain('.html');
  await input.fill(path);
  const saved = () => succeeds(input.waitFor({ state: 'hidden', timeout: 2_000 }));
  do await input.press('Enter');
  while (!(await saved()));
}
