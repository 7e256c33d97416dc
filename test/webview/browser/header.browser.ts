/** The header: folding, fields and their errors. */
import { expect, test } from 'vitest';
import { beyond } from '../harness/beyond';
import { ready } from '../harness/PanelPage';
import { course } from '../harness/sceneTexts';
import { usePanel } from '../harness/usePanel';

const open = usePanel();

const convolution = { text: course('conv_forward'), purpose: 'conv' } as const;

test('H folds it to one line and back; the host remembers it', async () => {
  const { page } = await open(convolution);
  const height = async () => (await page.locator('[data-part=header]').boundingBox())!.height;
  const whole = await height();
  await page.keyboard.press('h');
  expect(await height()).toBeLessThan(45);
  expect(await page.locator('[data-field=stride]').isVisible()).toBe(false);
  const kept = await page.evaluate(() => window.posted.filter(({ type }) => type === 'setPreferences').at(-1));
  expect(kept).toMatchObject({ preferences: { headerFolded: true } });
  await page.locator('[data-action=foldHeader]').click();
  expect(await height()).toBe(whole);
});

test('an error is shown once, at its field, hides no map, and moves nothing', async () => {
  const { page } = await open({ ...convolution, width: 525 });
  const place = async () => (await page.locator('[data-map=x] .map-surface').boundingBox())!;
  const before = await place();
  await page.locator('[data-field=stride] input').fill('0');
  await ready(page);
  await expect.poll(() => page.locator('[data-field=stride] [data-error]').isVisible()).toBe(true);
  expect(await page.locator('[data-part=error]').isVisible()).toBe(false);
  const error = (await page.locator('[data-field=stride] [data-error]').boundingBox())!;
  const header = (await page.locator('[data-part=header]').boundingBox())!;
  expect(error.y).toBeGreaterThanOrEqual(header.y);
  expect(error.y + error.height).toBeLessThanOrEqual(before.y);
  expect(await place()).toEqual(before);
});

test.each([
  [380, 'stride', '0'],
  [525, 'stride', '0'],
  [525, 'filter', '12'],
  [525, 'pad', '-1'],
  [700, 'filter', '12'],
  [1600, 'filter', '12'],
])('at %i px the error of the field %s covers no field', async (width, id, value) => {
  const { page } = await open({ ...convolution, width });
  await page.locator(`[data-field=${id}] input`).fill(value);
  const error = page.locator(`[data-field=${id}] [data-error]`);
  await error.waitFor();
  await ready(page);
  const covered = await error.evaluate((shown) => {
    const box = shown.getBoundingClientRect();
    const over = (each: Element): boolean => {
      const { left, right, top, bottom } = each.getBoundingClientRect();
      return left < box.right && right > box.left && top < box.bottom && bottom > box.top;
    };
    return [...document.querySelectorAll('.field-control, .field-label, .map-surface')]
      .filter((each) => over(each))
      .map((each) => each.closest('[data-field], [data-map]')?.outerHTML.slice(0, 60));
  });
  expect(covered).toEqual([]);
});

test('the error of a rarer field, which is shown for it, is inside the panel', async () => {
  const { page } = await open({ text: course('pool_backward_max'), purpose: 'pool', width: 525, height: 800 });
  await page.locator('[data-field=stride] input').fill('2');
  const error = page.locator('[data-error]:not([hidden])');
  await expect.poll(() => error.innerText()).toContain('but the output has');
  await ready(page);
  expect(await beyond(error, page)).toEqual([]);
});

test('the channel is a strip of numbers; a number out of range is refused with the range', async () => {
  const { page } = await open(convolution);
  const strip = page.locator('[data-field=channel] button');
  expect(await strip.allInnerTexts()).toEqual(['0', '1', '2', '3']);
  await strip.nth(2).click();
  await ready(page);
  await expect.poll(() => strip.nth(2).getAttribute('aria-pressed')).toBe('true');
  const filter = page.locator('[data-field=filter]');
  expect(await filter.innerText()).toContain('of 0–7');
  await filter.locator('input').fill('8');
  await ready(page);
  await expect.poll(() => filter.locator('[data-error]').innerText()).toContain('from 0 to 7, not 8');
  await page.locator('[data-action=last]').click();
  await ready(page);
  await expect.poll(() => filter.locator('[data-error]').isVisible()).toBe(false);
});

test('in a high contrast theme, the border of a field that is wrong differs from those of others', async () => {
  const { page } = await open({ ...convolution, theme: 'hc-light' });
  await page.locator('[data-field=filter] input').fill('12');
  await page.locator('[data-field=filter] [data-error]').waitFor();
  const colorOf = (field: string): Promise<string> =>
    page.locator(`[data-field=${field}] input`).evaluate((input) => getComputedStyle(input).borderColor);
  expect(await colorOf('filter')).not.toBe(await colorOf('example'));
});
