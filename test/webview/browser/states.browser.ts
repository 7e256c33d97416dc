/**
 * Accessibility of every state that the other files of tests do not open in all themes: axe in four themes, with forced colours
 * and at 400 % zoom (320 × 256), where nothing is beyond the side of the page.
 */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFindings, findingsInThemes } from '../harness/accessibility';
import { ready, type PanelPageOptions } from '../harness/PanelPage';
import { scenes } from '../harness/scenes';
import { course } from '../harness/sceneTexts';
import { usePanel } from '../harness/usePanel';

const open = usePanel();

interface State extends PanelPageOptions {
  readonly prepare?: (page: Page) => Promise<unknown>;
}

const convolution = { text: course('conv_forward'), purpose: 'conv' } as const;

const states: Readonly<Record<string, State>> = {
  'convolution, backward': scenes['conv-backward']!,
  'all filters of a window': scenes['by-filter']!,
  'pooling, forward': scenes['pool-forward']!,
  'pooling, backward, average': scenes['pool-backward-average']!,
  'transposed convolution': scenes['transposed']!,
  'matrix view': scenes['matrix']!,
  'matrix view, backward': scenes['matrix-backward']!,
  'a picture in colours, backward': scenes['photo-backward']!,
  'the result of a check': scenes['yours']!,
  'the difference to the layer': scenes['yours-difference']!,
  'an error at a field': scenes['field-error']!,
  'a text without arrays': { text: 'hello = world', purpose: 'conv' },
  'an open dropdown': {
    ...convolution,
    prepare: (page) => page.locator('[data-action=granularity]').click(),
  },
  'all options': {
    ...convolution,
    prepare: (page) => page.locator('[data-action=moreFields]').click(),
  },
  'an equation in full': {
    text: course('conv_backward'),
    purpose: 'conv',
    prepare: (page) => page.locator('[data-row=inputGradient] .fold').click(),
  },
};

test.each(Object.entries(states))('%s', async (_, { prepare, ...options }) => {
  const { page, problems } = await open(options);
  await prepare?.(page);
  await ready(page);
  expect(await findingsInThemes(page)).toEqual([]);
  await page.emulateMedia({ forcedColors: 'active' });
  expect(await axeFindings(page), 'forced colours').toEqual([]);
  await page.emulateMedia({ forcedColors: 'none' });
  await page.setViewportSize({ width: 320, height: 256 });
  await ready(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await axeFindings(page), '400 % zoom').toEqual([]);
  expect(problems).toEqual([]);
});
