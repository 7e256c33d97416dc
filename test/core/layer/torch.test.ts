/** PyTorch's 214 values with their gradients at 1e-9 · max(1, max|ref|), and its 8 refusals. */
import { describe, expect, test } from 'vitest';
import {
  conv2d,
  conv2dBackward,
  LensError,
  pad2d,
  pad2dBackward,
  pool2d,
  pool2dBackward,
  type Conv2dOptions,
  type NdArray,
  type Padding,
  type PaddingMode,
  type Pool2dOptions,
} from '../../../core/index';
import { engines } from './engines';
import type { Engine } from '../../../core/layer/engine/Engine';
import { expectClose, readFixture, toArray, type StoredArray } from './fixtures';

interface Params {
  readonly kernel: [number, number];
  readonly stride: [number, number];
  readonly pad: [top: number, bottom: number, left: number, right: number];
  readonly dilation?: [number, number];
  readonly groups?: number;
  readonly padding_mode?: PaddingMode;
  readonly padding_spec: 'explicit' | 'valid' | 'same' | 'same_upper' | 'same_lower';
  readonly ceil_mode?: boolean;
  readonly count_include_pad?: boolean;
  readonly value?: number;
}

interface TorchCase {
  readonly id: string;
  readonly op: 'conv2d' | 'max_pool2d' | 'avg_pool2d' | 'pad2d';
  readonly category: string;
  readonly params: Params;
  readonly X: StoredArray;
  readonly W?: StoredArray;
  readonly b?: StoredArray;
  readonly Z: StoredArray;
  readonly dZ: StoredArray;
  readonly dX: StoredArray;
  readonly dW?: StoredArray;
  readonly db?: StoredArray;
  readonly dX_all_ties?: StoredArray;
  readonly why?: string;
}

const files = { conv2d: 115, max_pool2d: 53, avg_pool2d: 38, pad2d: 8 };

for (const [file, count] of Object.entries(files)) {
  const cases = readFixture<TorchCase[]>(`torch/${file}.json`);
  test(`${file} has ${count} cases`, () => expect(cases).toHaveLength(count));
  describe.each(engines)(`PyTorch ${file} on $name`, (engine) => {
    for (const each of cases) test(`${each.id} ${each.category}`, () => check(each, engine));
  });
}

describe('what PyTorch refuses is refused with the numbers', () => {
  const cases = readFixture<TorchCase[]>('torch/errors.json');
  test('has 8 cases', () => expect(cases).toHaveLength(8));
  for (const each of cases) {
    test(`${each.op}: ${each.why}`, () => {
      let caught: unknown;
      try {
        forward(each, engines[0]!);
      } catch (error) {
        caught = error;
      }
      expect(caught).toBeInstanceOf(LensError);
      expect((caught as LensError).message).toMatch(/\d/);
    });
  }
});

function check(each: TorchCase, engine: Engine): void {
  expectClose(forward(each, engine), toArray(each.Z), 1e-9);
  const gradients = backward(each, engine);
  expectClose(gradients.dX, toArray(each.dX), 1e-9);
  if (each.dW) expectClose(gradients.dW!, toArray(each.dW), 1e-9);
  if (each.db) expectClose(gradients.db!, toArray(each.db), 1e-9);
  if (each.dX_all_ties) {
    const dX = pool2dBackward(toArray(each.dZ), toArray(each.X), { ...poolOptions(each), ties: 'all' }, engine);
    expectClose(dX, toArray(each.dX_all_ties), 1e-9);
  }
}

function forward(each: TorchCase, engine: Engine): NdArray {
  const { X, W, b, params } = each;
  switch (each.op) {
    case 'conv2d':
      return conv2d(toArray(X), toArray(W!), b && toArray(b), convOptions(params), engine);
    case 'pad2d':
      return pad2d(toArray(X), sides(params), { mode: params.padding_mode, value: params.value });
    case 'max_pool2d':
    case 'avg_pool2d':
      return pool2d(toArray(X), poolOptions(each), engine);
  }
}

function backward(each: TorchCase, engine: Engine): { dX: NdArray; dW?: NdArray; db?: NdArray } {
  const { X, W, dZ, params } = each;
  switch (each.op) {
    case 'conv2d':
      return conv2dBackward(toArray(dZ), toArray(X), toArray(W!), convOptions(params), engine);
    case 'pad2d':
      return { dX: pad2dBackward(toArray(dZ), X.shape, sides(params), { mode: params.padding_mode }) };
    case 'max_pool2d':
    case 'avg_pool2d':
      return { dX: pool2dBackward(toArray(dZ), toArray(X), poolOptions(each), engine) };
  }
}

function convOptions(params: Params): Conv2dOptions {
  const { stride, dilation, groups, padding_mode: paddingMode } = params;
  return { stride, dilation, groups, paddingMode, padding: padding(params) };
}

/** PyTorch's default ties, the first maximum. */
function poolOptions({ op, params }: TorchCase): Pool2dOptions {
  const { kernel, stride, dilation, ceil_mode: ceilMode, count_include_pad: countIncludePad } = params;
  const mode = op === 'max_pool2d' ? 'max' : 'average';
  return { mode, kernel, stride, dilation, ceilMode, countIncludePad, ties: 'first', padding: padding(params) };
}

/** Symmetric numbers in PyTorch's own form, a pair; what PyTorch needs F.pad for as four sides. */
function padding(params: Params): Padding {
  if (params.padding_spec !== 'explicit') return params.padding_spec;
  const [top, bottom, left, right] = params.pad;
  return top === bottom && left === right ? [top, left] : sides(params);
}

function sides({ pad: [top, bottom, left, right] }: Params): Padding {
  return { top, bottom, left, right };
}
