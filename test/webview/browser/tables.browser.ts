/** The hidden tables of the maps, as Chromium gives them to screen readers. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { scenes } from '../harness/scenes';
import { course } from '../harness/sceneTexts';
import { contextOptions, newPage } from '../harness/PanelPage';
import { useBrowser, usePanel } from '../harness/usePanel';

const open = usePanel();
const browser = useBrowser();

async function tables(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes.filter(({ ignored, role }) => !ignored && role?.value === 'table').length;
}

test('every map has its table for screen readers; maps that change lose it while steps follow each other fast, and have it again at rest', async () => {
  // A clock is its context's.
  const context = await browser().newContext(contextOptions);
  const page = await newPage(context);
  await open({ text: course('conv_backward'), purpose: 'conv', preferences: { speed: 30 } }, page);
  const maps = await page.locator('[data-map]').count();
  expect(maps).toBeGreaterThan(3);
  await expect.poll(() => tables(page)).toBe(maps);
  // The page's time is the test's: how fast steps follow each other does not depend on the machine.
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(1000);
  const play = page.locator('[data-action=play]');
  await play.click();
  // The input's table stays: it is the same at every step of an example.
  await expect
    .poll(async () => {
      await page.clock.runFor(34);
      return tables(page);
    })
    .toBe(1);
  await play.click();
  await page.clock.runFor(1000);
  await expect.poll(() => tables(page)).toBe(maps);
  await context.close();
});

test('of a large map the table has the part around the window, with exact values under their own indices', async () => {
  const { page } = await open({ ...scenes['large']!, width: 525, height: 800 });
  const cells = page.locator('[data-map=x] td[data-row]');
  expect(await cells.count()).toBe(256);
  await page.locator('[data-action=last]').click();
  const last = page.locator('[data-map=x] td[data-row="63"][data-col="95"]');
  const expected = Math.round(100 * Math.sin(63 / 9) * Math.cos(95 / 13)) / 100;
  await expect.poll(() => last.textContent()).toBe(String(expected));
  expect(await cells.count()).toBe(256);
  expect(await page.locator('[data-map=x] tbody th').last().textContent()).toBe('63');
});

test('a map whose extent changes has the table of its cells at once, also when changes follow each other fast', async () => {
  const { page } = await open({
    text: 'X = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [13, 14, 15, 16]]',
    purpose: 'pool',
  });
  const kernel = page.locator('[data-field=kernel] input');
  for (const [size, cells] of [
    ['3', 1],
    ['2', 4],
    ['4', 1],
    ['1', 16],
  ] as const) {
    await kernel.fill(size);
    await kernel.press('Enter');
    await page.locator('body[data-ready="true"]').waitFor();
    expect(await page.locator('[data-map=z] td[data-row]').count()).toBe(cells);
  }
});
