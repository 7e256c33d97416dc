/** What the harness can show: the course's cases at a telling step, larger arrays, an array to look at. */
import type { Page } from 'playwright-core';
import type { Purpose } from '../../../extension/session/source/Purpose';
import { courseCase, courseText } from '../../e2e/harness/course';
import { ready } from './PanelPage';

export interface Scene {
  readonly text: string;
  readonly purpose: Purpose;
  readonly prepare?: (page: Page) => Promise<void>;
}

export const scenes: Readonly<Record<string, Scene>> = {
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
  'inspect-find': { text: featuresText(), purpose: 'inspect', prepare: typeInto('find', '> 1.5') },
  'inspect-planes': { text: featuresText(), purpose: 'inspect', prepare: press('view', 'planes') },
  'inspect-text': { text: featuresText(), purpose: 'inspect', prepare: press('view', 'text') },
  'inspect-photo': { text: photoText(), purpose: 'inspect' },
  'inspect-vector': { text: 'v = np.arange(300) / 7', purpose: 'inspect' },
  'inspect-compare': {
    text: `${featuresText()}\nother = features.copy()\nother[1, 5, 7, 2] += 0.5\nother[0, 3, 4, 0] += 1`,
    purpose: 'inspect',
    prepare: async (page) => {
      await choose(page, 'with', '1');
      await press('show', 'difference')(page);
    },
  },
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

/** Types into a field of the header. */
export function typeInto(field: string, text: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.locator(`[data-field=${field}] input`).fill(text);
    await page.locator(`[data-field=${field}] input`).press('Enter');
    await ready(page);
  };
}

/** Presses a button of a segmented field. */
export function press(field: string, value: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.locator(`[data-field=${field}] [data-value="${value}"]`).click();
    await ready(page);
  };
}

/** Chooses an option of a dropdown. */
export async function choose(page: Page, field: string, value: string): Promise<void> {
  await page.locator(`[data-field=${field}] vscode-dropdown`).click();
  await page.locator(`[data-field=${field}] vscode-option[value="${value}"]`).click();
  await ready(page);
}

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

/** Activations (4, 16, 20, 8). */
function featuresText(): string {
  return 'features = np.sin(np.arange(10240).reshape(4, 16, 20, 8) / 37) * 2 + np.arange(8) / 5';
}

/** A colour picture (48, 64, 3) of bytes. */
function photoText(): string {
  return 'photo = (127 + 120 * np.sin(np.arange(48 * 64 * 3).reshape(48, 64, 3) / 61)).astype(np.uint8)';
}
