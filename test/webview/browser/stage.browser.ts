/** What the stage offers beyond stepping: pinned and selected cells, editing, terms and their cells. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { ready } from '../harness/PanelPage';
import { course } from '../harness/sceneTexts';
import { cellOf, stepOf, usePanel } from '../harness/usePanel';

const open = usePanel();

const convolution = { text: course('conv_forward'), purpose: 'conv' } as const;
const pooling = { text: course('pool_backward_max'), purpose: 'pool' } as const;

async function choosePixel(page: Page, map: string, x: number, y: number, count = 1): Promise<void> {
  await page.locator(`[data-map=${map}] .map-surface canvas`).click({ position: { x, y }, clickCount: count });
}

function action(page: Page, name: string) {
  return page.locator(`[data-action=${name}]`);
}

describe('a pinned cell', () => {
  test('stays pinned from step to step that touches it, forward and back, until Escape', async () => {
    const { page } = await open(pooling);
    await page.locator('[data-map=dX] .map-surface').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await ready(page);
    const pinned = await page.locator('[data-map=dX]').getAttribute('data-pinned');
    expect(pinned).toBe('1,0');
    await page.keyboard.press('Home');
    const visited: number[] = [];
    while (await action(page, 'nextTouch').evaluate((button) => !(button as HTMLButtonElement).disabled)) {
      await action(page, 'nextTouch').click();
      visited.push(await stepOf(page));
    }
    expect(visited.length).toBeGreaterThanOrEqual(1);
    expect(visited).toEqual([...visited].sort((first, second) => first - second));
    const last = await stepOf(page);
    await action(page, 'previousTouch').click();
    expect(await stepOf(page)).toBeLessThan(last);
    expect(await page.locator('[data-map=dX]').getAttribute('data-pinned')).toBe(pinned);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('[data-map=dX]').getAttribute('data-pinned')).toBe(null);
  });

  test.each([
    { name: 'conv_backward', map: 'dW', purpose: 'conv', terms: 160 },
    { name: 'pool_backward_average', map: 'dX', purpose: 'pool', terms: 2 },
  ] as const)(
    'of $name lists $terms contributions to $map that add up to its value',
    async ({ name, map, purpose, terms }) => {
      const { page } = await open({ text: course(name), purpose });
      await page.keyboard.press('End');
      await ready(page);
      await page.locator(`[data-map=${map}] .map-surface`).focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await ready(page);
      const fold = page.locator('[data-part=explanation] .fold[aria-expanded=false]');
      while ((await fold.count()) > 0) await fold.first().click();
      const products = await page
        .locator('[data-part=explanation] .term')
        .evaluateAll((all) =>
          all.map((term) =>
            [...term.querySelectorAll<HTMLElement>('.number')].reduce(
              (product, each) => product * Number(each.dataset.value),
              1,
            ),
          ),
        );
      const result = await page.locator('[data-part=explanation] .line .tone-result').last().getAttribute('data-value');
      expect(products).toHaveLength(terms);
      expect(products.reduce((sum, product) => sum + product, 0)).toBeCloseTo(Number(result), 10);
      expect(Number(result)).not.toBe(0);
    },
  );

  test('of a selected array can be revealed in the text by its button; a computed one cannot', async () => {
    const { page } = await open(convolution);
    await choosePixel(page, 'x', 150, 110);
    await ready(page);
    await page.locator('[data-part=explanation] [data-action=reveal]').click();
    const posted = await page.evaluate(() => window.posted.filter(({ type }) => type === 'revealSource'));
    expect(posted).toHaveLength(1);
    expect(posted[0]).toMatchObject({ role: 'x' });
    await page.keyboard.press('Escape');
    await choosePixel(page, 'z', 10, 10);
    await ready(page);
    await expect
      .poll(() =>
        page
          .locator('[data-part=explanation] [data-action=reveal]')
          .evaluate((button) => (button as HTMLButtonElement).disabled),
      )
      .toBe(true);
  });
});

describe('editing a cell', () => {
  test('double click opens it with its exact value, Enter sends what is typed, Escape sends nothing', async () => {
    const { page } = await open(convolution);
    const edits = () => page.evaluate(() => window.posted.filter(({ type }) => type === 'editElement'));
    await choosePixel(page, 'w', 20, 20, 2);
    const editor = page.locator('.cell-editor');
    expect(await editor.inputValue()).toBe(await cellOf(page, 'w', 0, 0));
    await editor.fill('7');
    await editor.press('Escape');
    expect(await edits()).toEqual([]);
    await page.keyboard.press('F2');
    await editor.fill('7.5');
    await editor.press('Enter');
    expect(await edits()).toEqual([{ type: 'editElement', role: 'w', index: 0, text: '7.5' }]);
    expect(await editor.count()).toBe(0);
  });

  test('a computed cell is not opened, with the reason', async () => {
    const { page } = await open(convolution);
    await page.locator('[data-map=z] .map-surface').focus();
    await page.keyboard.press('F2');
    expect(await page.locator('.cell-editor').count()).toBe(0);
    await expect.poll(() => page.locator('[data-part=live]').textContent()).toContain('only numbers of the text');
  });
});

describe('terms and cells', () => {
  test('a term outlines its cells, a cell marks its terms', async () => {
    const { page } = await open({ text: course('conv_backward'), purpose: 'conv' });
    const outlines = () => page.locator('[data-map=w] .mark').count();
    expect(await outlines()).toBe(0);
    await page.locator('[data-row=inputGradient] .term').first().hover();
    expect(await outlines()).toBe(1);
    await page.mouse.move(2, 2);
    expect(await outlines()).toBe(0);
    expect(await page.locator('.term.on').count()).toBe(0);
    await page.locator('[data-map=dZ] .map-surface').focus();
    await page.keyboard.press('Home');
    await ready(page);
    await expect.poll(() => page.locator('[data-row=inputGradient] .term.on').count()).toBe(1);
  });
});

describe('selected cells of the stage', () => {
  const arrays = { text: 'X = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]\nW = [[1, 0], [0, -1]]', purpose: 'conv' } as const;
  const selected = async (page: Page, map: string): Promise<unknown> => {
    const context = await page.locator(`[data-map=${map}]`).getAttribute('data-vscode-context');
    return (JSON.parse(context!) as { layerLensCells?: unknown }).layerLensCells;
  };

  test('a drag selects them for copying and for the menu, and pins none; a click ends the selection', async () => {
    const { page } = await open(arrays);
    const canvas = page.locator('[data-map=x] canvas').first();
    const { x, y, width } = (await canvas.boundingBox())!;
    const cell = width / 3;
    await page.mouse.move(x + 0.5 * cell, y + 0.5 * cell);
    await page.mouse.down();
    await page.mouse.move(x + 1.5 * cell, y + 2.5 * cell, { steps: 4 });
    await page.mouse.up();
    const range = { row: 0, col: 0, rows: 3, cols: 2 };
    expect(await selected(page, 'x')).toEqual(range);
    expect(await page.locator('[data-map=x] .mark-selected').count()).toBe(1);
    expect(await page.locator('[data-map=x]').getAttribute('data-pinned')).toBe(null);
    expect(await page.locator('[data-part=live]').textContent()).toContain('3 × 2 cells selected');
    await page.locator('[data-map=x] .map-surface').press('Control+c');
    const copied = await page.evaluate(() => window.posted.filter(({ type }) => type === 'copyMapCells').at(-1));
    expect(copied).toMatchObject({ map: 'x', t: 0, ...range, format: 'numpy' });
    await page.mouse.click(x + 2.5 * cell, y + 0.5 * cell);
    expect(await selected(page, 'x')).toBeUndefined();
  });

  test('Shift and arrows select in the map with the focus, and end the selection of another map', async () => {
    const { page } = await open(arrays);
    await page.locator('[data-map=x] .map-surface').focus();
    await page.keyboard.press('Control+a');
    expect(await selected(page, 'x')).toEqual({ row: 0, col: 0, rows: 3, cols: 3 });
    const step = await stepOf(page);
    await page.locator('[data-map=w] .map-surface').focus();
    await page.keyboard.press('Shift+ArrowRight');
    expect(await selected(page, 'w')).toEqual({ row: 0, col: 0, rows: 1, cols: 2 });
    expect(await selected(page, 'x')).toBeUndefined();
    await page.keyboard.press('Escape');
    expect(await selected(page, 'w')).toBeUndefined();
    expect(await stepOf(page)).toBe(step);
  });
});
