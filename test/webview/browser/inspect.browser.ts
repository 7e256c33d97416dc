/** The inspector: layout, selecting and copying cells, search, slices, text, accessibility. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { applyTheme, findingsInThemes, otherThemes, otherThemesOf } from '../harness/accessibility';
import { ready, resizePanel } from '../harness/PanelPage';
import { scenes } from '../harness/scenes';
import { press, typeInto } from '../harness/sceneSteps';
import { course } from '../harness/sceneTexts';
import { usePanel } from '../harness/usePanel';

const open = usePanel();

/** Controls of the header that something else covers at their centre, and the element that does. */
function coveredFields(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const header = document.querySelector('[data-part=header]')!;
    return [...header.querySelectorAll('[data-field]')].flatMap((field) => {
      const { left, top, width, height } = field.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return hit && header.contains(hit)
        ? []
        : [`${(field as HTMLElement).dataset.field}: ${hit?.outerHTML.slice(0, 60)}`];
    });
  });
}

/** Cards and slices that the lower edge of the panel, or of the list that scrolls them, cuts. */
function cutParts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.inspect-side > *, .plane')].flatMap((part) => {
      const { top, bottom } = part.getBoundingClientRect();
      const edges = ['.planes', '.scroll'].flatMap((list) => part.parentElement!.closest(list) ?? []);
      const end = Math.min(...edges.map((edge) => edge.getBoundingClientRect().bottom));
      const isCut = top < end - 1 && bottom > end + 1;
      return isCut ? [`${part.getAttribute('data-part') ?? part.textContent}: ${top}–${bottom}`] : [];
    }),
  );
}

test.each([
  ['inspect-long', 525],
  ['inspect-photo', 1120],
] as const)(
  '%s at %i pixels: a map of small cells has one axis of indices and is not scrolled sideways',
  async (scene, width) => {
    const { page } = await open({ ...scenes[scene]!, width });
    expect(await page.locator('.inspect-main').evaluate((main) => main.scrollWidth - main.clientWidth)).toBe(0);
    expect(await page.locator('.map-axes').isVisible()).toBe(false);
    const [title, cells] = await Promise.all(
      ['.map-name', '.map-surface > canvas'].map((part) => page.locator(part).first().boundingBox()),
    );
    expect(cells!.x).toBe(title!.x);
  },
);

test.each([320, 380, 525, 1120])('at %i pixels the lines of the text as NumPy prints it are whole', async (width) => {
  const { page } = await open({ ...scenes['inspect-text']!, width });
  await scenes['inspect-text']!.prepare!(page);
  expect(await page.locator('[data-part=text]').evaluate((text) => text.scrollWidth - text.clientWidth)).toBe(0);
});

describe('the map is below the fields', () => {
  test.each([
    [525, 800],
    [380, 560],
    [1120, 720],
  ])('at %i × %i, and after the panel has changed its size', async (width, height) => {
    const { page } = await open({ text: course('conv_forward'), purpose: 'inspect', width, height });
    expect(await coveredFields(page)).toEqual([]);
    for (const size of [
      { width: width + 200, height: height + 150 },
      { width, height: height - 160 },
      { width: width - 60, height },
    ]) {
      await resizePanel(page, size.width, size.height);
      expect(await coveredFields(page)).toEqual([]);
    }
    const [header, map] = await Promise.all(
      ['[data-part=header]', '[data-map=array]'].map((part) => page.locator(part).boundingBox()),
    );
    expect(map!.y).toBeGreaterThanOrEqual(header!.y + header!.height);
  });
});

test('at 525 px two axes share a line, and the cards below the slices are in view', async () => {
  const { page } = await open({ text: course('conv_forward'), purpose: 'inspect', height: 734 });
  const boxes = await Promise.all(
    ['[data-field=index0]', '[data-field=index3]', '.inspect-footer'].map((part) => page.locator(part).boundingBox()),
  );
  const [first, second, footer] = boxes.map((box) => box!.y);
  expect(second).toBe(first);
  const { y, height } = (await page.locator('.inspect-page .histogram').last().boundingBox())!;
  expect(y + height).toBeLessThanOrEqual(footer!);
});

test.each([
  ['one line of slices', scenes['inspect-find']!.text],
  ['slices that fill the panel', 'features = np.arange(20480).reshape(16, 20, 64) / 37'],
  ['no slices', 'a = np.arange(320).reshape(16, 20) / 37'],
])('%s: at no size does the lower edge of the panel cut a card or a slice', async (_, text) => {
  const { page } = await open({ text, purpose: 'inspect' });
  for (const size of ['525x734', '700x800', '525x560', '525x900', '380x800', '560x360', '1120x560', '1120x720']) {
    const [width = 0, height = 0] = size.split('x').map(Number);
    await resizePanel(page, width, height);
    expect(await cutParts(page), size).toEqual([]);
  }
});

test('at 380 px the buttons of a search are inside of the panel', async () => {
  const { prepare, ...options } = scenes['inspect-find']!;
  const { page } = await open({ ...options, width: 380 });
  await prepare!(page);
  for (const action of ['previousMatch', 'nextMatch']) {
    const { x, width } = (await page.locator(`[data-action=${action}]`).boundingBox())!;
    expect(x + width).toBeLessThanOrEqual(380 - 8);
  }
});

test('the handles of the range of colours are seen in dark themes and with high contrast', async () => {
  const { page } = await open({ text: course('conv_forward'), purpose: 'inspect' });
  const handles = page.locator('.histogram-handles');
  for (const theme of ['dark', 'hc-black', 'hc-light'] as const) {
    await applyTheme(page, theme);
    await handles.scrollIntoViewIfNeeded();
    const seen = await handles.screenshot();
    await handles.evaluate((element) => (element.style.opacity = '0'));
    expect(seen.equals(await handles.screenshot()), theme).toBe(false);
    await handles.evaluate((element) => (element.style.opacity = ''));
  }
});

test('at 200 % zoom (560 × 360) the map has the height between two lines, and the slices are next to it', async () => {
  const { page } = await open({ text: course('conv_forward'), purpose: 'inspect', width: 560, height: 360 });
  const map = (await page.locator('[data-map=array] canvas').first().boundingBox())!;
  expect(map.width / 7).toBeGreaterThanOrEqual(30);
  const slices = (await page.locator('[data-part=planes]').boundingBox())!;
  expect(slices.x).toBeGreaterThanOrEqual(map.x + map.width);
  expect((await page.locator('.inspect-footer').boundingBox())!.height).toBeLessThan(36);
});

test('at 400 % zoom (320 × 256) the map has more than half of the height, and the keys are listed by their button', async () => {
  const { page } = await open({ text: course('conv_forward'), purpose: 'inspect', width: 320, height: 256 });
  const footer = (await page.locator('.inspect-footer').boundingBox())!;
  expect(footer.height).toBeLessThan(36);
  await page.keyboard.press('?');
  await page.locator('[data-part=keys]').getByText('Ctrl').first().waitFor();
});

/** Shape (2, 2, 5). */
const text = 'a = np.array([[[1, 2, 3, 0, 0], [4, 5, 6, 0, 0]], [[7, 8, 9, 0, 0], [1, 2, 30, 0, 0]]])';

async function posted(page: Page, type: string): Promise<unknown> {
  return page.evaluate((wanted) => window.posted.filter((message) => message.type === wanted).at(-1), type);
}

describe('cells', () => {
  test('dragging selects a rectangle, Ctrl+C copies it as NumPy, buttons in other formats', async () => {
    const { page } = await open({ text, purpose: 'inspect' });
    const canvas = page.locator('[data-map=array] canvas').first();
    const { x, y, width } = (await page.locator('[data-map=array] .map-overlay').boundingBox())!;
    expect(await canvas.isVisible()).toBe(true);
    const cell = (width - 1) / 5;
    await page.mouse.move(x + 1.5 * cell, y + 0.5 * cell);
    await page.mouse.down();
    await page.mouse.move(x + 2.5 * cell, y + 1.5 * cell, { steps: 4 });
    await page.mouse.up();
    expect(await page.locator('[data-part=cell]').innerText()).toContain('2 × 2 cells selected');
    await page.locator('[data-map=array] .map-surface').press('Control+c');
    expect(await posted(page, 'copyCells')).toMatchObject({ row: 0, col: 1, rows: 2, cols: 2, format: 'numpy' });
    await page.locator('[data-copy=csv]').click();
    expect(await posted(page, 'copyCells')).toMatchObject({ rows: 2, format: 'csv' });
  });

  test('Shift and arrows extend the selection, Escape ends it', async () => {
    const { page } = await open({ text, purpose: 'inspect' });
    const surface = page.locator('[data-map=array] .map-surface');
    await surface.focus();
    for (const key of ['ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown']) await page.keyboard.press(key);
    expect(await page.locator('[data-part=cell]').innerText()).toContain('rows 0–1, columns 1–2');
    // The map's menu writes them in every format.
    const menu = page.locator('[data-map=array]');
    const cells = async () =>
      (JSON.parse((await menu.getAttribute('data-vscode-context'))!) as { layerLensCells?: unknown }).layerLensCells;
    expect(await cells()).toEqual({ row: 0, col: 1, rows: 2, cols: 2 });
    await page.keyboard.press('Escape');
    expect(await page.locator('[data-part=cell]').innerText()).toContain('a[0, 0, 1]');
    expect(await cells()).toBeUndefined();
  });
});

describe('search, slices and text', () => {
  test('a search counts and goes from match to match, into another slice', async () => {
    const { page } = await open({ text, purpose: 'inspect' });
    await typeInto('find', '> 8')(page);
    expect(await page.locator('[data-part=found]').innerText()).toContain('2 found, 0 in this slice');
    await page.locator('[data-action=nextMatch]').click();
    await ready(page);
    await expect.poll(() => page.locator('[data-field=index0] input[type=number]').inputValue()).toBe('1');
    expect(await page.locator('[data-part=cell]').innerText()).toContain('a[1, 0, 2]');
    await page.locator('[data-map=array] .map-surface').press('n');
    await expect.poll(() => page.locator('[data-part=cell]').innerText()).toContain('a[1, 1, 2]');
    await typeInto('find', '> many')(page);
    expect(await page.locator('[data-field=find] [data-error]').innerText()).toContain('cannot read');
  });

  test('all slices; a click selects one, a double click shows it', async () => {
    const { page } = await open({ text, purpose: 'inspect' });
    await press('view', 'planes')(page);
    expect(await page.locator('[data-part=planes] [data-plane]').count()).toBe(2);
    await page.locator('[data-plane="1"]').dblclick();
    await expect.poll(() => page.locator('[data-map=array] td[data-row="0"][data-col="0"]').textContent()).toBe('7');
  });

  test('a picture: a click on one of its channels shows this channel; the switch is in the header’s first fields', async () => {
    const { page } = await open(scenes['inspect-photo']!);
    const rgb = page.locator('[data-field=rgb]');
    const title = page.locator('[data-map=array] .map-title');
    expect(await rgb.isVisible()).toBe(true);
    expect(await page.locator('[data-field=index2]').count()).toBe(0);
    expect(await title.innerText()).toContain('[:, :, RGB]');
    expect(await page.locator('.plane[aria-pressed=true]').count()).toBe(0);
    await page.locator('[data-plane="1"]').click();
    await ready(page);
    expect(await page.locator('.plane[aria-pressed=true]').count()).toBe(1);
    await expect.poll(() => title.innerText()).toContain('[:, :, 1]');
    expect(await page.locator('[data-field=index2] input[type=number]').inputValue()).toBe('1');
  });

  test('the text that NumPy prints', async () => {
    const { page } = await open({ text, purpose: 'inspect' });
    await press('view', 'text')(page);
    expect(await page.locator('[data-part=text]').textContent()).toContain(
      'array([[[ 1,  2,  3,  0,  0],\n        [ 4,  5,  6,  0,  0]],',
    );
  });

  test('a value out of the range of a slider is refused at the field', async () => {
    const { page } = await open({ text, purpose: 'inspect' });
    const field = page.locator('[data-field=index0]');
    await field.locator('input[type=number]').fill('5');
    await field.locator('input[type=number]').press('Enter');
    await ready(page);
    expect(await field.locator('[data-error]').innerText()).toContain('from 0 to 1, not 5');
    expect(await page.locator('.error').isVisible()).toBe(false);
  });
});

test.each(['inspect-find', 'inspect-planes', 'inspect-text', 'inspect-compare', 'inspect-photo'])(
  '%s at 380 and 1120 pixels: axe finds nothing in the narrow one, nothing scrolls sideways',
  async (name) => {
    const scene = scenes[name]!;
    const { page, problems } = await open({ ...scene, width: 380 });
    await scene.prepare?.(page);
    const others = name === 'inspect-find' ? otherThemes : otherThemesOf(name.length);
    expect(await findingsInThemes(page, { others }), '380').toEqual([]);
    await resizePanel(page, 1120, 800);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), '1120').toBeLessThanOrEqual(1120);
    expect(problems).toEqual([]);
  },
);

test('the distribution of an array that is one slice has no other title', async () => {
  const title = async (text: string): Promise<string> => {
    const { page } = await open({ text, purpose: 'inspect' });
    return page.locator('[data-part=distribution] h2').innerText();
  };
  expect(await title('v = np.arange(30) / 7')).toBe('distribution');
  expect(await title('v = np.arange(30).reshape(2, 3, 5) / 7')).toBe('distribution of this slice');
});

test('the keys of slices are named where there are slices, those of a map where there is one', async () => {
  const { page } = await open({ text: 'v = np.arange(300) / 7', purpose: 'inspect' });
  await page.getByText('show numbers').waitFor();
  expect(await page.locator('.slice-keys').isVisible()).toBe(false);
  const { page: other } = await open({ text: course('conv_forward'), purpose: 'inspect' });
  await other.locator('.slice-keys').waitFor();
  await other.locator('[data-field=view]').getByText('text', { exact: true }).click();
  await other.locator('.key-hints').waitFor({ state: 'hidden' });
});

test.each([
  ['has', 'numbers of a text', text],
  ['lacks', 'a computed array', scenes['inspect-find']!.text],
])('the list of keys %s the one that changes a number of the text: %s', async (has, _, arrays) => {
  const { page } = await open({ text: arrays, purpose: 'inspect' });
  await page.keyboard.press('?');
  expect((await page.locator('[data-part=keys]').innerText()).includes('F2')).toBe(has === 'has');
});
