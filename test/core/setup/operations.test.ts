/** Calls of operations besides the course's, as a reader records them. */
import { describe, expect, it } from 'vitest';
import { createStepper, type NdArray, type ParseResult } from '../../../core/index';
import type { CallContent, LayerCall } from '../../../core/read/LayerCall';
import { setUpLayer } from '../../../core/setup/setUpLayer';

function ramp(...shape: number[]): NdArray {
  const size = shape.reduce((product, extent) => product * extent, 1);
  return { shape, data: Float64Array.from({ length: size }, (_, k) => k - 2) };
}

function parsed(content: CallContent): ParseResult {
  const { operation: callee } = content;
  const call: LayerCall = { callee, range: [0, 1], layout: 'nhwc', notation: 'numpy', ...content };
  return { arrays: [], calls: [call], values: {}, errors: [] };
}

describe('conv_transpose_forward and conv_transpose_backward', () => {
  const arrays = { A_prev: ramp(1, 2, 3, 2), W: ramp(3, 2, 1, 2), b: ramp(1, 1, 1, 1) };
  const options = { stride: [2, 1], padding: [1, 0], outputPadding: [1, 0] } as const;

  it('A_prev (1, 2, 3, 2), W (3, 2, 1, 2), stride (2, 1), pad (1, 0), output padding (1, 0)', () => {
    const { layer, fields } = setUpLayer(parsed({ operation: 'conv_transpose_forward', arrays, options }), undefined);
    expect(layer).toMatchObject({ kind: 'convTranspose', pass: 'forward', x: arrays.A_prev, w: arrays.W });
    expect(layer.kind === 'convTranspose' && layer.options).toEqual({ ...options, dilation: 1 });
    expect(fields.map(({ id }) => id)).toEqual(['pass', 'stride', 'pad', 'outputPadding', 'dilation']);
    expect(createStepper(layer).loop).toMatchObject({ i: 1, h: 2, w: 3 });
  });

  it('backward with the gradient of the call, (1, 4, 4, 1)', () => {
    const dZ = ramp(1, 4, 4, 1);
    const { layer } = setUpLayer(
      parsed({ operation: 'conv_transpose_backward', arrays: { dZ, ...arrays }, options }),
      undefined,
    );
    expect(layer).toMatchObject({ kind: 'convTranspose', pass: 'backward', dZ });
  });

  it('without weights it is refused', () => {
    const { A_prev } = arrays;
    expect(() =>
      setUpLayer(parsed({ operation: 'conv_transpose_forward', arrays: { A_prev }, options: {} }), undefined),
    ).toThrow(/weights/);
  });
});

describe('relu_forward and relu_backward', () => {
  const Z = ramp(2, 3, 2, 1);

  it('the input is Z', () => {
    const { layer, names } = setUpLayer(parsed({ operation: 'relu_forward', arrays: { Z }, options: {} }), undefined);
    expect(layer).toEqual({ kind: 'relu', pass: 'forward', x: Z });
    expect(names).toEqual({ x: 'Z' });
  });

  it('backward with dA of the call', () => {
    const dA = ramp(2, 3, 2, 1);
    const { layer } = setUpLayer(parsed({ operation: 'relu_backward', arrays: { dA, Z }, options: {} }), undefined);
    expect(layer).toEqual({ kind: 'relu', pass: 'backward', x: Z, dZ: dA });
  });
});

it('a call’s own argument decides the role: an array named like a result is the input', () => {
  const A_prev = ramp(1, 3, 3, 1);
  const call = parsed({ operation: 'conv_forward', arrays: { A_prev, W: ramp(2, 2, 1, 1) }, options: {} });
  const named: ParseResult = { ...call, arrays: [{ name: 'dZ', array: A_prev, range: [0, 1] }] };
  const { layer, names } = setUpLayer(named, undefined);
  expect(layer).toMatchObject({ kind: 'conv', pass: 'forward', x: { shape: [1, 3, 3, 1] } });
  expect(names.x).toBe('A_prev');
});

it('a true convolution of a call has a turned kernel', () => {
  const arrays = { A_prev: ramp(1, 3, 3, 1), W: ramp(2, 2, 1, 1) };
  const { layer } = setUpLayer(
    parsed({ operation: 'conv_forward', arrays, options: { kernelFlipped: true } }),
    undefined,
  );
  expect(layer).toMatchObject({ kind: 'conv', kernelFlipped: true });
});

it.each<CallContent>([
  {
    operation: 'conv_single_step',
    arrays: { a_slice_prev: ramp(2, 2, 3), W: ramp(2, 2, 3), b: ramp(1, 1, 1) },
    options: {},
  },
  { operation: 'create_mask_from_window', arrays: { x: ramp(2, 3) }, options: {} },
  { operation: 'distribute_value', arrays: {}, options: { dz: 2, shape: [2, 3] } },
])('the helper $operation has no fields for options', (content) => {
  expect(setUpLayer(parsed(content), undefined).fields).toEqual([]);
});
