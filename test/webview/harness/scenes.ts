/** What the harness can show: the course's cases at a telling step, larger arrays, an array to look at. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Purpose } from '../../../extension/session/source/Purpose';
import { courseCase, courseText } from '../../e2e/harness/course';
import { ready } from './PanelPage';

export interface Scene {
  readonly text: string;
  readonly purpose: Purpose;
  /** Name of the function that is shown next to its layer. */
  readonly check?: string;
  readonly prepare?: (page: Page) => Promise<void>;
}

export const scenes: Readonly<Record<string, Scene>> = {
  yours: { text: corpus('cf_stride_ignored'), purpose: 'any', check: 'conv_forward' },
  'yours-backward': { text: corpus('pb_stride_ignored'), purpose: 'any', check: 'pool_backward' },
  'yours-difference': {
    text: corpus('cf_stride_ignored'),
    purpose: 'any',
    check: 'conv_forward',
    prepare: async (page) => {
      await page
        .locator('[data-field=compare] [data-value=difference], [data-field=compare] button:last-child')
        .first()
        .click();
      await ready(page);
    },
  },
  'conv-forward': { text: course('conv_forward'), purpose: 'conv', prepare: seekTo(0.26) },
  'conv-backward': { text: course('conv_backward'), purpose: 'conv', prepare: seekTo(0.03) },
  'pool-forward': { text: course('pool_forward_max_stride1'), purpose: 'pool', prepare: seekTo(0.35) },
  'pool-backward': { text: course('pool_backward_max'), purpose: 'pool', prepare: seekTo(0.28) },
  'pool-backward-average': { text: course('pool_backward_average'), purpose: 'pool', prepare: seekTo(0.28) },
  hover: {
    text: course('conv_forward'),
    purpose: 'conv',
    prepare: async (page) => {
      await seekTo(0.26)(page);
      await page.locator('[data-map=x] canvas').hover({ position: { x: 150, y: 110 } });
      await ready(page);
    },
  },
  pinned: {
    text: course('pool_backward_max'),
    purpose: 'pool',
    prepare: async (page) => {
      await seekTo(0.28)(page);
      await page.locator('[data-map=dX] canvas').click({ position: { x: 60, y: 60 } });
      await ready(page);
    },
  },
  histogram: {
    text: course('conv_forward'),
    purpose: 'conv',
    prepare: async (page) => {
      await seekTo(0.26)(page);
      await page.locator('[data-map=x] [data-action=scale]').click();
      await page.locator('[data-action=settings]').click();
    },
  },
  inspect: { text: course('conv_forward'), purpose: 'inspect' },
  montage: {
    text: course('conv_forward'),
    purpose: 'conv',
    prepare: async (page) => {
      await seekTo(0.6)(page);
      await page.locator('[data-map=z] [data-action=montage]').click();
      await page.locator('[data-part=montage]').waitFor();
    },
  },
  zoomed: {
    text: largeText(),
    purpose: 'conv',
    prepare: async (page) => {
      await seekTo(0.4)(page);
      await page.locator('[data-map=x] .map-surface').focus();
      for (const key of ['1', 'ArrowRight']) await page.keyboard.press(key);
      await ready(page);
    },
  },
  large: { text: largeText(), purpose: 'conv', prepare: seekTo(0.4) },
};

export function course(name: string): string {
  return courseText(courseCase(name));
}

export function seekTo(part: number): (page: Page) => Promise<void> {
  return async (page) => {
    const slider = page.locator('input[data-action=seek]');
    const last = Number(await slider.getAttribute('max'));
    await slider.fill(String(Math.round(last * part)));
    await ready(page);
  };
}

/** A 64 × 96 picture of one channel. */
function largeText(): string {
  const rows = Array.from({ length: 64 }, (_, row) =>
    Array.from({ length: 96 }, (__, col) => Math.round(100 * Math.sin(row / 9) * Math.cos(col / 13)) / 100),
  );
  return `image = np.array(${JSON.stringify(rows)})\n`;
}

/** A wrong implementation of the check corpus. */
function corpus(name: string): string {
  return readFileSync(`test/check-corpus/wrong/${name}.py`, 'utf8');
}
