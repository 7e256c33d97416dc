/** What an answer brings is seen at once, in narrow panels too. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readLesson, resolveLesson } from '../../../core/lesson/readLesson';
import { readScene } from '../../../core/scene/readScene';
import { ready } from '../harness/PanelPage';
import { usePanel } from '../harness/usePanel';

const open = usePanel();

/** CSS pixels of the last line of an element that are below or above the box that scrolls it. */
function hiddenOfLastLine(page: Page, element: string, box: string): Promise<number> {
  return page.evaluate(
    ([inner, outer]) => {
      const last = document.querySelector(inner!)!.lastElementChild!.getBoundingClientRect();
      const around = document.querySelector(outer!)!.getBoundingClientRect();
      return Math.round(Math.max(last.bottom - around.bottom, around.top - last.top, last.height > 0 ? 0 : Infinity));
    },
    [element, box],
  );
}

describe.each([
  { width: 525, height: 800 },
  { width: 380, height: 700 },
])('$width × $height', (size) => {
  test('the explanation of an option; the buttons of a lesson are in one row', async () => {
    const text = readFileSync('lessons/forward.layerlens-lesson.json', 'utf8');
    const lesson = await resolveLesson(readLesson(text), (path) =>
      Promise.resolve(readScene(readFileSync(`lessons/${path}`, 'utf8'))),
    );
    const { page } = await open({ text: '', lesson, ...size });
    const tops = await page.locator('.lesson-move, .lesson-parts').evaluateAll((all) => {
      return all.map((each) => Math.round(each.getBoundingClientRect().top + each.getBoundingClientRect().height / 2));
    });
    expect(Math.max(...tops) - Math.min(...tops)).toBeLessThanOrEqual(2);
    await page.locator('[data-action=lessonPart]').selectOption('5');
    await page.locator('[data-option="2"]').click();
    await page.getByText('Only the bias adds the same number').waitFor();
    await ready(page);
    expect(await hiddenOfLastLine(page, '.note-verdict', '[data-part=note]')).toBe(0);
  });

  test('the third hint and the answer of a quiz', async () => {
    const scene = readFileSync('scenes/30-conv-backward.layerlens.json', 'utf8');
    const { page } = await open({ text: '', scene, ...size });
    await page.locator('body').press('q');
    await page.locator('[data-part=quiz]').waitFor();
    for (let hint = 0; hint < 3; hint++) await page.locator('[data-action=hint]').click();
    expect(await hiddenOfLastLine(page, '.quiz-feedback', '[data-part=quiz]')).toBe(0);
    await page.locator('[data-part=quiz] [data-action=reveal]').click();
    await page.getByText('The answer:').waitFor();
    await ready(page);
    expect(await hiddenOfLastLine(page, '.quiz-feedback', '[data-part=quiz]')).toBe(0);
  });
});
