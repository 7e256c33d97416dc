/** ONNX's own node tests of the 2-D and 1-D layers at ONNX's tolerance, rtol 1e-3 and atol 1e-7, on both engines. */
import { describe, expect, test } from 'vitest';
import {
  conv2d,
  convTranspose2d,
  fromNhwc,
  globalPool,
  pool2d,
  toHwio,
  toNhwc,
  type NdArray,
  type Padding,
  type Pair,
} from '../../../core/index';
import type { Engine } from '../../../core/layer/engine/Engine';
import { engines } from './engines';
import { expectClose, readFixture, toArray, type StoredArray } from './fixtures';

interface Attributes {
  readonly auto_pad?: 'NOTSET' | 'VALID' | 'SAME_UPPER' | 'SAME_LOWER';
  readonly ceil_mode?: number;
  readonly count_include_pad?: number;
  readonly dilations?: number[];
  readonly group?: number;
  readonly kernel_shape?: number[];
  readonly output_padding?: number[];
  readonly output_shape?: number[];
  readonly pads?: number[];
  readonly strides?: number[];
}

interface OnnxCase {
  readonly name: string;
  readonly op_type: string;
  readonly spatial_rank: number;
  readonly attributes: Attributes;
  readonly inputs: (StoredArray & { readonly dtype: string })[];
  readonly outputs: StoredArray[];
}

const files = ['AveragePool', 'Conv', 'ConvTranspose', 'GlobalAveragePool', 'GlobalMaxPool', 'MaxPool', 'other_rank'];
const cases = files
  .flatMap((file) => readFixture<OnnxCase[]>(`onnx/${file}.json`))
  .filter(({ spatial_rank: rank }) => rank <= 2);

test('there are 49 cases of one and two dimensions', () => expect(cases).toHaveLength(49));

describe.each(engines)('ONNX on $name', (engine) => {
  for (const each of cases) {
    test(each.name, () => {
      const result = fromNhwc(run(each, engine));
      const expected = toArray(each.outputs[0]!);
      expectClose({ shape: expected.shape, data: result.data }, expected, 1e-7, 1e-3);
      expect(result.shape.filter((_, axis) => axis !== 2 || each.spatial_rank === 2)).toEqual(expected.shape);
    });
  }
});

function run({ op_type: operator, attributes, inputs }: OnnxCase, engine: Engine): NdArray {
  const [first, second, third] = inputs.map((input) =>
    toArray(input, input.dtype === 'float32' ? 'float32' : 'float64'),
  );
  const x = toNhwc(first!);
  const stride = pair(attributes.strides, 1);
  const dilation = pair(attributes.dilations, 1);
  switch (operator) {
    case 'Conv': {
      const options = { stride, dilation, padding: padding(attributes), groups: attributes.group };
      return conv2d(x, toHwio(second!), third, options, engine);
    }
    case 'ConvTranspose': {
      const { group: groups, output_shape: size, output_padding: extra } = attributes;
      const output = size ? { outputSize: pair(size, 1) } : { outputPadding: pair(extra, 0) };
      const options = { stride, dilation, padding: padding(attributes), groups, ...output };
      return convTranspose2d(x, toHwio(second!), third, options, engine);
    }
    case 'MaxPool':
    case 'AveragePool': {
      const mode = operator === 'MaxPool' ? 'max' : 'average';
      const kernel = pair(attributes.kernel_shape, 1);
      const ceilMode = attributes.ceil_mode === 1;
      const countIncludePad = attributes.count_include_pad === 1;
      const options = {
        mode,
        kernel,
        stride,
        dilation,
        ceilMode,
        countIncludePad,
        padding: padding(attributes),
      } as const;
      return pool2d(x, options, engine);
    }
    case 'GlobalMaxPool':
      return pool2d(x, globalPool(x.shape, 'max'), engine);
    case 'GlobalAveragePool':
      return pool2d(x, globalPool(x.shape, 'average'), engine);
    default:
      throw new Error(`no such operator: ${operator}`);
  }
}

/** A 1-D attribute is the horizontal one of a layer of height 1. */
function pair(values: number[] | undefined, missing: number): Pair {
  if (!values) return missing;
  return values.length === 1 ? [1, values[0]!] : [values[0]!, values[1]!];
}

/** `pads` is [top, left, bottom, right]. */
function padding({ auto_pad: auto = 'NOTSET', pads }: Attributes): Padding {
  if (auto === 'SAME_UPPER') return 'same_upper';
  if (auto === 'SAME_LOWER') return 'same_lower';
  if (auto === 'VALID' || !pads) return 'valid';
  const [top, left, bottom, right] = pads as [number, number, number, number];
  return { top, bottom, left, right };
}
