import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stripSize } from '../../../webview/layout/stripSize';

const stripOf = (count: number) => ({ selected: 0, filled: Array<number>(count).fill(0), values: new Float64Array() });

it('the 8 planes of the course have cells of 3 pixels', () => {
  expect(stripSize({ rows: 3, cols: 4 }, stripOf(8))).toMatchObject({ planeWidth: 12, planeHeight: 9, width: 133 });
});

it('any planes: side by side without overlap, narrow and low', () => {
  const side = fc.integer({ min: 1, max: 128 });
  fc.assert(
    fc.property(side, side, fc.integer({ min: 2, max: 16 }), (rows, cols, count) => {
      const { planeWidth, planeHeight, pitch, width, height } = stripSize({ rows, cols }, stripOf(count));
      expect(pitch).toBeGreaterThan(planeWidth + 2);
      expect(planeHeight).toBeGreaterThan(0);
      expect(width).toBeLessThanOrEqual(160);
      expect(height).toBeLessThanOrEqual(30);
    }),
  );
});
