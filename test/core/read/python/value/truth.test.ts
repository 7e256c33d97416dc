/** Truth of built-in values, as Python's `bool` gives it. */
import { describe, expect, it } from 'vitest';
import { arrayOf } from '../../../../../core/read/python/array/PyArray';
import { toFlag } from '../../../../../core/read/python/library/call/coerce';
import {
  NONE,
  UNKNOWN,
  pyBool,
  pyFloat,
  pyInteger,
  pyText,
  pyTuple,
} from '../../../../../core/read/python/value/constructors';
import type { Py } from '../../../../../core/read/python/value/Py';
import { builtInTruth } from '../../../../../core/read/python/value/truth';

function array(...values: number[]): Py {
  return arrayOf(Float64Array.from(values), [values.length], 'float64');
}

describe('builtInTruth', () => {
  it.each<[string, Py, boolean]>([
    ['None', NONE, false],
    ['False', pyBool(false), false],
    ['0', pyInteger(0), false],
    ['nan', pyFloat(NaN), true],
    ["''", pyText(''), false],
    ['()', pyTuple([]), false],
    ['(0,)', pyTuple([pyInteger(0)]), true],
    ['{}', { kind: 'dictionary', entries: new Map() }, false],
    ['np.array([])', array(), false],
    ['np.array([0.0])', array(0), false],
    ['np.array([2.0])', array(2), true],
  ])('%s', (_, value, truth) => {
    expect(builtInTruth(value)).toBe(truth);
    expect(toFlag(value)).toBe(truth);
  });

  it('refuses arrays of several elements as NumPy does', () => {
    expect(() => builtInTruth(array(1, 2))).toThrow(
      'The truth value of an array with more than one element is ambiguous',
    );
  });

  it('does not know the truth of what is not known', () => {
    expect(() => builtInTruth(UNKNOWN)).toThrow();
  });
});
