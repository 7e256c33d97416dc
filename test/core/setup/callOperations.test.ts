/** The layers that calls are set up as. */
import { describe, expect, it } from 'vitest';
import type { OperationName } from '../../../core/read/LayerCall';
import { isBackwardCall, isRequested, kindOfCall, operationOfLayer } from '../../../core/setup/callOperations';
import type { Layer } from '../../../core/step/Layer';

const x = { shape: [1, 2, 2, 1], data: new Float64Array(4) };

describe('operations of calls', () => {
  it.each<[OperationName, Layer['kind'], boolean]>([
    ['conv_single_step', 'conv', false],
    ['create_mask_from_window', 'pool', true],
    ['conv_transpose_backward', 'convTranspose', true],
    ['zero_pad', 'pad', false],
  ])('%s: a layer %s, backward: %s', (operation, kind, backward) => {
    expect(kindOfCall(operation)).toBe(kind);
    expect(isBackwardCall(operation)).toBe(backward);
  });

  it('a layer’s own call is not one of the course’s helpers', () => {
    const options = { mode: 'max', kernel: 2 } as const;
    expect(operationOfLayer({ kind: 'pool', pass: 'backward', x, dZ: x, options })).toBe('pool_backward');
    expect(operationOfLayer({ kind: 'conv', pass: 'forward', x, w: x, options: {} })).toBe('conv_forward');
    expect(operationOfLayer({ kind: 'relu', pass: 'backward', x, dZ: x })).toBe('relu_backward');
    expect(operationOfLayer({ kind: 'pad', x, pad: 1 })).toBe('zero_pad');
  });

  it.each<[OperationName, boolean, boolean]>([
    ['conv_forward', true, false],
    ['conv_transpose_forward', true, false],
    ['zero_pad', true, false],
    ['pool_backward', false, true],
    ['distribute_value', false, true],
    ['relu_forward', false, false],
  ])('%s: asked for by the command for convolution: %s, for pooling: %s', (operation, conv, pool) => {
    expect(isRequested({ operation }, 'conv')).toBe(conv);
    expect(isRequested({ operation }, 'pool')).toBe(pool);
    expect(isRequested({ operation }, undefined)).toBe(true);
  });
});
