/** What the harness can show: the course's cases at a telling step, larger arrays, an array to look at. */
import type { Page } from 'playwright-core';
import type { Purpose } from '../../../extension/session/source/Purpose';
import { ready } from './PanelPage';
import { backwardAt, choose, chooseStep, press, seekTo, setMatrix, typeInto } from './sceneSteps';
import { bytesText, corpus, course, featuresText, largeText, photoText, rightCode, values } from './sceneTexts';

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
  'yours-stops': { text: corpus('pf_h_w_swapped'), purpose: 'any', check: 'pool_forward' },
  'yours-line-missing': { text: corpus('cb_db_missing'), purpose: 'any', check: 'conv_backward' },
  'yours-one-line': { text: corpus('cf_stride_ignored_cols'), purpose: 'any', check: 'conv_forward' },
  'yours-same-line': {
    text: corpus('cb_db_missing')
      .replace(/( +)dW\[.* \+= .*/, '$&\n$1db[:, :, :, c] += dZ[i, h, w, c]')
      .replace(/= da_prev_pad\[.*/, '= a_prev_pad[pad:-pad, pad:-pad, :]'),
    purpose: 'any',
    check: 'conv_backward',
  },
  'yours-conv-backward': { text: corpus('cb_stride_ignored'), purpose: 'any', check: 'conv_backward' },
  'yours-helper': { text: corpus('two_cf_pad_and_bias'), purpose: 'any', check: 'conv_forward' },
  'yours-right': { text: rightCode('course_conv_forward'), purpose: 'any', check: 'conv_forward' },
  'yours-right-backward': { text: rightCode('course_conv_backward'), purpose: 'any', check: 'conv_backward' },
  'yours-difference': {
    text: corpus('cf_stride_ignored'),
    purpose: 'any',
    check: 'conv_forward',
    prepare: press('compare', 'difference'),
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
      // A place in the map, however large it is.
      const canvas = page.locator('[data-map=x] canvas');
      const { width, height } = (await canvas.boundingBox())!;
      await canvas.hover({ position: { x: 0.65 * width, y: 0.63 * height } });
      await ready(page);
    },
  },
  pinned: {
    text: course('pool_backward_max'),
    purpose: 'pool',
    prepare: async (page) => {
      await seekTo(0.28)(page);
      // The second cell of the second row, however large it is.
      const canvas = page.locator('[data-map=dX] canvas');
      const { width, height } = (await canvas.boundingBox())!;
      await canvas.click({ position: { x: 0.5 * width, y: 0.3 * height } });
      await ready(page);
    },
  },
  histogram: {
    text: course('conv_forward'),
    purpose: 'conv',
    prepare: async (page) => {
      await seekTo(0.26)(page);
      await page.locator('[data-map=x] [data-action=scale]').click();
    },
  },
  settings: {
    text: course('conv_forward'),
    purpose: 'conv',
    prepare: async (page) => page.locator('[data-action=settings]').click(),
  },
  formula: {
    text: course('conv_backward'),
    purpose: 'conv',
    prepare: async (page) => {
      await page.locator('[data-listing=formula]').click();
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
  tour: {
    text: course('conv_forward'),
    purpose: 'conv',
    prepare: async (page) => {
      await page.keyboard.press('t');
      for (let stop = 0; stop < 2; stop++) await page.locator('.note-move:last-child').click();
      await ready(page);
    },
  },
  'tour-backward': {
    text: course('conv_backward'),
    purpose: 'conv',
    prepare: async (page) => {
      await page.keyboard.press('t');
      await page.locator('[data-part=note]').waitFor();
    },
  },
  keys: { text: course('conv_forward'), purpose: 'conv', prepare: async (page) => page.keyboard.press('?') },
  'field-error': {
    text: course('conv_forward'),
    purpose: 'conv',
    prepare: async (page) => {
      const folded = page.locator('header.folded [data-action=foldHeader]');
      if ((await folded.count()) > 0) await folded.click();
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
      await chooseStep('row')(page);
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
  'matrix-backward': {
    text: course('conv_backward'),
    purpose: 'conv',
    prepare: async (page) => {
      await setMatrix(page);
      await seekTo(0.03)(page);
    },
  },
  'matrix-pool': {
    text: course('pool_forward_max_stride1'),
    purpose: 'pool',
    prepare: async (page) => {
      await setMatrix(page);
      await seekTo(0.35)(page);
    },
  },
  'matrix-transposed': {
    text: `${values('x', [1, 2, 3, 4])}${values('w', [2, 3, 3, 3])}y = F.conv_transpose2d(x, w, stride=2, padding=1)\n`,
    purpose: 'any',
    prepare: async (page) => {
      await setMatrix(page);
      await seekTo(0.5)(page);
    },
  },
  'by-product': {
    text: course('conv_forward'),
    purpose: 'conv',
    prepare: async (page) => {
      await chooseStep('product')(page);
      await seekTo(0.263)(page);
    },
  },
  'by-filter': {
    text: course('conv_forward'),
    purpose: 'conv',
    prepare: async (page) => {
      await chooseStep('filter')(page);
      await seekTo(0.3)(page);
    },
  },
  'by-example': { text: course('conv_backward'), purpose: 'conv', prepare: chooseStep('example') },
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
