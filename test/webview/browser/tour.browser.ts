/** The tour: the steps that explain a layer. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findingsInThemes } from '../harness/accessibility';
import { ready } from '../harness/PanelPage';
import { course } from '../harness/sceneTexts';
import { stepOf, usePanel } from '../harness/usePanel';

const open = usePanel();

test('T starts it at the first step, its button leads from stop to stop, T ends it where it is', async () => {
  const { page, problems } = await open({ text: course('conv_forward'), purpose: 'conv' });
  const note = page.locator('[data-part=note]');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('t');
  await ready(page);
  expect(await stepOf(page)).toBe(0);
  expect(await note.locator('.note-text').textContent()).toMatch(/^One window, one number: .* The bias is added\.$/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await ready(page);
  expect(await stepOf(page)).toBe(8);
  expect(await note.locator('.note-text').textContent()).toMatch(/^The next window: 2 columns further right/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('t');
  await ready(page);
  expect([await note.isVisible(), await stepOf(page)]).toEqual([false, 9]);
  await page.keyboard.press('ArrowRight');
  await ready(page);
  expect(await stepOf(page)).toBe(10);
  expect(problems).toEqual([]);
});

test('it follows the options, and is not offered during a quiz or with a teacher’s notes', async () => {
  const { page } = await open({ text: course('conv_forward'), purpose: 'conv' });
  const button = page.locator('[data-action=tour]');
  await button.click();
  await page.locator('[data-action=foldHeader]').click();
  await page.locator('[data-field=pass] button').last().click();
  await ready(page);
  expect(await page.locator('.note-text').textContent()).toMatch(/^One number of dZ came from one window/);
  await page.locator('body').press('q');
  await page.locator('[data-part=quiz]').waitFor();
  expect([await button.isVisible(), await page.locator('[data-part=note]').isVisible()]).toEqual([false, false]);
  const scene = readFileSync('scenes/01-conv-forward.layerlens.json', 'utf8');
  const { page: noted } = await open({ text: '', scene });
  expect(await noted.locator('[data-action=tour]').isVisible()).toBe(false);
});

test.each([
  [380, 800],
  [525, 734],
])('it folds the header at %i × %i: both equations of a gradient are seen above the words', async (width, height) => {
  const { page } = await open({ text: course('conv_backward'), purpose: 'conv', width, height });
  await page.keyboard.press('t');
  await ready(page);
  const bottomOf = async (part: string): Promise<number> => {
    const box = (await page.locator(part).last().boundingBox())!;
    return box.y + box.height;
  };
  const note = (await page.locator('[data-part=note]').boundingBox())!;
  expect(await bottomOf('.stage > .row')).toBeLessThanOrEqual(note.y);
  await page.keyboard.press('t');
  await ready(page);
  expect(await page.locator('[data-field=stride]').isVisible()).toBe(true);
});

test('axe has no finding', async () => {
  const { page } = await open({ text: course('pool_backward_max'), purpose: 'pool' });
  await page.keyboard.press('t');
  await ready(page);
  expect(await findingsInThemes(page)).toEqual([]);
});
