/** Options of calls by the names of the fields. */
import { describe, expect, it } from 'vitest';
import { callOptions } from '../../../../core/setup/options/callOptions';
import type { CallContent } from '../../../../core/read/LayerCall';
import type { LayerOptions } from '../../../../core/setup/options/LayerOptions';

const x = { shape: [1, 4, 4, 1], data: new Float64Array(16) };

describe('callOptions', () => {
  it.each<[CallContent, Partial<LayerOptions>]>([
    [{ operation: 'zero_pad', arrays: { X: x }, options: { pad: 3 } }, { pad: 3 }],
    [
      {
        operation: 'conv_forward',
        arrays: { A_prev: x },
        options: { stride: [2, 1], padding: { top: 1, bottom: 0, left: 2, right: 3 }, kernel: 3, filters: 8 },
      },
      { stride: [2, 1], pad: { top: 1, bottom: 0, left: 2, right: 3 }, kernel: 3 },
    ],
    [
      {
        operation: 'conv_backward',
        arrays: { A_prev: x },
        options: { padding: 'same_upper', groups: 2, paddingMode: 'reflect', dilation: 2, kernelFlipped: true },
      },
      { pad: 'same_upper', groups: 2, paddingMode: 'reflect', dilation: 2, kernelFlipped: true },
    ],
    [
      {
        operation: 'conv_transpose_forward',
        arrays: { A_prev: x },
        options: { outputPadding: [1, 0], outputSize: [7, 8] },
      },
      { outputPadding: [1, 0], outputSize: [7, 8] },
    ],
    [
      {
        operation: 'pool_backward',
        arrays: { A_prev: x },
        options: { mode: 'average', kernel: [2, 3], ceilMode: true, countIncludePad: false, ties: 'first' },
      },
      { mode: 'average', kernel: [2, 3], ceilMode: true, countIncludePad: false, ties: 'first' },
    ],
    [{ operation: 'distribute_value', arrays: {}, options: { dz: 2, shape: [2, 3] } }, {}],
  ])('%j', (call, expected) => {
    expect(callOptions(call)).toEqual(expected);
  });
});
