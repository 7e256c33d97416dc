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
  formula: {
    text: course('conv_backward'),
    purpose: 'conv',
    prepare: async (page) => {
      await page.getByRole('tab', { name: 'Formula' }).click();
      await page.locator('[data-part=code]').scrollIntoViewIfNeeded();
      await page.locator('.scroll').evaluate((scroll) => scroll.scrollTo(0, 1e6));
    },
  },
  inspect: { text: course('conv_forward'), purpose: 'inspect' },
  'inspect-find': { text: featuresText(), purpose: 'inspect', prepare: typeInto('find', '> 1.5') },
  'inspect-planes': { text: featuresText(), purpose: 'inspect', prepare: press('view', 'planes') },
  'inspect-text': { text: featuresText(), purpose: 'inspect', prepare: press('view', 'text') },
  'inspect-photo': { text: bytesText(), purpose: 'inspect' },
  'inspect-vector': { text: 'v = np.arange(300) / 7', purpose: 'inspect' },
  'inspect-compare': {
    text: `${featuresText()}\nother = features.copy()\nother[1, 5, 7, 2] += 0.5\nother[0, 3, 4, 0] += 1`,
    purpose: 'inspect',
    prepare: async (page) => {
      await choose(page, 'with', '1');
      await press('show', 'difference')(page);
    },
  },
  'inspect-long': { text: 'v = np.arange(70000) / 7', purpose: 'inspect' },
  keys: { text: course('conv_forward'), purpose: 'conv', prepare: async (page) => page.keyboard.press('?') },
  'field-error': {
    text: course('conv_forward'),
    purpose: 'conv',
    prepare: async (page) => {
      await page.locator('[data-field=filter] input').fill('12');
      await page.locator('[data-field=filter] [data-error]').waitFor();
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
  'montage-channels': {
    text: course('conv_forward'),
    purpose: 'conv',
    prepare: async (page) => {
      await seekTo(0.26)(page);
      await page.locator('[data-map=x]').hover();
      await page.locator('[data-map=x] [data-action=montage]').click();
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
  result: {
    text: course('conv_forward'),
    purpose: 'conv',
    prepare: async (page) => {
      await seekTo(0.26)(page);
      await page.locator('[data-map=z] [data-action=showResult]').check();
    },
  },
  photo: { text: photoText(96), purpose: 'conv', prepare: seekTo(0.43) },
  'photo-pool': {
    text: `${photoText(64)}hparameters = {"stride": 2, "f": 2}\n`,
    purpose: 'pool',
    prepare: seekTo(0.43),
  },
  'photo-rows': {
    text: photoText(96),
    purpose: 'conv',
    prepare: async (page) => {
      await chooseStep('by row')(page);
      await seekTo(0.43)(page);
    },
  },
  'photo-backward': {
    text: photoText(96),
    purpose: 'conv',
    prepare: backwardAt(0.43),
  },
  matrix: {
    text: course('conv_forward'),
    purpose: 'conv',
    prepare: async (page) => {
      await setMatrix(page);
      await seekTo(0.26)(page);
    },
  },
  'by-product': {
    text: course('conv_forward'),
    purpose: 'conv',
    prepare: async (page) => {
      await chooseStep('by product')(page);
      await seekTo(0.263)(page);
    },
  },
  'by-filter': {
    text: course('conv_forward'),
    purpose: 'conv',
    prepare: async (page) => {
      await chooseStep('all filters')(page);
      await seekTo(0.3)(page);
    },
  },
  'by-example': { text: course('conv_backward'), purpose: 'conv', prepare: chooseStep('by example') },
  groups: {
    text: `${values('x', [1, 4, 6, 6])}${values('w', [6, 2, 3, 3])}y = F.conv2d(x, w, stride=1, padding=1, groups=2)\n`,
    purpose: 'any',
    prepare: seekTo(0.5),
  },
  dilation: {
    text: `${values('x', [1, 2, 7, 8])}${values('w', [2, 2, 2, 2])}y = F.conv2d(x, w, dilation=2)\n`,
    purpose: 'any',
    prepare: seekTo(0.5),
  },
  channels: {
    text: `${values('x', [1, 16, 8, 8])}${values('w', [8, 16, 3, 3])}y = F.conv2d(x, w, padding=1)\n`,
    purpose: 'any',
    prepare: seekTo(0.5),
  },
  transposed: {
    text: `${values('x', [1, 2, 3, 4])}${values('w', [2, 3, 3, 3])}y = F.conv_transpose2d(x, w, stride=2, padding=1)\n`,
    purpose: 'any',
    prepare: seekTo(0.5),
  },
  'groups-backward': {
    text: `${values('x', [1, 4, 6, 6])}${values('w', [6, 2, 3, 3])}y = F.conv2d(x, w, stride=1, padding=1, groups=2)\n`,
    purpose: 'any',
    prepare: backwardAt(0.5),
  },
  'dilation-backward': {
    text: `${values('x', [1, 2, 7, 8])}${values('w', [2, 2, 2, 2])}y = F.conv2d(x, w, dilation=2)\n`,
    purpose: 'any',
    prepare: backwardAt(0.5),
  },
  'transposed-backward': {
    text: `${values('x', [1, 2, 3, 4])}${values('w', [2, 3, 3, 3])}y = F.conv_transpose2d(x, w, stride=2, padding=1)\n`,
    purpose: 'any',
    prepare: backwardAt(0.5),
  },
  'relu-backward': { text: `${values('Z', [1, 2, 5, 6])}A = F.relu(Z)\n`, purpose: 'any', prepare: backwardAt(0.5) },
  'single-step': {
    text: `np.random.seed(1)\na_slice_prev = np.random.randn(4, 4, 3)\nW = np.random.randn(4, 4, 3)\nb = np.random.randn(1, 1, 1)\nZ = conv_single_step(a_slice_prev, W, b)\n`,
    purpose: 'any',
  },
  mask: {
    text: 'np.random.seed(1)\nx = np.random.randn(2, 3)\nmask = create_mask_from_window(x)\n',
    purpose: 'any',
  },
  distribute: { text: 'a = distribute_value(2, (2, 3))\n', purpose: 'any' },
  'zero-pad': {
    text: 'np.random.seed(1)\nX = np.random.randn(4, 3, 3, 2)\nX_pad = zero_pad(X, 2)\n',
    purpose: 'any',
  },
  relu: { text: `${values('Z', [1, 2, 5, 6])}A = F.relu(Z)\n`, purpose: 'any', prepare: seekTo(0.5) },
  'pool-forward-average': { text: course('pool_forward_average_stride1'), purpose: 'pool', prepare: seekTo(0.35) },
  'large-dilation': {
    text: `${values('x', [1, 1, 40, 60])}${values('w', [1, 1, 5, 5])}y = F.conv2d(x, w, dilation=2)\n`,
    purpose: 'any',
    prepare: seekTo(0.4),
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

/** Chooses how much one step does. */
export function chooseStep(label: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.locator('[data-action=granularity]').click();
    await page.locator('[data-action=granularity]').getByRole('option', { name: label, exact: true }).click();
    await ready(page);
  };
}

/** The gradient of the same layer. */
function backwardAt(part: number): (page: Page) => Promise<void> {
  return async (page) => {
    await page.locator('[data-field=pass] button').nth(1).click();
    await ready(page);
    await seekTo(part)(page);
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

async function setMatrix(page: Page): Promise<void> {
  const toggle = page.locator('[data-field=matrix] vscode-checkbox');
  if (!(await toggle.isVisible())) await page.locator('[data-action=moreFields]').click();
  await toggle.click();
  await ready(page);
}

/** `name = np.array([…])` of a shape, with values of two decimals from −2 to 2. */
function values(name: string, shape: readonly number[]): string {
  const nested = (axes: readonly number[], seed: number): unknown =>
    axes.length === 0
      ? Math.round(200 * Math.sin(seed * 12.9898)) / 100
      : Array.from({ length: axes[0]! }, (_, index) => nested(axes.slice(1), seed * 7.3 + index + 1));
  return `${name} = np.array(${JSON.stringify(nested(shape, 1))})\n`;
}

/** A square picture of three channels from 0 to 255. */
function photoText(side: number): string {
  const channel = (row: number, col: number, phase: number): number =>
    Math.round(127 + 120 * Math.sin(row / 9 + phase) * Math.cos(col / 11 - phase / 2));
  const rows = Array.from({ length: side }, (_, row) =>
    Array.from({ length: side }, (__, col) => [0, 2, 4].map((phase) => channel(row, col, phase))),
  );
  return `photo = np.array([${JSON.stringify(rows)}])\n`;
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

/** A wrong implementation of the check corpus. */
function corpus(name: string): string {
  return readFileSync(`test/check-corpus/wrong/${name}.py`, 'utf8');
}

/** Activations (4, 16, 20, 8). */
function featuresText(): string {
  return 'features = np.sin(np.arange(10240).reshape(4, 16, 20, 8) / 37) * 2 + np.arange(8) / 5';
}

/** A colour picture (48, 64, 3) of bytes. */
function bytesText(): string {
  return 'photo = (127 + 120 * np.sin(np.arange(48 * 64 * 3).reshape(48, 64, 3) / 61)).astype(np.uint8)';
}
