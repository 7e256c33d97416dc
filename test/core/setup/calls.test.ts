/** Layers of recognised calls, with their arrays and options. */
import { describe, expect, it } from 'vitest';
import type { ConvLayer, ParseResult, PoolLayer } from '../../../core/index';
import type { CallContent, LayerCall } from '../../../core/read/LayerCall';
import { setUpLayer } from '../../../core/setup/setUpLayer';
import { array } from './setUp';

describe('recognised calls', () => {
  const x = array([1, 4, 4, 1]);
  const call = (content: CallContent): LayerCall => ({
    callee: content.operation,
    range: [0, 1],
    layout: 'nhwc',
    notation: 'numpy',
    ...content,
  });
  const parsed = (...calls: LayerCall[]): ParseResult => ({ arrays: [], calls, values: {}, errors: [] });

  it('pool_backward with its real arguments', () => {
    const dA = array([1, 3, 3, 1]);
    const { layer } = setUpLayer(
      parsed(
        call({
          operation: 'pool_backward',
          arrays: { A_prev: x, dA },
          options: { mode: 'average', kernel: 2, stride: 1 },
        }),
      ),
      'pool',
    );
    expect(layer).toMatchObject({ kind: 'pool', pass: 'backward', options: { mode: 'average', kernel: 2, stride: 1 } });
    expect((layer as PoolLayer).dZ).toEqual(dA);
  });

  it('of several the last of the requested operation; the others can be chosen', () => {
    const calls = parsed(
      call({
        operation: 'conv_forward',
        arrays: { A_prev: x, W: array([2, 2, 1, 3]) },
        options: { stride: 1, padding: 0 },
      }),
      call({ operation: 'pool_forward', arrays: { A_prev: x }, options: { mode: 'max', kernel: 2, stride: 2 } }),
      call({ operation: 'pool_forward', arrays: { A_prev: x }, options: { mode: 'max', kernel: 3, stride: 1 } }),
    );
    expect(setUpLayer(calls, undefined).layer).toMatchObject({ kind: 'pool', options: { kernel: 3 } });
    expect(setUpLayer(calls, 'conv').layer).toMatchObject({ kind: 'conv' });
    const chosen = setUpLayer(calls, 'pool', { call: '0' });
    expect(chosen.layer).toMatchObject({ options: { kernel: 2 } });
    expect(chosen.fields.find(({ id }) => id === 'call')?.options).toHaveLength(2);
  });

  it('conv_single_step is one window', () => {
    const arrays = { a_slice_prev: array([4, 4, 3]), W: array([4, 4, 3]), b: array([1, 1, 1]) };
    const { layer } = setUpLayer(
      parsed(call({ operation: 'conv_single_step', arrays: arrays, options: {} })),
      undefined,
    );
    expect((layer as ConvLayer).x.shape).toEqual([1, 4, 4, 3]);
    expect((layer as ConvLayer).w.shape).toEqual([4, 4, 3, 1]);
    expect((layer as ConvLayer).b?.shape).toEqual([1, 1, 1, 1]);
    expect((layer as ConvLayer).helper).toBe('conv_single_step');
  });

  it('create_mask_from_window is max pooling backward over one window, dA = 1', () => {
    const { layer } = setUpLayer(
      parsed(call({ operation: 'create_mask_from_window', arrays: { x: array([2, 3]) }, options: {} })),
      undefined,
    );
    expect(layer).toMatchObject({ kind: 'pool', pass: 'backward', options: { mode: 'max', kernel: [2, 3] } });
    expect((layer as PoolLayer).helper).toBe('create_mask_from_window');
    expect([...(layer as PoolLayer).dZ!.data]).toEqual([1]);
  });

  it('distribute_value is average pooling backward over one window', () => {
    const { layer } = setUpLayer(
      parsed(call({ operation: 'distribute_value', arrays: {}, options: { dz: -1.5, shape: [2, 3] } })),
      undefined,
    );
    expect(layer).toMatchObject({ pass: 'backward', options: { mode: 'average', kernel: [2, 3] } });
    expect([...(layer as PoolLayer).dZ!.data]).toEqual([-1.5]);
  });

  it('zero_pad', () => {
    const { layer } = setUpLayer(
      parsed(call({ operation: 'zero_pad', arrays: { X: x }, options: { pad: 3 } })),
      undefined,
    );
    expect(layer).toMatchObject({ kind: 'pad', pad: 3 });
  });

  it('a PyTorch call gives ties to the first maximum', () => {
    const torch = {
      ...call({ operation: 'pool_forward', arrays: { A_prev: x }, options: { mode: 'max', kernel: 2 } }),
      notation: 'pytorch' as const,
    };
    expect(setUpLayer(parsed(torch), 'pool').layer).toMatchObject({ options: { ties: 'first' } });
  });
});
