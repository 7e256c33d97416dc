/** Every control in every state: it has a name for screen readers and a tooltip, and can be reached by the keyboard. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { everything } from '../../everything';
import { ready, resizePanel, type PanelPageOptions } from '../harness/PanelPage';
import { scenes } from '../harness/scenes';
import { seekTo, typeInto } from '../harness/sceneSteps';
import { course } from '../harness/sceneTexts';
import { themes } from '../harness/themes';
import { usePanel } from '../harness/usePanel';

const open = usePanel();

/** Controls that are shown and lack a name or a tooltip. Text that is the whole label of a control needs no tooltip of its own. */
function incomplete(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const controls =
      'button, input, select, vscode-button, vscode-dropdown, vscode-checkbox, vscode-text-field, .map-surface, [role=tab]';
    const isShown = (element: Element): boolean => element.getClientRects().length > 0;
    const nameOf = (element: Element): string => {
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
      const labelled = document.getElementById(element.getAttribute('aria-labelledby') ?? '');
      const named = [
        labelled?.textContent,
        element.getAttribute('aria-label'),
        element.textContent,
        ...labels.map((each) => each.textContent),
      ];
      return named.map((each) => each?.trim() ?? '').find((each) => each !== '') ?? '';
    };
    const isNamedByText = (element: Element): boolean => (element.textContent ?? '').trim().length > 2;
    const problems: string[] = [];
    for (const element of document.querySelectorAll(controls)) {
      if (!isShown(element)) continue;
      const place = element.outerHTML.slice(0, 110);
      if (nameOf(element) === '') problems.push(`no name: ${place}`);
      const hasTooltip =
        element.closest('[title]:not([title=""]), [aria-labelledby]') !== null || element.matches('.map-surface');
      if (!hasTooltip && !isNamedByText(element)) problems.push(`no tooltip: ${place}`);
    }
    return [...new Set(problems)];
  });
}

/** One after the other in one page: what is open closes by Escape. */
const states: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'as it opens': () => Promise.resolve(),
  'with all options': async (page) => {
    const more = page.locator('[data-action=moreFields]');
    if (await more.isVisible()) await more.click();
  },
  'with the settings open': (page) => page.locator('[data-action=settings]').click(),
  'with the keys open': (page) => page.keyboard.press('?'),
  'with the range of the colours open': (page) => page.locator('[data-action=scale]').first().click(),
  'with a pinned cell': async (page) => {
    await page.locator('.map-surface').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await ready(page);
  },
  'with all filters': async (page) => {
    const montage = page.locator('[data-map=z] [data-action=montage]:visible');
    if ((await montage.count()) > 0) await montage.click();
    await ready(page);
  },
  'in the quiz': async (page) => {
    await page.locator('body').press('q');
    await ready(page);
  },
  presented: (page) => page.locator('body').press('p'),
};

const layers: readonly (readonly [name: string, layer: PanelPageOptions])[] = [
  ['conv_forward', { text: course('conv_forward'), purpose: 'conv' }],
  // Its controls are of the same kinds as those of the convolution.
  ...(everything ? ([['pool_backward', { text: course('pool_backward_max'), purpose: 'pool' }]] as const) : []),
  ['your function', { text: scenes['yours']!.text, purpose: 'any', check: 'conv_forward' }],
];

test.each(layers)('%s, in each of its states', async (_, layer) => {
  const { page } = await open(layer);
  await seekTo(0.3)(page);
  for (const [state, prepare] of Object.entries(states)) {
    await prepare(page);
    expect(await incomplete(page), state).toEqual([]);
    await page.keyboard.press('Escape');
    await ready(page);
  }
});

const inspected = ['inspect-find', 'inspect-planes', 'inspect-text', 'inspect-photo', 'inspect-compare'];

test('the inspector, in each of its views', async () => {
  let page: Page | undefined;
  for (const name of inspected) {
    const { text, purpose, prepare } = scenes[name]!;
    ({ page } = await open({ text, purpose }, page));
    await prepare?.(page);
    expect(await incomplete(page), name).toEqual([]);
    await page.locator('[data-action=settings]').click();
    expect(await incomplete(page), `${name} with the settings open`).toEqual([]);
  }
});

test('a scene with notes, and the gallery', async () => {
  const scene = readFileSync('scenes/31-gradients-add.layerlens.json', 'utf8');
  const { page } = await open({ text: '', scene });
  expect(await incomplete(page)).toEqual([]);
  const gallery = await open({ text: '', gallery: { gradients: scene } });
  expect(await incomplete(gallery.page)).toEqual([]);
});

/** What opens a popup, each named by a selector of its own; folds that are part of the page are not among them. */
function openersOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[aria-expanded]')].flatMap((element) => {
      const { action = '' } = element.dataset;
      const isFold = ['foldHeader', 'moreFields'].includes(action);
      if (isFold || element.getClientRects().length === 0) return [];
      const place = element.closest<HTMLElement>('[data-map], [data-row], [data-field]');
      const name = Object.entries(place?.dataset ?? {}).find(([key]) => ['map', 'row', 'field'].includes(key));
      const inside = name ? `[data-${name[0]}="${name[1]}"] ` : '';
      return [`${inside}${element.localName}${action ? `[data-action=${action}]` : ''}[aria-expanded]`];
    }),
  );
}

test.each(layers)('%s: each popup opens, and closes by Escape and by a press elsewhere', async (_, layer) => {
  const { page } = await open(layer);
  await seekTo(0.3)(page);
  const openers = await openersOf(page);
  expect(openers.length).toBeGreaterThan(4);
  for (const each of new Set(openers)) {
    const opener = page.locator(each).first();
    const isOpen = () => opener.getAttribute('aria-expanded');
    for (const close of ['Escape', 'elsewhere']) {
      await opener.scrollIntoViewIfNeeded();
      // Buttons of a map are seen while it is pointed at, also where its title leaves them no space.
      const map = opener.locator('xpath=ancestor::figure');
      if ((await map.count()) > 0) await map.locator('.map-title').hover();
      await opener.click();
      await expect.poll(isOpen, { message: `${each} opens` }).toBe('true');
      if (close === 'Escape') await page.keyboard.press('Escape');
      else await page.locator('.sentence').click();
      await expect.poll(isOpen, { message: `${each} closes by ${close}` }).toBe('false');
    }
  }
});

test('more options, another width, decimals and a theme keep the filter and the example of the step in their fields', async () => {
  const { page } = await open({ text: course('conv_forward'), purpose: 'conv' });
  await seekTo(0.76)(page);
  const shown = () =>
    Promise.all(['example', 'filter'].map((id) => page.locator(`[data-field=${id}] input`).inputValue()));
  const before = await shown();
  expect(before).toEqual(['1', '1']);
  await page.locator('[data-action=moreFields]').click();
  expect(await shown()).toEqual(before);
  await resizePanel(page, 1280, 800);
  expect(await page.locator('[data-field=groups]').isVisible()).toBe(true);
  expect(await shown()).toEqual(before);
  await page.locator('[data-action=settings]').click();
  await page.locator('[data-setting=precision] input, .settings-form input').first().fill('3');
  await ready(page);
  expect(await shown()).toEqual(before);
  await page.evaluate((theme) => window.applyTheme(theme), themes.light);
  await ready(page);
  expect(await shown()).toEqual(before);
});

test.each([380, 1280])('at %i px what a field has is seen whole: a pair, four sides, a name', async (width) => {
  const { page } = await open({ text: course('conv_forward'), purpose: 'conv', width });
  const isWhole = (field: string): Promise<boolean> =>
    page.locator(`[data-field=${field}] input`).evaluate((input) => input.scrollWidth <= input.clientWidth);
  for (const [field, value] of [
    ['stride', '2, 1'],
    ['pad', '1, 2, 0, 1'],
    ['pad', 'same_upper'],
  ] as const) {
    await typeInto(field, value)(page);
    await expect.poll(() => page.locator(`[data-field=${field}] input`).inputValue()).toBe(value);
    await expect.poll(() => isWhole(field), { message: value }).toBe(true);
  }
});
