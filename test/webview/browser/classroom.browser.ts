/** Gallery, quiz, lesson and presentation without a mouse, without sight, and at 200 % zoom. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readLesson, resolveLesson } from '../../../core/lesson/readLesson';
import { readScene } from '../../../core/scene/readScene';
import { listen } from '../harness/listen';
import { ready } from '../harness/PanelPage';
import { usePanel } from '../harness/usePanel';
import { most, walk } from '../harness/walk';

const open = usePanel();

const pooling = `A_prev = [[1, 5, 2, 2], [3, 4, 0, 2]]
dA = [[10, 20]]
hparameters = {"stride": 2, "f": 2}
`;
const scene = readFileSync('scenes/05-two-filters.layerlens.json', 'utf8');
const gallery = Object.fromEntries(
  readdirSync('scenes')
    .slice(0, 8)
    .map((file) => [file.split('.')[0]!, readFileSync(`scenes/${file}`, 'utf8')]),
);

function lesson(name: string) {
  const text = readFileSync(`lessons/${name}.layerlens-lesson.json`, 'utf8');
  return resolveLesson(readLesson(text), (path) => Promise.resolve(readScene(readFileSync(`lessons/${path}`, 'utf8'))));
}

/** Opens a page of the size. */
type Opening = (size: { width: number; height: number }) => Promise<Page>;

const pages: readonly (readonly [name: string, opening: Opening])[] = [
  ['gallery', async (size) => (await open({ text: '', gallery, ...size })).page],
  [
    'quiz',
    async (size) => {
      const { page } = await open({ text: pooling, purpose: 'pool', ...size });
      await page.locator('body').press('q');
      await page.locator('[data-part=quiz]').waitFor();
      await ready(page);
      return page;
    },
  ],
  [
    'lesson',
    async (size) => {
      const { page } = await open({ text: '', lesson: await lesson('forward'), ...size });
      await page.locator('[data-action=lessonPart]').selectOption('5');
      await page.locator('[data-option="2"]').waitFor();
      return page;
    },
  ],
  [
    'presentation',
    async (size) => {
      const { page } = await open({ text: '', scene, ...size });
      await page.locator('body').press('p');
      await page.locator('body.presenting').waitFor();
      await ready(page);
      return page;
    },
  ],
];

describe.each(pages)('%s', (name, opening) => {
  test('Tab reaches what can be used, each with a name and a mark, and leaves the page', async () => {
    const page = await opening({ width: 640, height: 800 });
    const stops = await walk(page, 'Tab');
    if (name !== 'presentation') expect(stops.length).toBeGreaterThan(5);
    expect(stops.length).toBeLessThan(most);
    expect(stops.filter(({ name: label }) => label === '' || label === 'Text field')).toEqual([]);
    expect(stops.filter(({ isMarked }) => !isMarked)).toEqual([]);
    expect(stops.filter(({ isSeen }) => !isSeen)).toEqual([]);
  });

  test('at 200 % zoom (640 × 400) nothing is beyond the side of the page', async () => {
    const page = await opening({ width: 640, height: 400 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
  });

  test('at 400 % zoom (320 × 256) buttons are whole, and a quiz leaves the half of the height', async () => {
    const page = await opening({ width: 320, height: 256 });
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('.segmented button, .quiz button')].flatMap((button) => {
        const { right } = button.getBoundingClientRect();
        const frame = button.parentElement!.getBoundingClientRect();
        return right > Math.min(frame.right, window.innerWidth) + 0.5 ? [button.textContent] : [];
      }),
    );
    expect(cut).toEqual([]);
    if (name === 'quiz') expect((await page.locator('[data-part=quiz]').boundingBox())!.height).toBeLessThan(128);
  });
});

describe('a screen reader is told', () => {
  test('in a quiz: the question, a hint, the verdict, and the next question', async () => {
    const { page } = await open({ text: pooling, purpose: 'pool' });
    const said = await listen(page);
    await page.locator('body').press('q');
    await page.locator('[data-part=quiz]').waitFor();
    await ready(page);
    const prompt = 'Which cells of dA_prev receive dA[0, 0, 0, 0]? Choose them.';
    expect(await said()).toContain(prompt);
    await page.locator('body').press('h');
    await expect.poll(async () => (await said()).length).toBeGreaterThan(1);
    await page.locator('[data-action=check]').click();
    await expect.poll(async () => (await said()).some((text) => text.includes('Not yet'))).toBe(true);
    await page.locator('[data-action=nextQuestion]').click();
    await ready(page);
    const asked = (await said()).filter((text) => text.endsWith('?') || text.includes('? '));
    expect(asked.length).toBeGreaterThan(0);
    expect((await said()).at(-1)).not.toBe(prompt);
  });

  test('in a lesson: the note of a step, its question, and the explanation of the answer', async () => {
    const { page } = await open({ text: '', lesson: await lesson('forward') });
    const said = await listen(page);
    await page.locator('[data-action=lessonPart]').selectOption('5');
    await page.locator('[data-option="2"]').waitFor();
    await ready(page);
    const told = await said();
    expect(told.some((text) => text.startsWith('The layer computes 1.08'))).toBe(true);
    expect(told).toContain('What is missing?');
    await page.locator('[data-option="2"]').click();
    await expect
      .poll(async () => (await said()).some((text) => text.includes('Only the bias adds the same number')))
      .toBe(true);
  });
});
