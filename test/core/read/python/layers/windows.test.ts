/** Functions that gather or reduce windows: scikit-image, F.fold, lax.reduce_window with lax.add. */
import { describe, expect, it } from 'vitest';
import { evaluatePython } from '../../../../../core/read/python/evaluatePython';

const read = (text: string) => {
  const { arrays, calls, errors } = evaluatePython(text);
  const found = (name: string) => {
    const array = arrays.find((each) => each.name === name)?.array;
    return array && { shape: array.shape, values: Array.from(array.data) };
  };
  return { found, call: calls.at(-1), message: errors[0]?.message };
};

const A =
  'import numpy as np\nfrom skimage.util import view_as_windows, view_as_blocks\nfrom skimage.measure import block_reduce\nA = np.arange(15).reshape(3, 5) - 7\n';

describe('scikit-image', () => {
  it('view_as_windows with a step', () => {
    const { found } = read(`${A}B = view_as_windows(A, (2, 3), step=(1, 2))\nC = B.max(axis=(2, 3))\n`);
    expect(found('B')!.shape).toEqual([2, 2, 2, 3]);
    expect(found('C')!.values).toEqual([0, 2, 5, 7]);
  });

  it('view_as_blocks', () => {
    const { found } = read(`${A}B = view_as_blocks(A[:2, :4], (2, 2)).sum(axis=(2, 3))\n`);
    expect(found('B')!.values).toEqual([-16, -8]);
  });

  it('block_reduce extends the image with cval, also for the maximum', () => {
    const { found, call } = read(`${A}B = block_reduce(A, (2, 2), np.max)\n`);
    // The last row and column of blocks have zeros in them.
    expect(found('B')).toEqual({ shape: [2, 3], values: [-1, 1, 2, 4, 6, 7] });
    expect(call).toMatchObject({ operation: 'pool_forward', options: { mode: 'max', kernel: [2, 2], stride: [2, 2] } });
  });

  it('block_reduce adds by default: average pooling, whose divisor is stated', () => {
    const { found, call } = read(`${A}B = block_reduce(A[:2, :4], block_size=2)\n`);
    expect(found('B')!.values).toEqual([-16, -8]);
    expect(call!.notes!.map(({ text }) => text)[0]).toContain('average pooling shows each sum divided by');
  });

  it('block_reduce with another function is refused by name', () => {
    expect(read(`${A}B = block_reduce(A, (2, 2), np.min)\n`).message).toContain('func=');
  });
});

it('F.fold adds the columns of F.unfold back to their pixels', () => {
  const { found } = read('u = F.unfold(torch.arange(16.).reshape(1, 1, 4, 4), 2)\ny = F.fold(u, (4, 4), 2)\n');
  expect(found('y')!.values).toEqual([0, 2, 4, 3, 8, 20, 24, 14, 16, 36, 40, 22, 12, 26, 28, 15]);
});

describe('lax.reduce_window', () => {
  const call = (initial: string, reduction: string) =>
    `x = jnp.arange(16.).reshape(1, 4, 4, 1)\ny = lax.reduce_window(x, ${initial}, ${reduction}, (1, 2, 2, 1), (1, 2, 2, 1), 'VALID')\n`;

  it('with lax.add gives sums', () => {
    expect(read(call('0.', 'lax.add')).found('y')!.values).toEqual([10, 18, 42, 50]);
  });

  it.each([
    ['1.', 'lax.add'],
    ['0.', 'lax.max'],
  ])('with another initial value is refused: %s, %s', (initial, reduction) => {
    expect(read(call(initial, reduction)).message).toContain('init_value');
  });
});

it.each(['y = a.reshape(2, 2, 2, 3).max((1, 3))', 'a.reshape(2, 2, 2, 3).transpose(0, 2, 1, 3).max((2, 3))'])(
  'a maximum over blocks that are not square is a pooling: %s',
  (statement) => {
    const { call } = read(`import numpy as np\na = np.arange(24).reshape(4, 6)\n${statement}\n`);
    expect(call).toMatchObject({ operation: 'pool_forward', options: { mode: 'max', kernel: [2, 3], stride: [2, 3] } });
  },
);
