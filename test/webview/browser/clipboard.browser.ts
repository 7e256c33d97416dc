/** Copying, by what the clipboard then has. */
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { scenes } from '../harness/scenes';
import { course } from '../harness/sceneTexts';
import { usePanel } from '../harness/usePanel';

const open = usePanel();

/** Numbers that need all their digits. */
const text = 'a = np.array([[0.1, -2.5e-9, 1 / 3], [1e+300, 7, -0.0]])';

const whole = {
  numpy: 'np.array([[0.1, -2.5e-9, 0.3333333333333333],\n          [1e+300, 7.0, -0.0]])',
  csv: '0.1,-2.5e-9,0.3333333333333333\n1e+300,7,-0\n',
  json: '[[0.1, -2.5e-9, 0.3333333333333333],\n [1e+300, 7, -0]]',
};

const selected = {
  csv: '-2.5e-9,0.3333333333333333\n7,-0\n',
  json: '[[-2.5e-9, 0.3333333333333333],\n [7, -0]]',
  numpy: 'np.array([[-2.5e-9, 0.3333333333333333],\n          [7.0, -0.0]])',
};

async function withClipboard(options: Parameters<typeof open>[0]): Promise<Page> {
  const { page } = await open({ ...options, width: 1120 });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: inject('panelOrigin') });
  await page.evaluate(() => navigator.clipboard.writeText('before'));
  return page;
}

function copied(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

test.each(Object.entries(whole))('without a selection, %s has all values of the slice', async (format, expected) => {
  const page = await withClipboard({ text, purpose: 'inspect' });
  await page.locator(`[data-copy=${format}]`).click();
  await expect.poll(() => copied(page)).toBe(expected);
});

test('a selection is copied as each format, and by Ctrl+C as NumPy', async () => {
  const page = await withClipboard({ text, purpose: 'inspect' });
  const surface = page.locator('.inspect-main .map-surface');
  await surface.focus();
  for (const key of ['ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown']) await surface.press(key);
  for (const [format, expected] of Object.entries(selected)) {
    await page.locator(`[data-copy=${format}]`).click();
    await expect.poll(() => copied(page)).toBe(expected);
  }
  await page.evaluate(() => navigator.clipboard.writeText('before'));
  await surface.press('Control+c');
  await expect.poll(() => copied(page)).toBe(selected.numpy);
});

test('what a format cannot hold is told, and nothing is copied', async () => {
  const page = await withClipboard({ text: 'a = np.array([[1, np.nan]])', purpose: 'inspect' });
  await page.locator('[data-copy=json]').click();
  await expect.poll(() => page.locator('[data-part=cell] .copy-row').innerText()).toContain('JSON cannot hold NaN');
  expect(await copied(page)).toBe('before');
  await page.locator('[data-copy=csv]').click();
  await expect.poll(() => copied(page)).toBe('1,nan\n');
  expect(await page.locator('[data-part=cell] .copy-row').innerText()).toContain('copied 1 × 2');
});

test('cells of a step are copied as NumPy', async () => {
  const page = await withClipboard({ text: course('pool_forward_max_stride1'), purpose: 'pool' });
  const surface = page.locator('[data-map=x] .map-surface');
  await surface.focus();
  for (const key of ['Shift+ArrowRight', 'Control+c']) await surface.press(key);
  const values = await page.locator('[data-map=x] td[data-row="0"]').allTextContents();
  await expect.poll(() => copied(page)).toBe(`np.array([[${values.slice(0, 2).join(', ')}]])`);
});

test('the code of a layer is copied as it is shown', async () => {
  const page = await withClipboard(scenes['conv-forward']!);
  await page.locator('[data-part=code] [data-action=copy]').click();
  await expect.poll(() => copied(page)).toMatch(/^for i in range\(m\):\n[^]*conv_single_step/);
});
