import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stripSize } from '../../../webview/layout/stripSize';

it('the 8 planes of the course have cells of 3 pixels', () => {
  const planes = { rows: 3, cols: 4, count: 8 };
  expect(stripSize(planes, 180)).toMatchObject({ planeWidth: 12, planeHeight: 9, width: 133, height: 11 });
});

it('below a narrow map the 8 planes of the course have two lines', () => {
  const planes = { rows: 4, cols: 4, count: 8 };
  expect(stripSize(planes, 101)).toMatchObject({ planeWidth: 8, perLine: 8, width: 101 });
  expect(stripSize(planes, 77)).toMatchObject({ planeWidth: 12, perLine: 4, width: 65, height: 31 });
});

it('any planes: side by side without overlap, narrow and low', () => {
  const side = fc.integer({ min: 1, max: 128 });
  fc.assert(
    fc.property(
      side,
      side,
      fc.integer({ min: 2, max: 16 }),
      fc.integer({ min: 70, max: 400 }),
      (rows, cols, count, available) => {
        const { planeWidth, planeHeight, pitch, perLine, width, height } = stripSize({ rows, cols, count }, available);
        expect(perLine * 2).toBeGreaterThanOrEqual(count);
        expect(pitch).toBeGreaterThan(planeWidth + 2);
        expect(planeHeight).toBeGreaterThan(0);
        expect(width).toBeLessThanOrEqual(Math.min(160, available));
        expect(height).toBeLessThanOrEqual(31);
      },
    ),
  );
});
