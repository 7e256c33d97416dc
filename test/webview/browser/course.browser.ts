/** The course's cases in the panel: the cells of their steps, forward and backward, have the values that the course prints. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { at, courseCase, plane, type Nested } from '../../shared/course';
import { ready } from '../harness/PanelPage';
import { press } from '../harness/sceneSteps';
import { course } from '../harness/sceneTexts';
import { usePanel } from '../harness/usePanel';

const open = usePanel();

async function openCase(name: string): Promise<Page> {
  const { page } = await open({ text: course(name), purpose: name.startsWith('conv') ? 'conv' : 'pool' });
  if (name.includes('average')) await press('mode', 'average')(page);
  return page;
}

async function seek(page: Page, t: number): Promise<void> {
  await page.locator('input[data-action=seek]').fill(String(t));
  await ready(page);
}

/** The exact values of a map; NaN where a cell is not computed yet. */
async function valuesOf(page: Page, map: string): Promise<readonly (readonly number[])[]> {
  const rows = await page
    .locator(`[data-map=${map}] table tbody tr`)
    .evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')));
  return rows.map((row) => row.map((text) => (text === '' ? NaN : Number(text.replace('−', '-')))));
}

function expectClose(actual: readonly (readonly number[])[], expected: number[][]): void {
  expect(actual.map((row) => row.length)).toEqual(expected.map((row) => row.length));
  expected.forEach((row, r) => row.forEach((value, c) => expect(actual[r]![c]).toBeCloseTo(value, 10)));
}

/** A step in the course's order: example, row, column, channel. */
function stepOf({ shape }: Nested, i: number, h: number, w: number, c: number): number {
  const [, rows = 0, cols = 0, channels = 0] = shape;
  return ((i * rows + h) * cols + w) * channels + c;
}

test.each([
  ['conv_forward', 'Z'],
  ['pool_forward_max_stride1', 'A'],
  ['pool_forward_average_stride2', 'A'],
])('%s: the cell of each step and the last plane hold the course’s values', async (name, output) => {
  const expected = courseCase(name).expected[output]!;
  const [batch = 0, rows = 0, cols = 0, channels = 0] = expected.shape;
  const page = await openCase(name);
  const last = await page.locator('input[data-action=seek]').getAttribute('max');
  expect(Number(last)).toBe(batch * rows * cols * channels - 1);
  for (const [i, h, w, c] of [
    [0, 0, 0, 0],
    [0, rows - 1, 0, channels - 1],
    [1, 0, cols - 1, 1],
    [batch - 1, rows - 1, cols - 1, channels - 1],
  ] as const) {
    await seek(page, stepOf(expected, i, h, w, c));
    const shown = await valuesOf(page, 'z');
    expect(shown[h]![w]).toBeCloseTo(at(expected, i, h, w, c), 10);
    if (w + 1 < cols) expect(shown[h]![w + 1]).toBeNaN();
  }
  expectClose(await valuesOf(page, 'z'), plane(expected, batch - 1, channels - 1));
});

test.each(['pool_backward_max', 'pool_backward_average', 'pool_backward_max_stride2_f3'])(
  '%s: dA_prev after the last steps of an example',
  async (name) => {
    const { expected, inputs } = courseCase(name);
    const dA = inputs['dA'] as Nested;
    const result = expected['dA_prev'] ?? expected['dA_prev_correct']!;
    const [, rows = 0, cols = 0, channels = 0] = dA.shape;
    const page = await openCase(name);
    for (let c = 0; c < channels; c++) {
      await seek(page, stepOf(dA, 1, rows - 1, cols - 1, c));
      expectClose(await valuesOf(page, 'dX'), plane(result, 1, c));
    }
  },
);
