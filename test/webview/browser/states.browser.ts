/** The pages and states of the panel, with the colours of the four themes in turn: what axe finds, and whether the focus is marked at each stop of Tab. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { everything } from '../../everything';
import { findingsInThemes, otherThemes, otherThemesOf } from '../harness/accessibility';
import { unmarkedStops } from '../harness/focusMarks';
import { ready, type PanelPageOptions } from '../harness/PanelPage';
import { scenes } from '../harness/scenes';
import { course } from '../harness/sceneTexts';
import { usePanel } from '../harness/usePanel';

const open = usePanel();

interface State extends PanelPageOptions {
  readonly prepare?: (page: Page) => Promise<unknown>;
}

const convolution = { text: course('conv_forward'), purpose: 'conv' } as const;

const click =
  (selector: string) =>
  (page: Page): Promise<void> =>
    page.locator(selector).click();

const names = [
  ...['conv-forward', 'pool-backward', 'matrix', 'yours', 'formula'],
  // The controls and maps of those above and of the inspector, whose views are examined in inspect.browser.ts, with other arrays.
  ...(everything ? ['yours-difference', 'inspect', 'pinned', 'zoomed'] : []),
  ...(everything ? ['by-filter', 'transposed', 'relu-backward', 'single-step', 'zero-pad', 'photo-backward'] : []),
];

/** Besides those of the list of keys, the lesson, the gallery, the quiz and the presentation, whose tests are in files of their own. */
const states: Readonly<Record<string, State>> = {
  ...Object.fromEntries(names.map((name) => [name, scenes[name]!])),
  settings: {
    ...convolution,
    prepare: async (page) => {
      await click('[data-action=moreFields]')(page);
      await page.getByRole('tab', { name: 'PyTorch' }).click();
      await click('[data-action=settings]')(page);
    },
  },
  // An explanation is examined in strips.browser.ts.
  ...(everything && {
    'a cell in full': { ...scenes['conv-backward']!, prepare: click('[data-row=inputGradient] .fold') },
  }),
  'a text that cannot be shown': { text: 'hello = world', purpose: 'conv' },
};

test.each(Object.keys(states))('%s: axe finds nothing', async (name) => {
  const { prepare, ...options } = states[name]!;
  const { page, problems } = await open(options);
  await prepare?.(page);
  await ready(page);
  const others = otherThemesOf(Object.keys(states).indexOf(name));
  expect(await findingsInThemes(page, { others: name === 'conv-forward' ? otherThemes : others })).toEqual([]);
  expect(problems).toEqual([]);
});

/** What opens over the page of the first state, one after the other, and closes by Escape. */
const popups: readonly (readonly [name: string, part: string, open: (page: Page) => Promise<unknown>])[] = [
  ['an open dropdown', '[data-action=granularity]', click('[data-action=granularity]')],
  ['histogram', '[data-part=histogram]', click('[data-map=x] [data-action=scale]')],
  ['montage', '[data-part=montage]', click('[data-map=z] [data-action=montage]')],
  ['field-error', '[data-part=header]', scenes['field-error']!.prepare!],
];

test('popups and an error over the convolution: axe finds nothing in any theme', async () => {
  const { page, problems } = await open(convolution);
  for (const [name, part, show] of popups) {
    await show(page);
    await ready(page);
    await page.locator(part).waitFor();
    expect(await findingsInThemes(page, { part, others: otherThemes }), name).toEqual([]);
    await page.keyboard.press('Escape');
  }
  expect(problems).toEqual([]);
});

describe('the focus is marked at each stop of Tab in each theme', () => {
  test.each(['settings', 'yours', 'inspect-find'])('%s', async (name) => {
    const { prepare, ...options } = states[name] ?? scenes[name]!;
    const { page } = await open(options);
    await prepare?.(page);
    await ready(page);
    expect(await unmarkedStops(page)).toEqual([]);
  });
});
