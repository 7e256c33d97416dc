import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { exactNumber, formatCell, formatNumber, formatShort } from '../../webview/format';

describe('formatNumber', () => {
  test.each([
    [1.234, 2, '1.23'],
    [-1.235, 1, '−1.2'],
    [0, 2, '0'],
    [-0, 2, '0'],
    [-0.004, 2, '−0.004'],
    [0.3, 0, '0.3'],
    [-1.5e-9, 2, '−1.5e−9'],
    [123456789, 2, '1.23e8'],
    [-11490123, 0, '−11490123'],
    [NaN, 2, 'NaN'],
    [Infinity, 2, '∞'],
    [-Infinity, 2, '−∞'],
    [0.1 + 0.2, 8, '0.30000000'],
  ])('%d at %d decimals is %s', (value, precision, shown) => {
    expect(formatNumber(value, precision)).toBe(shown);
  });

  test('integers have no decimals', () => {
    expect(formatNumber(1, 2, true)).toBe('1');
    expect(formatNumber(-3, 2, true)).toBe('−3');
    expect(formatNumber(0, 2, true)).toBe('0');
  });

  test('what is not zero never shows as zero, at any precision', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.integer({ min: 0, max: 8 }), (value, precision) => {
        fc.pre(value !== 0);
        expect(formatNumber(value, precision)).toMatch(/[1-9∞]/);
      }),
    );
  });

  test('the sign is the value’s, and zero has none', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (value) => {
        expect(formatNumber(value, 2).startsWith('−')).toBe(value < 0);
      }),
    );
  });
});

test.each([
  [-0.3, '−.3'],
  [0.02, '.0'],
  [-0.02, '−.0'],
  [-0.5, '−1'],
  [0, '0'],
  [-0, '0'],
])('formatCell: %d without decimals is %s, never −0', (value, shown) => {
  expect(formatCell(value, 0)).toBe(shown);
});

test('formatShort: the ends of colour bars', () => {
  expect([-3, 0.5, 1200, 2.5e-7, -4e8].map(formatShort)).toEqual(['−3', '0.5', '1200', '2.5e−7', '−4e8']);
});

test('exactNumber gives back every number, negative zero too', () => {
  fc.assert(
    fc.property(fc.double(), (value) => {
      expect(Number(exactNumber(value))).toBe(value);
    }),
  );
});
