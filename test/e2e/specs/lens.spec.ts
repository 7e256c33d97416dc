/** Lenses over the code and hovers over arrays, as they are seen and clicked. */
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { courseCase, plane, type Nested } from '../harness/course';
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

test('the lens over a literal names its shape and opens it; a pair and a comment have none', async () => {
  const text = `size = [3, 4]\n# old = [[1, 2], [3, 4]]\n${filters}`;
  const { workbench } = await open({ files: { 'size.py': text }, open: 'size.py' });
  await lens(workbench, 'Inspect (2, 3)').click();
  const panel = await workbench.panel();
  expect(await panel.values('array')).toEqual([
    [1, 0, -1],
    [2, 0, -2],
  ]);
  // Filters alone are not a layer's input. VS Code draws the lenses again when the editor becomes narrower.
  await expect.poll(() => workbench.page.locator('.codelens-decoration a').allInnerTexts()).toEqual(['Inspect (2, 3)']);
});

test('scrolling finds lenses further down', async () => {
  const text = `${'x = 1\n'.repeat(400)}${filters}`;
  const { workbench } = await open({ files: { 'long.py': text }, open: 'long.py' });
  await workbench.cursorTo(402);
  await lens(workbench, 'Inspect (2, 3)').waitFor();
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

const small = { 'layerLens.codeLens.maxFileSize': 10 };

test('a large file has none, while a small one next to it has', async () => {
  const large = `data = [${`[${'1, '.repeat(50)}2],\n`.repeat(100)}]\n`;
  const files = { 'a-large.py': large, 'b-small.py': filters };
  const { workbench } = await open({ files, open: 'a-large.py', settings: small });
  await workbench.openFile('b-small.py');
  await lens(workbench, 'Inspect (2, 3)').waitFor();
  await workbench.openFile('a-large.py');
  await workbench.cursorTo(2, 5);
  expect(await lens(workbench, 'Inspect').count()).toBe(0);
});

test('off by their settings, while a file is open: the hover stays without lenses', async () => {
  const { workbench, workspace } = await open({ files: { 'off.py': filters }, open: 'off.py', settings: small });
  await lens(workbench, 'Inspect (2, 3)').waitFor();
  workspace.change({ 'layerLens.codeLens.enabled': false });
  await lens(workbench, 'Inspect').waitFor({ state: 'hidden' });
  await hover(workbench, 1);
  expect(await lens(workbench, 'Inspect').count()).toBe(0);
});
