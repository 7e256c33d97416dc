/** Layer calls of PyTorch, TensorFlow and Keras with the real outputs (test/fixtures/python/layers.json). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluatePython } from '../../../../core/read/python/evaluatePython';
import { arraysOfCall } from '../../../../core/read/LayerCall';

interface Row {
  readonly code: string;
  readonly expected: { readonly dtype: string; readonly shape: number[]; readonly data: number[] };
}

const { setup, rows } = JSON.parse(
  readFileSync(new URL('../../../fixtures/python/layers.json', import.meta.url), 'utf8'),
) as { setup: string; rows: Row[] };

describe('values', () => {
  it.each(rows.map((row) => [row.code, row] as const))('%s', (code, { expected }) => {
    const { arrays, errors } = evaluatePython(`${setup}${code}\n`);
    expect(errors.map(({ message }) => message)).toEqual([]);
    const found = arrays.find(({ name }) => name === 'y');
    expect(found?.array.shape).toEqual(expected.shape);
    expect(found?.dtype).toBe(expected.dtype);
    const tolerance = (expected.dtype === 'float32' ? 1e-6 : 1e-12) * Math.max(1, ...expected.data.map(Math.abs));
    const worst = Math.max(...expected.data.map((value, i) => Math.abs(value - found!.array.data[i]!)));
    expect(worst).toBeLessThanOrEqual(tolerance);
  });
});

describe('the call as the course would write it', () => {
  const callOf = (code: string) => evaluatePython(`${setup}${code}\n`).calls.at(-1)!;

  it('F.conv2d: NCHW 2×3×5×6 and OIHW 4×3×3×2 become NHWC and HWIO', () => {
    const call = callOf('y = F.conv2d(x, w, b, stride=(2, 1))');
    const { callee, operation, options, layout, notation } = call;
    const arrays = arraysOfCall(call);
    expect([callee, operation, layout, notation]).toEqual(['F.conv2d', 'conv_forward', 'nchw', 'pytorch']);
    expect(arrays['A_prev']!.shape).toEqual([2, 5, 6, 3]);
    expect(arrays['W']!.shape).toEqual([3, 2, 3, 4]);
    expect(arrays['b']!.shape).toEqual([1, 1, 1, 4]);
    expect(options).toEqual({ stride: [2, 1], padding: 0, dilation: 1, groups: 1 });
    const { arrays: all } = evaluatePython(`${setup}y = F.conv2d(x, w, b)\n`);
    expect(Array.from(arrays['W']!.data)).toEqual(Array.from(all.find(({ name }) => name === 'w_np')!.array.data));
  });

  it('pools: ties go to the first, padding counts in PyTorch’s averages and not in TensorFlow’s', () => {
    expect(callOf('F.avg_pool2d(x, 2)').options).toMatchObject({ countIncludePad: true, ties: 'first', stride: 2 });
    expect(callOf('tf.nn.avg_pool2d(x_np, 2, 1, "SAME")').options).toMatchObject({
      countIncludePad: false,
      padding: 'same_upper',
      stride: 1,
    });
    expect(callOf('MaxPooling2D = keras.layers.MaxPooling2D\nMaxPooling2D(3)(x_np)').options).toMatchObject({
      kernel: 3,
      stride: 3,
      padding: 'valid',
    });
  });

  it('nn.Conv2d whose weights are not known: a call without W, and its output is named as unknown', () => {
    const { calls, arrays, errors } = evaluatePython(
      `${setup}torch.manual_seed(1)\nbuild(1)\nconv = nn.Conv2d(3, 8, 3)\ny = conv(x)\nz = y + 1\n`,
    );
    expect(Object.keys(calls[0]!.arrays)).toEqual(['A_prev']);
    expect(calls[0]!.options).toMatchObject({ kernel: 3, filters: 8 });
    expect(errors.map(({ message }) => message)).toEqual([
      'build is not defined',
      'the weights of nn.Conv2d are not in the text, so its output is not known',
    ]);
    expect(arrays.map(({ name }) => name)).not.toContain('z');
  });

  it('the course’s calls share their arrays with the variables', () => {
    const { calls, arrays } = evaluatePython(
      'A = np.ones((1, 4, 4, 1))\nZ, cache = pool_forward(A, {"f": 2, "stride": 2})\n',
    );
    expect(arraysOfCall(calls[0]!)['A_prev']!.data).toBe(arrays[0]!.array.data);
    expect(calls[0]!.options).toEqual({ mode: 'max', kernel: 2, stride: 2, ties: 'all' });
  });

  it('what is written into an array after a call does not change the call', () => {
    const { calls, arrays } = evaluatePython('A = np.ones((1, 2, 2, 1))\nB = zero_pad(A, 1)\nA[0] = 7\n');
    expect(Array.from(arraysOfCall(calls[0]!)['X']!.data)).toEqual([1, 1, 1, 1]);
    expect(Array.from(arrays.find(({ name }) => name === 'A')!.array.data)).toEqual([7, 7, 7, 7]);
  });
});
