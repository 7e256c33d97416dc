import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stripSize } from '../../../webview/layout/stripSize';

it('below a wide map the 8 planes of the course have two lines of larger cells; below a wider one, one line', () => {
  const planes = { rows: 3, cols: 4, count: 8 };
  expect(stripSize(planes, 150)).toMatchObject({ planeWidth: 32, planeHeight: 24, perLine: 4, width: 145, height: 55 });
  expect(stripSize(planes, 260)).toMatchObject({ planeWidth: 24, planeHeight: 18, perLine: 8, width: 229, height: 20 });
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
        expect(width).toBeLessThanOrEqual(Math.min(320, available));
        expect(height).toBeLessThanOrEqual(available < 130 ? 31 : 63);
      },
    ),
  );
});
