/** Lenses over the code and hovers over arrays, as they are seen and clicked. */
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { courseCase, plane, type Nested } from '../../shared/course';
import { useWorkbench } from '../harness/session';
import type { Workbench } from '../harness/Workbench';

const open = useWorkbench({ shared: 'in any file' });

const cell = (courseCase('pool_backward_max') as unknown as { code: string }).code;
const filters = 'W = np.array([[1., 0., -1.],\n              [2., 0., -2.]])\n';

function lens(workbench: Workbench, title: string) {
  return workbench.page.locator('.codelens-decoration a', { hasText: title });
}

/** Moves the mouse over a line, from 0, and rests until the array's hover is shown. */
async function hover({ page }: Workbench, line: number) {
  const shown = page.locator('.monaco-hover:not(.hidden)', { hasText: 'Inspect' });
  const box = await boxOf(page.locator('.view-line').nth(line));
  // A language feature that registers later is not asked again until the mouse moves.
  for (let x = box.x + 140; !(await shown.isVisible()) && x < box.x + 200; x += 5) {
    await page.mouse.move(x, box.y + box.height / 2, { steps: 3 });
    await shown.waitFor({ timeout: 4000 }).catch(() => undefined);
  }
  await shown.waitFor();
  return shown;
}

/** Where an element is; the editor replaces its lines when their colours become known. */
async function boxOf(locator: Locator) {
  for (;;) {
    const box = await locator.boundingBox();
    if (box) return box;
  }
}

test('the lens over pool_backward opens that call with its real arguments', async () => {
  const { workbench } = await open({ files: { 'cell.py': `import numpy as np\n${cell}` }, open: 'cell.py' });
  await lens(workbench, 'Step through pool_backward').click();
  const panel = await workbench.panel();
  await panel.click('last');
  const { expected } = courseCase('pool_backward_max');
  const result: Nested = expected['dA_prev']!;
  const [batch = 0, , , channels = 0] = result.shape;
  const shown = await panel.values('dX');
  plane(result, batch - 1, channels - 1).forEach((row, r) =>
    row.forEach((value, c) => expect(shown[r]![c]).toBeCloseTo(value, 10)),
  );
});

test('the lens over a literal names its shape and opens it; a pair and a comment have none; scrolling finds those further down', async () => {
  const text = `size = [3, 4]\n# old = [[1, 2], [3, 4]]\n${filters}${'x = 1\n'.repeat(400)}more = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]\n`;
  const { workbench } = await open({ files: { 'size.py': text }, open: 'size.py' });
  await lens(workbench, 'Inspect (2, 3)').click();
  const panel = await workbench.panel();
  expect(await panel.values('array')).toEqual([
    [1, 0, -1],
    [2, 0, -2],
  ]);
  // Filters alone are not a layer's input. VS Code draws the lenses again when the editor becomes narrower.
  await expect.poll(() => workbench.page.locator('.codelens-decoration a').allInnerTexts()).toEqual(['Inspect (2, 3)']);
  await workbench.cursorTo(405);
  await lens(workbench, 'Inspect (3, 3)').waitFor();
});

test('a lens over an array in prose opens the layer of the words around it', async () => {
  const text = 'Apply max pooling with a window of 2 x 2 and stride 1 to\n\n[[1, 2, 3],\n [4, 5, 6],\n [7, 8, 9]]\n';
  const { workbench } = await open({ files: { 'exercise.txt': text }, open: 'exercise.txt' });
  await lens(workbench, 'Step through').click();
  const panel = await workbench.panel();
  await panel.click('last');
  expect(await panel.values('z')).toEqual([
    [5, 6],
    [8, 9],
  ]);
});

test('a hover over a literal shows its picture, shape and range, and its link opens it', async () => {
  const { workbench } = await open({ files: { 'filters.py': filters }, open: 'filters.py' });
  const shown = await hover(workbench, 1);
  await expect.poll(() => shown.innerText()).toContain('W (2, 3) float64');
  expect(await shown.innerText()).toContain('from −2 to 2, mean 0');
  expect(await shown.innerText()).toContain('NaN 0, infinite 0');
  const image = shown.locator('img');
  await expect.poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(72);
  await shown.getByText('Inspect', { exact: true }).click();
  const panel = await workbench.panel();
  expect(await panel.values('array')).toEqual([
    [1, 0, -1],
    [2, 0, -2],
  ]);
});

test('off by their settings, in a file that is too large or in all, while a file is open: the hover stays', async () => {
  const { workbench, workspace } = await open({ files: { 'off.py': filters }, open: 'off.py' });
  const seen = lens(workbench, 'Inspect (2, 3)');
  await seen.waitFor();
  // Thousands of characters.
  workspace.change({ 'layerLens.codeLens.maxFileSize': 0.01 });
  await seen.waitFor({ state: 'hidden' });
  workspace.change({});
  await seen.waitFor();
  workspace.change({ 'layerLens.codeLens.enabled': false });
  await seen.waitFor({ state: 'hidden' });
  await hover(workbench, 1);
  workspace.change({});
  await seen.waitFor();
});
