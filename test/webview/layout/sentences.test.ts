import { expect, test } from 'vitest';
import { fitStage } from '../../../webview/layout/fitStage';
import { stageMetrics } from '../../../webview/layout/stageMetrics';
import { map } from './stageRows';

test('in a row of 360 pixels an equation has two lines of 19 pixels, a sentence one', () => {
  const heightWith = (sentences: number): number =>
    fitStage([{ items: [map('x', 4, 4)], lines: 2, sentences }], 360, 900, stageMetrics(true, 360)).height;
  expect(heightWith(0) - heightWith(2)).toBe(38);
});
