/** The gallery page and a scene's notes. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findingsInThemes } from '../harness/accessibility';
import { ready } from '../harness/PanelPage';
import { stepOf, usePanel } from '../harness/usePanel';

const open = usePanel();

const texts = Object.fromEntries(
  readdirSync('scenes').map((file) => [file.split('.')[0]!, readFileSync(`scenes/${file}`, 'utf8')]),
);

describe('the gallery', () => {
  test('shows every scene with a picture; topics and search choose among them', async () => {
    const { page, problems } = await open({ text: '', gallery: texts, width: 1120 });
    const cards = page.locator('.gallery-card:visible');
    expect(await cards.count()).toBe(Object.keys(texts).length);
    const sizes = await page
      .locator('.gallery-card canvas')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().width));
    expect(Math.min(...sizes)).toBeGreaterThan(40);
    await page.locator('[data-value=mistake]').click();
    expect(await cards.count()).toBe(7);
    await page.locator('[data-action=search]').fill('stride');
    expect(await cards.locator('.gallery-title').allTextContents()).toEqual(['Forgotten stride']);
    await page.locator('[data-action=search]').fill('no such scene');
    expect(await page.locator('.gallery-count').textContent()).toBe('no scene fits');
    expect(problems).toEqual([]);
  });

  test('a card opens its scene by keyboard, and its code by a second button', async () => {
    const { page } = await open({ text: '', gallery: texts });
    await page.locator('[data-scene="21-tie"]').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const posted = await page.evaluate(() => window.posted as unknown[]);
    expect(posted).toEqual([
      { type: 'ready' },
      { type: 'openScene', id: '21-tie' },
      { type: 'openCode', id: '21-tie' },
    ]);
  });

  test('the code of a mistake is offered to be checked, that of another scene to be opened', async () => {
    const { page } = await open({ text: '', gallery: texts });
    expect(await page.getByRole('button', { name: 'Check code of “Forgotten stride”' }).count()).toBe(1);
    expect(await page.getByRole('button', { name: /^Check code of/ }).count()).toBe(7);
    expect(await page.getByRole('button', { name: 'Open code of “Dilation”' }).textContent()).toBe('Open code');
  });

  test('a photograph fills the width of its picture, and pictures are in the middle of their cards', async () => {
    const { page } = await open({ text: '', gallery: texts, width: 1060 });
    const margins = await page.locator('.gallery-card').evaluateAll((all) =>
      all.map((card) => {
        const [outer, inner] = [card, card.querySelector('canvas')!].map((each) => each.getBoundingClientRect());
        return { left: inner!.left - outer!.left, right: outer!.right - inner!.right };
      }),
    );
    expect(Math.max(...margins.map(({ left, right }) => Math.abs(left - right)))).toBeLessThan(2);
    expect(margins[3]!.left).toBeLessThan(20);
  });

  test.each([525, 700])('at %i px, cards have two columns', async (width) => {
    const { page } = await open({ text: '', gallery: texts, width });
    const boxes = await page
      .locator('.gallery-card')
      .evaluateAll((all) =>
        all.slice(0, 2).map((card) => [card.getBoundingClientRect().left, card.getBoundingClientRect().top]),
      );
    expect(boxes[0]![1]).toBe(boxes[1]![1]);
    expect(boxes[0]![0]).toBeLessThan(boxes[1]![0]!);
  });

  test('a lesson is opened by keyboard; a topic or a search hides the lessons', async () => {
    const { page } = await open({ text: '', gallery: texts });
    const lesson = page.locator('[data-lesson="package:forward"]');
    expect(await lesson.textContent()).toContain('lesson of 6 parts, about 10 minutes');
    await lesson.focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => window.posted.at(-1) as unknown)).toEqual({
      type: 'openLesson',
      id: 'package:forward',
    });
    await page.locator('[data-value=pooling]').click();
    expect(await lesson.isVisible()).toBe(false);
  });

  test('axe has no finding', async () => {
    const { page } = await open({ text: '', gallery: texts });
    expect(await findingsInThemes(page)).toEqual([]);
  });
});

describe('a scene in the panel', () => {
  test('shows the note of its step, moves to the next one, and pins its cell', async () => {
    const { page, problems } = await open({ text: '', scene: texts['31-gradients-add']! });
    expect(await stepOf(page)).toBe(3);
    const note = page.locator('[data-part=note]');
    expect(await note.textContent()).toContain('4 + 3 + 2 + 1 = 10');
    expect(await note.locator('strong').textContent()).toBe('10');
    expect(await page.locator('[data-map=dX]').getAttribute('data-pinned')).toBe('1,1');
    await note.getByRole('button', { name: 'previous note' }).click();
    expect(await stepOf(page)).toBe(0);
    expect(await note.textContent()).toContain('W[1, 1] = 4');
    await page.keyboard.press('ArrowRight');
    await ready(page);
    expect(await note.textContent()).toContain('W[1, 1] = 4');
    expect(problems).toEqual([]);
  });
});
