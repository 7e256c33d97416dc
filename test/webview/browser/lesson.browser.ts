/** Lessons in the panel: parts, questions, covered steps, and writing notes. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ResolvedLesson } from '../../../core/lesson/Lesson';
import { readScene } from '../../../core/scene/readScene';
import { readLesson, resolveLesson } from '../../../core/lesson/readLesson';
import { findingsInThemes } from '../harness/accessibility';
import { ready } from '../harness/PanelPage';
import { stepOf, usePanel } from '../harness/usePanel';

const open = usePanel();

function load(name: string): Promise<ResolvedLesson> {
  const text = readFileSync(`lessons/${name}.layerlens-lesson.json`, 'utf8');
  return resolveLesson(readLesson(text), (path) => Promise.resolve(readScene(readFileSync(`lessons/${path}`, 'utf8'))));
}

describe('playing a lesson', () => {
  test('by keyboard alone: a question is answered, a covered step too, and the next part is opened', async () => {
    const { page, problems } = await open({ text: '', lesson: await load('backward'), width: 640 });
    const lesson = page.locator('[data-part=lesson]');
    expect(await lesson.locator('.lesson-count').textContent()).toBe('0 of 8 answered, 0 right');
    await page.keyboard.press('ArrowRight');
    await ready(page);
    await page.locator('[data-action=answer]').focus();
    await page.keyboard.type('5');
    await page.keyboard.press('Enter');
    await page.locator('.quiz-verdict').waitFor();
    await page.locator('body').press('ArrowRight');
    expect(await stepOf(page)).toBe(2);
    const note = page.locator('[data-part=note]');
    await note.locator('[data-action=noteAnswer]').focus();
    await page.keyboard.type('11');
    await page.keyboard.press('Enter');
    await note.getByText('Not yet: try again.').waitFor();
    expect(await note.locator('[data-action=noteAnswer]').inputValue()).toBe('11');
    await note.locator('[data-action=noteAnswer]').fill('10');
    await page.keyboard.press('Enter');
    await note.getByText('The answer is marked.').waitFor();
    await lesson.locator('[data-action=lessonNext]').focus();
    await page.keyboard.press('Enter');
    await lesson.getByText('The same layer; look at dW.').waitFor();
    await ready(page);
    expect(await stepOf(page)).toBe(0);
    expect(await page.locator('[data-action=lessonPart]').inputValue()).toBe('1');
    expect(problems).toEqual([]);
  });

  test('an option is chosen, explained and counted', async () => {
    const { page } = await open({ text: '', lesson: await load('forward') });
    await page.locator('[data-action=lessonPart]').selectOption('5');
    await page.locator('[data-option="2"]').waitFor();
    await page.locator('[data-option="2"]').click();
    await page.getByText('Only the bias adds the same number').waitFor();
    expect(await page.locator('[data-option="2"]').getAttribute('class')).toContain('right');
    expect(await page.locator('.lesson-count').textContent()).toContain('1 right');
  });

  describe('axe has no finding', () => {
    test('with a question, its answer and the editor of a note', async () => {
      const { page } = await open({ text: '', lesson: await load('forward'), width: 640 });
      await page.locator('[data-action=lessonPart]').selectOption('5');
      await page.locator('[data-option="2"]').waitFor();
      expect(await findingsInThemes(page), 'question').toEqual([]);
      await page.locator('[data-option="2"]').click();
      await page.getByText('Only the bias adds the same number').waitFor();
      expect(await findingsInThemes(page, { part: '[data-part=lesson]' }), 'answer').toEqual([]);
      await page.locator('body').press('n');
      await page.locator('[data-part=noteEditor]').waitFor();
      expect(await findingsInThemes(page, { part: '[data-part=noteEditor]' }), 'editor').toEqual([]);
    });
  });
});

test('a note with a question is written by keyboard alone', async () => {
  const { page, problems } = await open({ text: 'A_prev = [[1, 2, 3], [4, 5, 6]]\nW = [[1, 0], [0, -1]]', width: 640 });
  await page.locator('body').press('n');
  const editor = page.locator('[data-part=noteEditor]');
  await editor.waitFor();
  await page.keyboard.type('Look at p and q.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await editor.locator('[data-action=noteKind]').selectOption('options');
  await page.keyboard.press('Control+Enter');
  await editor.getByText('Write the question.').waitFor();
  await editor.locator('[data-action=notePrompt]').fill('Which stride?');
  await editor.locator('[data-action=noteOptions]').fill('1\n*2');
  await page.keyboard.press('Control+Enter');
  await ready(page);
  const note = page.locator('[data-part=note]');
  expect(await note.locator('.note-text').textContent()).toBe('Look at p and q.');
  expect(await note.locator('.note-prompt').textContent()).toBe('Which stride?');
  expect(await page.locator('[data-part=quiz]').isVisible()).toBe(true);
  await page.locator('body').press('n');
  await editor.waitFor();
  expect(await editor.locator('[data-action=noteOptions]').inputValue()).toBe('1\n*2');
  await page.keyboard.press('Escape');
  expect(await editor.isVisible()).toBe(false);
  expect(problems).toEqual([]);
});
