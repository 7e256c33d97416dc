/** Quiz and lessons by keyboard alone, from the opening to the score; the focus is never lost. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readLesson, resolveLesson } from '../../../core/lesson/readLesson';
import { readScene } from '../../../core/scene/readScene';
import { press, tabTo, type } from '../harness/keyboard';
import { listen } from '../harness/listen';
import { usePanel } from '../harness/usePanel';

const open = usePanel();

const quiz = (page: Page, part: string) => page.locator(`[data-part=quiz] .quiz-${part}`).innerText();

/** Moves from cell to cell of the map that has the focus, and takes the last one. */
async function choose(page: Page, ...moves: readonly string[]): Promise<void> {
  await press(page, ...moves, 'Enter');
}

describe('a quiz', () => {
  test('on max pooling: the maximum, the window and a value, with a hint and a wrong answer', async () => {
    const text =
      'A_prev = [[1, 5, 2, 2], [3, 4, 0, 7], [1, 8, 6, 2], [0, 3, 4, 9]]\nhparameters = {"stride": 2, "f": 2}\n';
    const { page, problems } = await open({ text, purpose: 'pool', width: 640 });
    const said = await listen(page);
    await tabTo(page, '[data-action=seek]');
    await press(page, 'q');
    expect(await quiz(page, 'prompt')).toContain('Which cell of A_prev is the maximum of the window?');
    await tabTo(page, '[data-map=x] .map-surface', 'Shift+Tab');
    await choose(page, 'ArrowDown');
    await tabTo(page, '[data-action=check]');
    await press(page, 'Enter');
    expect(await quiz(page, 'verdict')).toContain('Not yet');
    await press(page, 'h', 'h', 'h');
    expect(await page.locator('.quiz-feedback .line').count()).toBe(3);
    await tabTo(page, '[data-map=x] .map-surface', 'Shift+Tab');
    await choose(page, 'ArrowDown');
    await choose(page, 'ArrowUp', 'ArrowRight');
    await tabTo(page, '[data-action=check]');
    await press(page, 'Enter');
    expect(await quiz(page, 'verdict')).toBe('Right.');
    expect(await quiz(page, 'count')).toBe('0 of 1 right');

    await press(page, 'Enter');
    expect(await quiz(page, 'prompt')).toContain('are in the window of');
    await choose(page, 'ArrowRight', 'ArrowRight');
    await choose(page, 'ArrowRight');
    await choose(page, 'ArrowDown');
    await choose(page, 'ArrowLeft');
    await tabTo(page, '[data-action=check]');
    await press(page, 'Enter');
    expect(await quiz(page, 'verdict')).toBe('Right.');

    await press(page, 'Enter');
    expect(await quiz(page, 'prompt')).toMatch(/^What is .*\?$/);
    await type(page, '8');
    await press(page, 'Enter');
    expect(await quiz(page, 'count')).toBe('2 of 3 right');
    await press(page, 'Escape');
    expect(await page.locator('[data-part=quiz]').isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.closest('[data-part=timeline]') !== null)).toBe(true);

    const told = (await said()).join('\n');
    for (const text of ['Which cell of A_prev is the maximum', 'Not yet: try again', 'are in the window of', 'Right.'])
      expect(told).toContain(text);
    expect(told.indexOf('Not yet')).toBeLessThan(told.indexOf('Right.'));
    expect(problems).toEqual([]);
  });

  test('backward: the cells that receive the gradient, then a revealed value', async () => {
    const text = 'A_prev = [[1, 5, 2, 2], [3, 4, 0, 2]]\ndA = [[10, 20]]\nhparameters = {"stride": 2, "f": 2}\n';
    const { page } = await open({ text, purpose: 'pool', width: 640 });
    await tabTo(page, '[data-action=seek]');
    await press(page, 'q');
    expect(await quiz(page, 'prompt')).toBe('Which cells of dA_prev receive dA[0, 0, 0, 0]? Choose them.');
    await tabTo(page, '[data-map=dX] .map-surface', 'Shift+Tab');
    await choose(page, 'ArrowRight');
    await tabTo(page, '[data-action=check]');
    await press(page, 'Enter');
    expect(await quiz(page, 'count')).toBe('1 of 1 right');
    await press(page, 'Enter');
    expect(await quiz(page, 'prompt')).toMatch(/^What is dA_prev.* after this step\?$/);
    await tabTo(page, '[data-action=reveal]');
    await press(page, 'Enter');
    expect(await quiz(page, 'verdict')).toBe('The answer:');
    expect(await quiz(page, 'count')).toBe('1 of 2 right');
  });

  test('a digit begins the value also while the timeline has the focus; the end of the quiz returns there', async () => {
    const text = 'A_prev = [[1, 2, 3], [4, 5, 6]]\nW = [[1, 0], [0, -1]]\nhparameters = {"stride": 1, "pad": 0}\n';
    const { page } = await open({ text, purpose: 'conv', width: 640 });
    await tabTo(page, '[data-action=seek]');
    await press(page, 'q');
    await type(page, '-4');
    expect(await page.locator('[data-action=answer]').inputValue()).toBe('-4');
    await press(page, 'Enter');
    expect(await quiz(page, 'count')).toBe('1 of 1 right');
    await tabTo(page, '[data-action=endQuiz]', 'Shift+Tab');
    await press(page, 'Enter');
    expect(await page.evaluate(() => document.activeElement?.closest('[data-part=timeline]') !== null)).toBe(true);
  });
});

test('a lesson is played to its end: each question answered or revealed, each part opened, the score stated', async () => {
  const text = readFileSync('lessons/backward.layerlens-lesson.json', 'utf8');
  const whole = await resolveLesson(readLesson(text), (path) =>
    Promise.resolve(readScene(readFileSync(`lessons/${path}`, 'utf8'))),
  );
  // Two parts: Tab goes through every control of a page for each question.
  const lesson = { ...whole, scenes: whole.scenes.slice(0, 2) };
  const { page, problems } = await open({ text: '', lesson, width: 640 });
  const said = await listen(page);
  const prompts: string[] = [];
  const count = () => page.locator('.lesson-count').innerText();
  const isLast = () => page.locator('[data-action=lessonNext]').isDisabled();
  for (;;) {
    // All notes of the part, one after another.
    for (;;) {
      const question = page.locator('[data-part=question]');
      if (await question.isVisible()) prompts.push(await question.locator('.note-prompt').innerText());
      if (await page.locator('[data-action=noteReveal]').isVisible()) {
        await tabTo(page, '[data-action=noteReveal]');
        await press(page, 'Enter');
        expect(await question.locator('.quiz-verdict').innerText()).toBe('The answer is marked.');
      }
      if (await page.locator('[data-part=quiz] [data-action=reveal]').isVisible()) {
        prompts.push(await quiz(page, 'prompt'));
        await tabTo(page, '[data-part=quiz] [data-action=reveal]');
        await press(page, 'Enter');
        expect(await quiz(page, 'verdict')).toBe('The answer:');
      }
      const next = page.locator('.note-move').last();
      if (!(await next.isVisible()) || (await next.isDisabled())) break;
      await tabTo(page, '.note-move:last-child');
      await press(page, 'Enter');
    }
    if (await isLast()) break;
    await tabTo(page, '[data-action=lessonNext]');
    await press(page, 'Enter');
  }
  const [, closed, all, right] = /(\d+) of (\d+) answered, (\d+) right/.exec(await count())!.map(Number);
  expect([closed, right]).toEqual([all, 0]);
  expect(await page.locator('.lesson-count .icon').isVisible()).toBe(true);
  expect(prompts.length).toBe(all);
  const told = (await said()).join('\n').replace(/\s+/g, ' ');
  for (const prompt of prompts) expect(told).toContain(prompt.replace(/\s+/g, ' '));
  expect(problems).toEqual([]);
});
