import { describe, expect, it } from 'vitest';
import { countFound, parseSearch } from '../../../core/inspect/search';

const values = [-2, -0.5, 0, 0.1, 1, 3, 4, NaN, Infinity, -Infinity];

describe('value search', () => {
  it.each<[string, number[]]>([
    ['> 3', [4, Infinity]],
    ['>= 3', [3, 4, Infinity]],
    ['≥3', [3, 4, Infinity]],
    ['< -1', [-2, -Infinity]],
    ['<−1', [-2, -Infinity]],
    ['== 0', [0]],
    ['0', [0]],
    ['= 1e0', [1]],
    ['!= 0', [-2, -0.5, 0.1, 1, 3, 4, NaN, Infinity, -Infinity]],
    ['nan', [NaN]],
    ['== NaN', [NaN]],
    ['!= nan', [-2, -0.5, 0, 0.1, 1, 3, 4, Infinity, -Infinity]],
    ['inf', [Infinity]],
    ['-inf', [-Infinity]],
    ['finite', [-2, -0.5, 0, 0.1, 1, 3, 4]],
    ['0..1', [0, 0.1, 1]],
    ['0 to 1', [0, 0.1, 1]],
    ['|x| > 1.5', [-2, 3, 4, Infinity, -Infinity]],
    ['abs(x) <= .5', [-0.5, 0, 0.1]],
    ['x > 0 and < 4', [0.1, 1, 3]],
    ['> 0 & x < 4', [0.1, 1, 3]],
    ['nan or inf', [NaN, Infinity]],
  ])('%s finds %j', (text, expected) => {
    expect(values.filter(parseSearch(text))).toEqual(expected);
  });

  it.each(['', '>', '> x', '1 2', '> 1 and', '..', '> 1 and < 2 or nan', 'a == 3', '>> 3'])('refuses “%s”', (text) => {
    expect(() => parseSearch(text)).toThrow(/cannot read|mixes/);
  });

  it('numbers are rounded to the precision of the array, as NumPy does', () => {
    const data = Float32Array.of(0.1, 0.2);
    expect(countFound(data, parseSearch('== 0.1', true))).toBe(1);
    expect(countFound(data, parseSearch('== 0.1'))).toBe(0);
  });
});
