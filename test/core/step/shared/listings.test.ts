import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  conv2d,
  conv2dBackward,
  convTranspose2d,
  convTranspose2dBackward,
  createStepper,
  type Layer,
  type NdArray,
  type ReluLayer,
  pool2d,
  pool2dBackward,
} from '../../../../core';
import { arbitraryLayer } from '../arbitraryLayer';
import { courseCase, courseLayer } from '../courseLayers';
import { type PythonCase, pythonWith, runPython } from './runPython';

/** What a listing must compute, by the names it uses. */
function truth(layer: Layer): Record<string, NdArray> {
  if (layer.kind === 'conv') {
    if (layer.pass === 'forward') return { Z: conv2d(layer.x, layer.w, layer.b, layer.options) };
    const { dX, dW, db } = conv2dBackward(layer.dZ!, layer.x, layer.w, layer.options);
    return { dA_prev: dX, dW, db };
  }
  if (layer.kind === 'pool') {
    if (layer.pass === 'forward') return { A: pool2d(layer.x, layer.options) };
    return { dA_prev: pool2dBackward(layer.dA!, layer.x, layer.options) };
  }
  if (layer.kind === 'convTranspose') {
    if (layer.pass === 'forward') return { Z: convTranspose2d(layer.x, layer.w, layer.b, layer.options) };
    const { dX, dW, db } = convTranspose2dBackward(layer.dZ!, layer.x, layer.w, layer.options);
    return { dA_prev: dX, dW, db };
  }
  if (layer.kind === 'relu') return reluTruth(layer);
  return {};
}

function reluTruth({ pass, x, dA }: ReluLayer): Record<string, NdArray> {
  if (pass === 'forward') return { A: { shape: x.shape, data: x.data.map((value) => Math.max(0, value)) } };
  return { dZ: { shape: x.shape, data: x.data.map((value, index) => (value > 0 ? dA!.data[index]! : 0)) } };
}

function inputs(layer: Layer): Record<string, NdArray> {
  if (layer.kind === 'pad') return { X: layer.x };
  const gradient = 'w' in layer ? { dZ: layer.dZ } : { dA: layer.dA };
  if (layer.kind === 'relu') return defined({ Z: layer.x, ...gradient });
  const rest = 'w' in layer ? { W: layer.w, b: layer.b, ...gradient } : gradient;
  return defined({ A_prev: layer.x, ...rest });
}

function defined(arrays: Record<string, NdArray | undefined>): Record<string, NdArray> {
  return Object.fromEntries(
    Object.entries(arrays).filter((entry): entry is [string, NdArray] => entry[1] !== undefined),
  );
}

function pythonCase(layer: Layer, id: string): PythonCase {
  const listing = createStepper(layer).listings.find((each) => each.id === id)!;
  return { arrays: inputs(layer), code: listing.text, wanted: Object.keys(truth(layer)) };
}

function expectSame(layer: Layer, code: string, answer: Record<string, number[] | string>): void {
  expect(answer['error'], code).toBeUndefined();
  for (const [name, array] of Object.entries(truth(layer))) {
    const got = answer[name] as number[];
    expect(got.length, `${name}\n${code}`).toBe(array.data.length);
    got.forEach((value, index) => expect(value, `${name}\n${code}`).toBeCloseTo(array.data[index]!, 9));
  }
}

const random = fc.sample(arbitraryLayer, { numRuns: 120, seed: 7 });
const course = ['conv_forward', 'conv_backward', 'pool_forward_max_stride2', 'pool_backward_average_stride2_f3'].map(
  (name) => courseLayer(courseCase(name))!,
);

describe('the NumPy listing computes the layer under the real NumPy', () => {
  const python = pythonWith('numpy');
  it.skipIf(!python)('for the course’s layers and 120 random ones', () => {
    const layers = [...course, ...random];
    const cases = layers.map((layer) => pythonCase(layer, 'numpy'));
    const answers = runPython(python!, cases);
    layers.forEach((layer, index) => expectSame(layer, cases[index]!.code, answers[index]!));
  });
});

describe('the PyTorch listing computes the layer under the real PyTorch', () => {
  const python = pythonWith('torch');
  it.skipIf(!python)('for the course’s layers and random ones without ties sent to all', () => {
    const layers = [...course, ...random].filter(
      (layer) =>
        !(
          layer.kind === 'pool' &&
          layer.options.mode === 'max' &&
          layer.options.ties !== 'first' &&
          layer.pass === 'backward'
        ),
    );
    const cases = layers.map((layer) => pythonCase(layer, 'pytorch'));
    const answers = runPython(python!, cases);
    layers.forEach((layer, index) => {
      // PyTorch refuses what its own rule forbids: padding of more than half a pooling kernel.
      if (String(answers[index]!['error']).includes('at most half')) return;
      expectSame(layer, cases[index]!.code, answers[index]!);
    });
  });
});

describe('the formula', () => {
  it('escapes names and is well-formed in its tags', () => {
    const layer = courseLayer(courseCase('conv_forward'))!;
    const formula = createStepper(layer, { x: 'a<b&c' }).listings.find(({ id }) => id === 'formula')!.text;
    expect(formula).toContain('a&lt;b&amp;c');
    const open: string[] = [];
    for (const [, close, name] of formula.matchAll(/<(\/?)([a-z]+)[^>]*>/g)) {
      if (close) expect(open.pop()).toBe(name);
      else open.push(name!);
    }
    expect(open).toEqual([]);
  });
});
