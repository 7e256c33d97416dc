/** Tasks of the layer's page, of the check and of the inspector by keyboard alone; those of quiz and lessons are in keyboard.browser.ts. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { press, tabTo, type } from '../harness/keyboard';
import { ready } from '../harness/PanelPage';
import { scenes } from '../harness/scenes';
import { course } from '../harness/sceneTexts';
import { stepOf, usePanel } from '../harness/usePanel';

const open = usePanel();

const texts = Object.fromEntries(
  readdirSync('scenes').map((file) => [file.split('.')[0]!, readFileSync(`scenes/${file}`, 'utf8')]),
);

const posted = (page: Page, kind: string) =>
  page.evaluate((wanted) => window.posted.filter((message) => message.type === wanted).at(-1), kind);

/** The map that has the focus. */
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-map]')?.dataset['map']);

test('a layer: an option, a channel, the step size, the speed, a result, all filters, a term of a pinned cell, a listing', async () => {
  const { page, problems } = await open({ text: course('conv_forward'), purpose: 'conv' });
  await tabTo(page, '[data-field=stride] .field-control');
  await press(page, 'Control+a');
  await type(page, '1');
  await press(page, 'Enter');
  await ready(page);
  await expect.poll(() => page.locator('.sentence').innerText()).toContain('Z (2, 5, 7, 8)');

  await tabTo(page, '[data-field=channel] [data-value="2"]');
  await press(page, 'Enter');
  await expect.poll(() => page.locator('.stage').innerText()).toContain('channel 2 of 0–3');

  await tabTo(page, '[data-map=z] [data-action=showResult]');
  await press(page, 'Space');
  expect(await page.locator('[data-map=z] [data-action=showResult]').isChecked()).toBe(true);

  await tabTo(page, '[data-map=z] [data-action=montage]', 'Shift+Tab');
  await press(page, 'Enter');
  await tabTo(page, '[data-part=montage] [data-plane="3"]');
  await press(page, 'Enter');
  await expect.poll(() => page.locator('[data-field=filter] input').inputValue()).toBe('3');

  await tabTo(page, '[role=tab][aria-selected=true]');
  await press(page, 'ArrowRight');
  expect(await page.locator('[role=tab][aria-selected=true]').innerText()).toBe('NumPy');
  await tabTo(page, '[data-part=code] [data-action=copy]');
  await press(page, 'Enter');
  expect(await posted(page, 'copy')).toBeDefined();

  await tabTo(page, '[data-action=speed]');
  await press(page, 'ArrowDown');
  await expect.poll(() => posted(page, 'setPreferences')).toBeDefined();
  await tabTo(page, '[data-action=granularity]');
  await press(page, 'ArrowDown');
  await expect.poll(() => posted(page, 'setField')).toMatchObject({ id: 'granularity' });

  await ready(page);
  await tabTo(page, '[data-map=z] .map-surface', 'Shift+Tab');
  await press(page, 'ArrowRight', 'Enter');
  await page.locator('[data-part=explanation].pinned').waitFor();
  await tabTo(page, '[data-action=release]');
  await press(page, 'Enter');
  await expect.poll(() => page.locator('[data-part=explanation].pinned').count()).toBe(0);
  expect(await focused(page)).toBe('z');

  await tabTo(page, '[data-action=settings]');
  await press(page, 'Enter');
  await tabTo(page, '.settings-form input');
  await press(page, 'Control+a');
  await type(page, '3');
  await press(page, 'Escape');
  await expect.poll(() => page.locator('.ladder').innerText()).toMatch(/\d\.\d{3}/);
  expect(problems).toEqual([]);
});

test('both passes: steps forward, the backward pass and its steps, a number of the text that is changed', async () => {
  const { page, problems } = await open({ text: course('pool_forward_max_stride1'), purpose: 'pool' });
  await tabTo(page, 'input[data-action=seek]');
  await press(page, 'Home', 'ArrowRight', 'ArrowRight');
  expect(await stepOf(page)).toBe(2);
  await tabTo(page, '[data-field=pass] button:last-child');
  await press(page, 'Enter');
  await page.locator('[data-map=dX]').waitFor();
  await tabTo(page, 'input[data-action=seek]');
  await press(page, 'Home', 'ArrowRight', 'End', 'ArrowLeft');
  expect(await stepOf(page)).toBe(Number(await page.locator('input[data-action=seek]').getAttribute('max')) - 1);

  await tabTo(page, '[data-map=x] .map-surface', 'Shift+Tab');
  await press(page, 'ArrowRight', 'F2', 'Control+a');
  await type(page, '7.5');
  await press(page, 'Enter');
  await expect.poll(() => posted(page, 'editElement')).toMatchObject({ role: 'x', text: '7.5' });
  expect(await focused(page)).toBe('x');
  expect(problems).toEqual([]);
});

test('a pinned cell: its folded sum is opened and keeps the focus, which Escape returns to the cell', async () => {
  const { page } = await open({ text: course('conv_backward'), purpose: 'conv' });
  await tabTo(page, 'input[data-action=seek]');
  await press(page, 'End');
  await tabTo(page, '[data-map=dW] .map-surface', 'Shift+Tab');
  await press(page, 'ArrowDown', 'Enter');
  await page.locator('[data-part=explanation] .fold').first().waitFor();
  await tabTo(page, '[data-part=explanation] .fold');
  await press(page, 'Enter');
  expect(await page.evaluate(() => document.activeElement?.matches('[data-part=explanation] .fold'))).toBe(true);
  await press(page, 'Escape');
  expect(await focused(page)).toBe('dW');
});

test('a line in full: closed by its button, with the focus back at the number of its cells', async () => {
  const { page } = await open({ text: course('conv_backward'), purpose: 'conv' });
  await tabTo(page, '[data-row=inputGradient] .fold');
  await press(page, 'Enter');
  await tabTo(page, '[data-part=explanation] [data-action=release]');
  await press(page, 'Enter');
  expect(await page.evaluate(() => document.activeElement?.matches('[data-row=inputGradient] .fold'))).toBe(true);
});

test('the check of a function: the first wrong step, the next one, the line, a repair', async () => {
  const { page } = await open(scenes['yours']!);
  await tabTo(page, '[data-action=firstWrong]');
  await press(page, 'Enter');
  const first = await stepOf(page);
  await tabTo(page, '[data-action=nextDifference]');
  await press(page, 'Enter');
  await expect.poll(() => stepOf(page)).toBeGreaterThan(first);
  for (const [link, action] of [
    ['showLine', 'showLine'],
    ['applyRepair', 'apply'],
  ] as const) {
    await tabTo(page, `[data-action=${link}]`);
    await press(page, 'Enter');
    expect(await posted(page, 'checkAction')).toMatchObject({ action, index: 0 });
  }
});

test('the inspector: values that are found, another slice, cells that are copied, all slices', async () => {
  const { text } = scenes['inspect-find']!;
  const { page, problems } = await open({ text, purpose: 'inspect' });
  await tabTo(page, '[data-field=find] .field-control');
  await type(page, '> 1.5');
  await press(page, 'Enter');
  await page.locator('[data-action=nextMatch]').waitFor();
  await tabTo(page, '[data-action=nextMatch]');
  await press(page, 'Enter', 'Enter');
  await tabTo(page, '.map-surface');
  await press(page, 'ArrowRight', 'Shift+ArrowDown', 'Control+c');
  await expect.poll(() => posted(page, 'copyCells')).toBeDefined();
  await press(page, ']');
  await expect.poll(() => page.locator('.map .map-title, .map figcaption, figure').first().innerText()).toContain('1');
  await tabTo(page, '[data-field=view] [data-value=planes]', 'Shift+Tab');
  await press(page, 'Enter');
  await page.locator('.plane').nth(3).waitFor();
  expect(problems).toEqual([]);
});

test('the inspector: another array to compare with, and the difference', async () => {
  const { text } = scenes['inspect-compare']!;
  const { page, problems } = await open({ text, purpose: 'inspect' });
  await tabTo(page, '[data-field=with] vscode-dropdown');
  await press(page, 'ArrowDown');
  await tabTo(page, '[data-field=show] [data-value=difference]');
  await press(page, 'Enter');
  await expect.poll(() => page.locator('body').innerText()).toMatch(/differ/);
  expect(problems).toEqual([]);
});

test('the gallery: a topic, a search, its scene, its code and a lesson', async () => {
  const { page, problems } = await open({ text: '', gallery: texts });
  await tabTo(page, '[data-value=mistake]');
  await press(page, 'Enter');
  await tabTo(page, '[data-action=search]');
  await type(page, 'stride');
  await expect.poll(() => page.locator('.gallery-card:visible').count()).toBe(1);
  await tabTo(page, '.gallery-open');
  await press(page, 'Enter');
  await tabTo(page, '.gallery-code');
  await press(page, 'Enter');
  await tabTo(page, '[data-action=search]', 'Shift+Tab');
  await press(page, 'Control+a', 'Delete');
  await tabTo(page, '[data-value=all]', 'Shift+Tab');
  await press(page, 'Enter');
  await tabTo(page, '[data-lesson]');
  await press(page, 'Enter');
  const kinds = await page.evaluate(() => window.posted.map(({ type }) => type as string));
  expect(kinds).toEqual(['ready', 'openScene', 'openCode', 'openLesson']);
  expect(problems).toEqual([]);
});

test('a text that cannot be shown: the example', async () => {
  const { page } = await open({ text: 'hello = world', purpose: 'conv' });
  await page.locator('.error-page').waitFor();
  await tabTo(page, '.error-page button, .error-page vscode-button');
  const before = await page.evaluate(() => window.posted.length);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => window.posted.length)).toBeGreaterThan(before);
});
