/** The pinned bar: its controls are those that the steps of a layer need. */
import { describe, expect, test } from 'vitest';
import { ready } from '../harness/PanelPage';
import { scenes } from '../harness/scenes';
import { stepOf, usePanel } from '../harness/usePanel';

const open = usePanel();

const moving = ['[data-action=play]', '[data-action=seek]', '[data-action=speed]', '.step-count'];

describe('a layer of one step', () => {
  test.each(['mask', 'distribute'])(
    '%s: nothing to play, no step sizes; the tools and their keys work',
    async (name) => {
      const { page } = await open(scenes[name]!);
      for (const control of [...moving, '[data-action=granularity]']) {
        expect(await page.locator(control).isVisible(), control).toBe(false);
      }
      await page.locator('[data-action=settings]').click();
      await expect.poll(() => page.locator('.settings-form').isVisible()).toBe(true);
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      await expect.poll(() => page.locator('[data-part=keys]').isVisible()).toBe(true);
    },
  );

  test('conv_single_step has smaller steps: choosing them shows the slider', async () => {
    const { page } = await open(scenes['single-step']!);
    expect(await page.locator('[data-action=seek]').isVisible()).toBe(false);
    await page.locator('[data-action=granularity]').click();
    await page.locator('[data-action=granularity]').getByRole('option', { name: 'by channel', exact: true }).click();
    await ready(page);
    for (const control of moving) expect(await page.locator(control).isVisible(), control).toBe(true);
    await page.keyboard.press('Escape');
    expect(await stepOf(page)).toBe(2);
    await page.locator('[data-action=back]').click();
    expect(await stepOf(page)).toBe(1);
  });

  test('the focus that a command asks for is in the panel', async () => {
    const { page } = await open(scenes['mask']!);
    await page.evaluate(() => {
      window.postMessage({ type: 'focus', generation: Number(document.body.dataset['generation']) }, '*');
    });
    await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLElement).dataset.part)).toBe('timeline');
  });
});

test('steps of one size have no choice of sizes', async () => {
  const { page } = await open(scenes['zero-pad']!);
  expect(await page.locator('[data-action=seek]').isVisible()).toBe(true);
  expect(await page.locator('[data-action=granularity]').isVisible()).toBe(false);
});

test('a step of one window is called an element for ReLU, and a window for pooling', async () => {
  const sizes = async (name: string): Promise<readonly string[]> => {
    const { text, purpose } = scenes[name]!;
    const { page } = await open({ text, purpose });
    await page.locator('[data-action=granularity]').focus();
    return page.locator('[data-action=granularity] vscode-option').allTextContents();
  };
  expect(await sizes('relu')).toContain('by element');
  const pooling = await sizes('pool-forward');
  expect(pooling).toContain('by window');
  expect(pooling).not.toContain('by element');
});

test('a dropdown has its other options when it is first used, and keeps its choice', async () => {
  const { page } = await open(scenes['conv-forward']!);
  const dropdown = page.locator('[data-action=granularity]');
  const chosen = () => dropdown.evaluate((element) => (element as HTMLSelectElement).value);
  expect(await dropdown.locator('vscode-option').allTextContents()).toEqual(['by window']);
  expect(await chosen()).toBe('window');
  await dropdown.focus();
  const labels = ['by product', 'by channel', 'by window', 'all filters', 'by row', 'by example'];
  expect(await dropdown.locator('vscode-option').allTextContents()).toEqual(labels);
  expect(await chosen()).toBe('window');
  await page.keyboard.press('ArrowUp');
  await expect.poll(chosen).toBe('channel');
  await dropdown.click();
  await dropdown.getByRole('option', { name: 'by product', exact: true }).click();
  await expect.poll(chosen).toBe('product');
  const names = await dropdown.locator('vscode-option').evaluateAll((all) => all.map((each) => each.ariaLabel));
  expect(names).toEqual(labels);
});

test('a step number with more digits leaves the slider its width', async () => {
  const { page } = await open(scenes['conv-forward']!);
  const width = async (step: number): Promise<number> => {
    await page.locator('[data-action=seek]').fill(String(step));
    await ready(page);
    return page.locator('[data-action=seek]').evaluate((slider) => slider.getBoundingClientRect().width);
  };
  const first = await width(0);
  expect([await width(50), await width(150)]).toEqual([first, first]);
});
