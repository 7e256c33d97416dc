import { describe, expect, it } from 'vitest';
import { mapTuple, nonEmpty, tuple2, tuple3, tuple4 } from '../../core/tuples';

describe('lists as tuples', () => {
  it('a list of the length is returned itself', () => {
    const shape = [2, 5, 7, 3];
    expect(tuple4(shape)).toBe(shape);
    expect(tuple3('abc'.split(''))).toEqual(['a', 'b', 'c']);
    expect(tuple2([1, 2])).toEqual([1, 2]);
    expect(nonEmpty([1])).toEqual([1]);
  });

  it('a list of another length is refused', () => {
    expect(() => tuple4([2, 5, 7])).toThrow(new RangeError('4 entries expected, not 3'));
    expect(() => tuple3([2, 5, 7, 3])).toThrow(RangeError);
    expect(() => tuple2([])).toThrow(RangeError);
    expect(() => nonEmpty([])).toThrow(RangeError);
  });

  it('mapTuple gives the entry and its index, and nothing else', () => {
    expect(mapTuple(['10', '10', '10'], parseInt)).toEqual([10, NaN, 2]);
    expect(mapTuple([4, 5], (...given: number[]) => given.length)).toEqual([2, 2]);
  });
});
