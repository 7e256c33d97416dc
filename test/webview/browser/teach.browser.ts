/** The quiz and the presentation. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { applyTheme, findingsInThemes } from '../harness/accessibility';
import { ready } from '../harness/PanelPage';
import { cellOf, stepOf, usePanel } from '../harness/usePanel';

const open = usePanel();

const pooling = `A_prev = [[1, 5, 2, 2], [3, 4, 0, 2]]
dA = [[10, 20]]
hparameters = {"stride": 2, "f": 2}
`;
const course = readFileSync('scenes/01-conv-forward.layerlens.json', 'utf8');

async function startQuiz(page: Page): Promise<void> {
  await page.locator('body').press('q');
  await page.locator('[data-part=quiz]').waitFor();
  await ready(page);
}

const clickCell = async (page: Page, map: string, row: number, col: number, cols: number): Promise<void> => {
  const canvas = page.locator(`[data-map=${map}] .map-surface canvas`);
  const cell = (await canvas.boundingBox())!.width / cols;
  await canvas.click({ position: { x: (col + 0.5) * cell, y: (row + 0.5) * cell } });
};

describe('the quiz', () => {
  test('cells are chosen by click, checked and explained; then a value is typed', async () => {
    const { page, problems } = await open({ text: pooling, purpose: 'pool', width: 640 });
    await startQuiz(page);
    const quiz = page.locator('[data-part=quiz]');
    expect(await quiz.locator('.quiz-prompt').textContent()).toBe(
      'Which cells of dA_prev receive dA[0, 0, 0, 0]? Choose them.',
    );
    expect(await cellOf(page, 'mask', 0, 0)).toBe('');
    await clickCell(page, 'dX', 0, 0, 4);
    await page.locator('[data-action=check]').click();
    await quiz.getByText('Not yet').waitFor();
    await clickCell(page, 'dX', 0, 0, 4);
    await clickCell(page, 'dX', 0, 1, 4);
    await page.locator('[data-action=check]').click();
    await quiz.getByText('Right.').waitFor();
    await ready(page);
    expect(await cellOf(page, 'dX', 0, 1)).toBe('10');
    expect(await quiz.locator('.quiz-count').textContent()).toBe('0 of 1 right');
    await page.locator('[data-action=nextQuestion]').click();
    await ready(page);
    await page.locator('[data-action=answer]').fill('20');
    await page.locator('[data-action=answer]').press('Enter');
    await quiz.getByText('Right.').waitFor();
    expect(await quiz.locator('.quiz-count').textContent()).toBe('1 of 2 right');
    expect(problems).toEqual([]);
  });

  test('padding that is not shown otherwise is shown in a quiz: its cells are part of the answer', async () => {
    const text = 'A_prev = [[1, 2], [3, 4]]\nW = [[1, 1], [1, 1]]\nhparameters = {"stride": 1, "pad": 1}\n';
    const { page } = await open({ text, purpose: 'conv', preferences: { showPadding: false } });
    await startQuiz(page);
    await page.locator('body').press('ArrowRight');
    const quiz = page.locator('[data-part=quiz]');
    await quiz.getByText('Which cells of a_prev_pad are in the window of Z[0, 0, 1, 0]?').waitFor();
    await ready(page);
    for (const [row, col] of [
      [0, 1],
      [0, 2],
      [1, 1],
      [1, 2],
    ] as const)
      await clickCell(page, 'x', row, col, 4);
    await page.locator('[data-action=check]').click();
    await quiz.getByText('Right.').waitFor();
  });

  test('by keyboard: three hints, cells with the arrow keys, Escape ends', async () => {
    const { page } = await open({ text: pooling, purpose: 'pool' });
    await startQuiz(page);
    for (let hint = 1; hint <= 3; hint++) await page.locator('body').press('h');
    expect(await page.locator('.quiz-feedback .line').count()).toBe(3);
    await page.locator('[data-map=dX] .map-surface').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    expect(await page.locator('.quiz-chosen').textContent()).toContain('1 chosen');
    await page.keyboard.press('Escape');
    await ready(page);
    await page.locator('[data-part=quiz]').waitFor({ state: 'hidden' });
  });

  test('axe has no finding', async () => {
    const { page } = await open({ text: pooling, purpose: 'pool' });
    await startQuiz(page);
    await page.locator('[data-action=check]').click();
    await page.getByText('Not yet').waitFor();
    expect(await findingsInThemes(page, { part: '[data-part=quiz]' })).toEqual([]);
  });
});

describe('the presentation', () => {
  test('at 1280 × 720 the course’s convolution has digits of at least 18 px and nothing scrolls', async () => {
    const { page, problems } = await open({ text: '', scene: course, width: 1280, height: 720 });
    await page.locator('body').press('p');
    await page.locator('body.presenting').waitFor();
    const maps = await page
      .locator('[data-part=stage] figure[data-map]')
      .evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset.map));
    expect(maps).toEqual(['x', 'w', 'z']);
    // A number of five characters, 18 px high, needs 44 px in a monospaced font.
    const cells = await page
      .locator('[data-part=stage] .map-surface canvas')
      .evaluateAll((all, cols) => all.map((each, k) => each.getBoundingClientRect().width / cols[k]!), [9, 3, 4]);
    expect(Math.min(...cells)).toBeGreaterThan(44);
    const overflow = await page.evaluate(() => {
      const scroll = document.querySelector('main.scroll')!;
      return [scroll.scrollHeight - scroll.clientHeight, document.documentElement.scrollWidth - window.innerWidth];
    });
    expect(Math.max(...overflow)).toBeLessThanOrEqual(0);
    expect(problems).toEqual([]);
  });

  test.each([{ width: 525 }, { width: 1280 }])('titles of maps are whole in $width px', async ({ width }) => {
    const { page } = await open({ text: pooling, purpose: 'pool', width, height: 720 });
    await page.locator('body').press('p');
    await page.locator('body.presenting').waitFor();
    const titles = await page.locator('[data-part=stage] figure[data-map]').evaluateAll((figures) =>
      figures.map((figure) => {
        const name = figure.querySelector('.map-name-index')!.getBoundingClientRect();
        const space = figure.querySelector('.map-surface')!.getBoundingClientRect().top - name.bottom;
        return { isAbove: space >= 0, isWhole: name.height >= 18 * 1.2 };
      }),
    );
    expect(titles.length).toBeGreaterThan(1);
    for (const title of titles) expect(title).toEqual({ isAbove: true, isWhole: true });
  });

  test.each(['20-pool-forward', '32-pool-backward', '21-tie'])(
    'at 380 × 700 all maps of %s are seen, and the note is whole',
    async (name) => {
      const scene = readFileSync(`scenes/${name}.layerlens.json`, 'utf8');
      const { page } = await open({ text: '', scene, width: 380, height: 700 });
      await page.locator('body').press('p');
      await page.locator('body.presenting').waitFor();
      await ready(page);
      const { bottoms, end, hidden } = await page.evaluate(() => {
        const foot = document.querySelector('.present-foot')!.getBoundingClientRect();
        const words = document.querySelector('.present-words')!;
        const maps = [...document.querySelectorAll('[data-part=stage] .map-surface canvas')];
        return {
          bottoms: maps.map((map) => map.getBoundingClientRect().bottom),
          end: Math.min(foot.top, window.innerHeight),
          hidden: words.scrollHeight - words.clientHeight,
        };
      });
      expect(bottoms.length).toBeGreaterThan(1);
      expect(Math.max(...bottoms)).toBeLessThanOrEqual(end);
      expect(hidden).toBe(0);
    },
  );

  test('past, current and later dots differ in every theme', async () => {
    const scene = readFileSync('scenes/05-two-filters.layerlens.json', 'utf8');
    const { page } = await open({ text: '', scene, width: 900, height: 700 });
    await page.locator('body').press('p');
    await page.keyboard.press('Space');
    expect(await stepOf(page)).toBe(1);
    for (const theme of ['dark', 'light', 'hc-black', 'hc-light'] as const) {
      await applyTheme(page, theme);
      const [background, past, now, later] = await page.evaluate(() =>
        ['body', '.present-dots .past', '.present-dots .now', '.present-dots i:last-child'].map(
          (each) => getComputedStyle(document.querySelector(each)!).backgroundColor,
        ),
      );
      expect(new Set([past, now, later]).size, theme).toBe(3);
      expect([past, now], theme).not.toContain(background);
    }
  });

  test('the equation and the remark of a step are separated', async () => {
    const { page } = await open({ text: 'X = [[1, 2], [3, 4]]', purpose: 'pool', width: 1280, height: 720 });
    await page.locator('body').press('p');
    expect(await page.locator('.present-words').innerText()).toMatch(/= 4 {3}row 1, column 1/);
  });

  test('Space and Page Down step, Page Up steps back, B blanks, Escape ends', async () => {
    const { page } = await open({ text: '', scene: course, width: 1280, height: 720 });
    await page.locator('body').press('p');
    await page.keyboard.press('Space');
    await page.keyboard.press('PageDown');
    expect(await stepOf(page)).toBe(2);
    await page.keyboard.press('PageUp');
    expect(await stepOf(page)).toBe(1);
    await page.mouse.move(400, 300);
    const ring = await page.locator('.present-pointer').boundingBox();
    expect([ring!.x + ring!.width / 2, ring!.y + ring!.height / 2]).toEqual([400, 300]);
    await page.keyboard.press('b');
    expect(await page.locator('[data-part=blank]').isVisible()).toBe(true);
    await page.keyboard.press('Space');
    expect([await page.locator('[data-part=blank]').isVisible(), await stepOf(page)]).toEqual([false, 1]);
    await page.keyboard.press('Escape');
    expect(await page.locator('body.presenting').count()).toBe(0);
    expect(await page.locator('.present-pointer').isVisible()).toBe(false);
    expect(await page.locator('[data-part=timeline]').isVisible()).toBe(true);
  });

  test('axe has no finding, with a covered answer', async () => {
    const { page } = await open({ text: pooling, purpose: 'pool', width: 1280, height: 720 });
    await startQuiz(page);
    await page.locator('body').press('p');
    await page.locator('body.presenting').waitFor();
    await ready(page);
    expect(await findingsInThemes(page)).toEqual([]);
  });

  test('a covered answer is revealed by Space before the next step', async () => {
    const { page } = await open({ text: pooling, purpose: 'pool', width: 1280, height: 720 });
    await startQuiz(page);
    await page.locator('body').press('p');
    expect(await page.locator('[data-part=presentFormula]').textContent()).toContain('Which cells');
    await page.keyboard.press('Space');
    await page.getByText('The answer:').waitFor();
    await ready(page);
    expect(await stepOf(page)).toBe(0);
    expect(await cellOf(page, 'dX', 0, 1)).toBe('10');
  });
});
