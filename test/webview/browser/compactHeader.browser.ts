/** The header of panels with little space: folded, and unfolded for a while. */
import { expect, test } from 'vitest';
import { heightOf } from '../harness/boxes';
import { resizePanel } from '../harness/PanelPage';
import { course, photoText } from '../harness/sceneTexts';
import { usePanel } from '../harness/usePanel';

const open = usePanel();

test('the header of a short panel is unfolded by H for this panel only; higher again it is as before', async () => {
  const { page } = await open({ text: course('conv_forward'), purpose: 'conv', width: 560, height: 360 });
  const isFolded = async () => (await heightOf(page, '[data-part=header]')) < 45;
  expect(await isFolded()).toBe(true);
  await page.keyboard.press('h');
  expect(await isFolded()).toBe(false);
  expect(await page.locator('[data-field=stride]').isVisible()).toBe(true);
  await page.keyboard.press('h');
  expect(await isFolded()).toBe(true);
  await resizePanel(page, 560, 800);
  expect(await isFolded()).toBe(false);
  expect(await page.evaluate(() => window.posted.filter(({ type }) => type === 'setPreferences'))).toEqual([]);
});

test('the header of a short inspector is unfolded by the key that finds values', async () => {
  const { page } = await open({ text: 'v = np.arange(20) / 7', purpose: 'inspect', width: 560, height: 360 });
  const find = page.locator('[data-field=find]');
  expect(await find.isVisible()).toBe(false);
  await page.keyboard.press('/');
  expect(await find.isVisible()).toBe(true);
  expect(await find.evaluate((field) => field.contains(document.activeElement))).toBe(true);
});

test.each([
  ['conv', 500],
  ['conv', 700],
  ['inspect', 500],
] as const)('the header of a narrow and low panel is folded: %s, 350 × %i', async (purpose, height) => {
  const { page } = await open({ text: course('conv_forward'), purpose, width: 350, height });
  expect(await heightOf(page, '[data-part=header]')).toBeLessThan(45);
  await resizePanel(page, 350, 800);
  expect(await heightOf(page, '[data-part=header]')).toBeGreaterThan(100);
});

test('the header of a narrow inspector is above a footer of one line: the list of keys is behind its button', async () => {
  const { page } = await open({ text: 'v = np.arange(20) / 7', purpose: 'inspect', width: 350, height: 500 });
  expect(await heightOf(page, '.inspect-footer')).toBeLessThan(40);
  expect(await page.locator('.inspect-footer .tools').isVisible()).toBe(true);
});

test('the header of 525 pixels has what is beyond doubt with the rarer options, without a line of its own', async () => {
  const { page } = await open({ text: course('conv_backward'), purpose: 'conv' });
  const more = page.locator('[data-action=moreFields]');
  const [evidence, layout] = [page.locator('.assumptions li'), page.locator('[data-field=layout]')];
  expect([await evidence.isVisible(), await layout.isVisible()]).toEqual([false, false]);
  expect(await more.getAttribute('title')).toContain('channels last: A_prev and W both have 3 channels');
  const [fields, stage] = [await page.locator('[data-field=channel]').boundingBox(), page.locator('.stage > .row')];
  expect((await stage.first().boundingBox())!.y - fields!.y - fields!.height).toBeLessThan(24);
  const widthBefore = (await more.boundingBox())!.width;
  await more.click();
  expect([await evidence.isVisible(), await layout.isVisible()]).toEqual([true, true]);
  expect((await more.boundingBox())!.width).toBe(widthBefore);
});

test('the header of 525 pixels keeps what is only a guess on view', async () => {
  const text = 'A_prev = np.random.randn(1, 4, 4, 4)\nW = np.random.randn(2, 2, 4, 2)';
  const { page } = await open({ text, purpose: 'conv' });
  expect(await page.locator('.assumptions').innerText()).not.toBe('');
});

test('what is assumed is chosen in its sentence, which takes one line', async () => {
  const { page } = await open({ text: photoText(24), purpose: 'conv', width: 380 });
  const filter = page.locator('.assumptions li').filter({ hasText: 'No filter selected' });
  expect((await filter.boundingBox())!.height).toBeLessThan(36);
  expect(await filter.locator('> span').first().textContent()).toBe('No filter selected – using ');
  expect(await filter.locator('vscode-dropdown').evaluate((each) => (each as HTMLSelectElement).value)).toBe('sobelX');
});
