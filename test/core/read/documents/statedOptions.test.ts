/** Strides and pads that the words around code state. */
import { describe, expect, it } from 'vitest';
import { statedOptions } from '../../../../core/read/documents/statedOptions';

describe('the words of a text state', () => {
  it.each([
    ['Using strides of length two, calculate it.', [2], []],
    ['The stride is 1, padding is 1. Also, explain.', [1], [1]],
    ['a stride of 2 and padding = 1', [2], [1]],
    ['(stride=3, pad: 0)', [3], [0]],
    ['with no padding and stride 1; then stride 2', [1, 2], [0]],
    ['\u6b65\u5e45\u4e3a2\uff0c\u586b\u5145\u4e3a1', [2], [1]],
    ['The stride moves the window; padding of zeros; padding of 50 %, stride 1.5', [], []],
    ['with stride $2$ and zero padding $1$ on all sides', [2], [1]],
    ['1,0,-1\n\nstride,2\npadding,1\n', [2], [1]],
    ['| stride | 2 |\n| pad | 0 |', [2], [0]],
    ['with stride $s = 2$ and padding \\( p = 1 \\)', [2], [1]],
    ['in layers of stride, 2 filters', [], []],
    ['Strides and padding are explained in section 2.', [], []],
  ])('%s', (words, stride, pad) => {
    expect(statedOptions(words)).toEqual({ stride, pad });
  });
});
