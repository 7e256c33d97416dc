/** Without a mouse or without sight: what a screen reader is told of a step, a walk by Tab through every page, 400 % zoom. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFindings } from '../harness/accessibility';
import { ready } from '../harness/PanelPage';
import { course, scenes, seekTo } from '../harness/scenes';
import { usePanel } from '../harness/usePanel';

const open = usePanel();

/** The texts of the live regions of the page from now on, in order. */
async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    for (const region of document.querySelectorAll('[aria-live]')) {
      new MutationObserver(() => {
        const text = region.textContent?.replace(/\s+/g, ' ').trim() ?? '';
        if (text !== '' && text !== said.at(-1)) said.push(text);
      }).observe(region, { childList: true, characterData: true, subtree: true });
    }
  });
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said);
}

describe('a screen reader is told', () => {
  test('of a forward step: the result, then each cell that the arrows move to, with its value', async () => {
    const { page } = await open({ text: course('pool_forward_max_stride1'), purpose: 'pool' });
    const said = await listen(page);
    await page.keyboard.press('ArrowRight');
    await ready(page);
    await page.locator('[data-map=x] .map-surface').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    expect(await said()).toEqual([
      'A[0, 0, 0, 1] = 0.90',
      'A_prev[0, 0] (A_prev[0, 0, 0, 1]) = -0.6117564136500754',
      'A_prev[0, 1] (A_prev[0, 0, 1, 1]) = 0.8654076293246785',
      'A_prev[1, 1] (A_prev[0, 1, 1, 1]) = 0.5828152137158222',
    ]);
  });

  test('of a backward step: the gradient and where it goes', async () => {
    const { page } = await open({ text: course('pool_backward_max'), purpose: 'pool' });
    await seekTo(0.28)(page);
    const said = await listen(page);
    await page.keyboard.press('ArrowRight');
    await ready(page);
    await page.keyboard.press('ArrowLeft');
    await ready(page);
    const told = await said();
    expect(told[0]).toBe('dA[1, 1, 1, 1] = −0.25 goes to the maximum of its window in dA_prev');
    expect(told).toHaveLength(2);
    expect(told[1]).toMatch(/^dA\[1, 1, 1, 0\] = .* goes to the maximum of its window in dA_prev$/);
  });

  test('of every map its name and size, of the timeline its step and what the step is', async () => {
    const { page } = await open({ text: course('pool_forward_max_stride1'), purpose: 'pool' });
    await page.keyboard.press('ArrowRight');
    await ready(page);
    const maps = await page
      .locator('.map-surface')
      .evaluateAll((all) => all.map((map) => map.getAttribute('aria-label')));
    expect(maps.length).toBeGreaterThan(1);
    for (const label of maps) expect(label).toMatch(/\d+ rows?, \d+ columns?/);
    const slider = page.locator('input[data-action=seek]');
    expect(await slider.getAttribute('aria-valuetext')).toBe('step 2 / 54');
  });
});

interface Stop {
  readonly element: string;
  readonly name: string;
  readonly isMarked: boolean;
  readonly isSeen: boolean;
}

/** The elements that Tab stops at, from one end of the page until it leaves it at the other. */
async function walk(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<readonly Stop[]> {
  await page.evaluate((forward) => {
    // A button that is focused and gone is where the browser goes on from.
    const start = document.createElement('button');
    if (forward) document.body.prepend(start);
    else document.body.append(start);
    start.focus();
    start.remove();
  }, key === 'Tab');
  const stops: Stop[] = [];
  for (let count = 0; count < most; count++) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(readStop);
    if (stop === null) break;
    stops.push({ ...stop, isMarked: stop.isMarked || (await looksDifferent(page)) });
  }
  await page.evaluate(() => {
    for (const each of document.querySelectorAll<HTMLElement>('[data-walked]')) delete each.dataset.walked;
  });
  return stops;
}

/** Runs in the page: the element with the focus; null outside of the page and at an element that was seen before. */
function readStop(): Stop | null {
  const outer = document.activeElement;
  let at = outer;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (!(at instanceof HTMLElement) || !(outer instanceof HTMLElement) || at === document.body) return null;
  if (outer.dataset.walked === 'yes') return null;
  outer.dataset.walked = 'yes';
  // A screen reader reads the element inside of a toolkit's control, whose host has a name of its own.
  const both = [at, outer];
  const names = [
    ...both.map((each) => each.getAttribute('aria-label')),
    ...both
      .flatMap((each) => each.getAttribute('aria-labelledby')?.split(' ') ?? [])
      .map((id) => {
        return document.getElementById(id)?.textContent;
      }),
    ...both.flatMap((each) => [...((each as HTMLInputElement).labels ?? [])].map((label) => label.textContent)),
    ...both.map((each) => each.title),
    outer.shadowRoot ? '' : outer.textContent,
    outer.localName === 'vscode-text-field' ? '' : outer.textContent,
  ];
  const { top, bottom, left, right } = outer.getBoundingClientRect();
  return {
    element: `${outer.localName}.${outer.className} ${JSON.stringify(outer.dataset)}`,
    name:
      names
        .find((name) => name?.trim())
        ?.trim()
        .slice(0, 40) ?? '',
    isMarked: both.some((each) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    }),
    isSeen: bottom > 0 && right > 0 && top < innerHeight && left < innerWidth,
  };
}

/** Whether the element with the focus looks different without it: a thumb or a border may be what is marked. */
async function looksDifferent(page: Page): Promise<boolean> {
  const element = await page.evaluateHandle(() => document.activeElement as HTMLElement);
  const focused = await element.screenshot();
  await element.evaluate((each) => each.blur());
  const blurred = await element.screenshot();
  await element.evaluate((each) => each.focus());
  return !focused.equals(blurred);
}

/** More stops than any page has. */
const most = 150;

const pages = ['conv-forward', 'pool-backward', 'inspect-find', 'yours', 'field-error'];

describe.each(pages)('%s', (name) => {
  test('Tab reaches what can be used, each with a name and a mark, and leaves the page; Shift+Tab goes the same way', async () => {
    const { prepare, ...options } = scenes[name]!;
    const { page } = await open(options);
    await prepare?.(page);
    await ready(page);
    const stops = await walk(page, 'Tab');
    expect(stops.length).toBeGreaterThan(5);
    expect(stops.length).toBeLessThan(most);
    // The toolkit would call every text field so.
    expect(stops.filter(({ name: label }) => label === '' || label === 'Text field')).toEqual([]);
    expect(stops.filter(({ isMarked }) => !isMarked)).toEqual([]);
    expect(stops.filter(({ isSeen }) => !isSeen)).toEqual([]);
    const back = await walk(page, 'Shift+Tab');
    expect(back.map(({ name: label }) => label).reverse()).toEqual(stops.map(({ name: label }) => label));
  });

  test('at 400 % zoom (320 × 256) nothing is beyond the side of the page', async () => {
    const { prepare, ...options } = scenes[name]!;
    const { page } = await open({ ...options, width: 320, height: 256 });
    // The header is folded to a line.
    await page.keyboard.press('h');
    await prepare?.(page);
    await ready(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await axeFindings(page)).toEqual([]);
  });
});

test('with forced colours each stop of Tab is marked too', async () => {
  const { page } = await open({ text: course('conv_forward'), purpose: 'conv' });
  await page.emulateMedia({ forcedColors: 'active' });
  const stops = await walk(page, 'Tab');
  expect(stops.length).toBeGreaterThan(5);
  expect(stops.filter(({ isMarked }) => !isMarked)).toEqual([]);
});
