/** Programs run as under Python: output, errors with their line, recorded calls, and the trace of one call. */
import { describe, expect, it } from 'vitest';
import { fromPy, toPy } from '../../../../core/read/python/convertValues';
import { openProgram } from '../../../../core/read/python/program';
import { runCode } from '../../../../core/read/python/runCode';

const conv = `
import numpy as np

def zero_pad(X, pad):
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))

def conv_single_step(a_slice_prev, W, b):
    s = np.multiply(a_slice_prev, W)
    return np.sum(s) + float(b)

def conv_forward(A_prev, W, b, hparameters):
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = int((n_H_prev - f + 2 * pad) / stride) + 1
    n_W = int((n_W_prev - f + 2 * pad) / stride) + 1
    Z = np.zeros((m, n_H, n_W, n_C))
    A_prev_pad = zero_pad(A_prev, pad)
    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    a_slice = a_prev_pad[h * stride:h * stride + f, w * stride:w * stride + f, :]
                    Z[i, h, w, c] = conv_single_step(a_slice, W[:, :, :, c], b[:, :, :, c])
    return Z, (A_prev, W, b, hparameters)
`;

const scaled = (shape: number[], factor: number): { shape: number[]; data: Float64Array } => ({
  shape,
  data: Float64Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => Math.sin(i * factor)),
});

describe('a program', () => {
  it('stops at its first error, with the line of the innermost statement', () => {
    const source = 'x = [1, 2]\ndef f(k):\n    return x[k]\nprint(f(0))\nf(7)\nprint("not reached")\n';
    expect(runCode(source)).toEqual({
      output: '1\n',
      variables: { x: { shape: [2], data: Float64Array.of(1, 2) } },
      error: { type: 'IndexError', message: 'list index out of range', line: 3 },
    });
  });

  it('refuses by name what is not supported: a handler cannot catch the refusal', () => {
    const { error, output } = runCode('try:\n    x = 2 ** 80\nexcept Exception:\n    print("caught")\n');
    expect(output).toBe('');
    expect(error).toMatchObject({ type: 'NotSupported', line: 2 });
  });

  it('records calls of its own functions by the top level, with the arguments before the call', () => {
    const program = openProgram('def f(a, k=2):\n    a[0] = k\n    return a\nx = [1, 5]\ny = f(x, k=9)\n');
    const [call] = program.run().calls;
    expect(call!.name).toBe('f');
    expect(fromPy(call!.args['a']!)).toEqual([1, 5]);
    expect(fromPy(call!.args['k']!)).toBe(9);
    expect(fromPy(call!.result!)).toEqual([9, 5]);
  });

  it('uses the layer for a course function that it calls but does not define', () => {
    const source = 'A = zero_pad(np.ones((1, 2, 2, 1)), 1)\nprint(A.shape)\n';
    const program = openProgram(source);
    expect(program.run().output).toBe('(1, 4, 4, 1)\n');
    expect(program.borrowed).toEqual(['zero_pad']);
    expect(openProgram(source, { missing: 'error' }).run().error?.type).toBe('NameError');
  });

  it('lists functions and methods with their lines', () => {
    const { functions } = openProgram('def f(a): pass\n\nclass C:\n    def g(self, x): pass\n');
    expect(functions.map(({ name, line, params }) => [name, line, params])).toEqual([
      ['f', 1, ['a']],
      ['C.g', 4, ['self', 'x']],
    ]);
  });
});

describe('the trace of conv_forward, A_prev 1×4×5×2, W 2×2×2×3, stride 2, pad 1', () => {
  const args = {
    A_prev: toPy(scaled([1, 4, 5, 2], 1)),
    W: toPy(scaled([2, 2, 2, 3], 2)),
    b: toPy(scaled([1, 1, 1, 3], 3)),
    hparameters: toPy({ stride: 2, pad: 1 }),
  };
  const { trace, error } = openProgram(conv).call('conv_forward', args, { trace: true });

  it('has one write for each cell of Z, at the line of the assignment, with the loop variables', () => {
    expect(error).toBeUndefined();
    expect(trace!.truncated).toBe(false);
    const writes = trace!.writes.filter(({ target }) => target.array === 'Z');
    expect(writes.length).toBe(3 * 3 * 3);
    expect(writes[13]!.variables).toMatchObject({ i: 0, h: 1, w: 1, c: 1, stride: 2 });
    expect(writes[13]!.target).toMatchObject({ shape: [1, 3, 3, 3], cells: Int32Array.of(13) });
    expect(writes[13]!.line).toBe(conv.split('\n').findIndex((line) => line.includes('Z[i, h, w, c] =')) + 1);
  });

  it('names the cells of A_prev in the window, through np.pad, slices and the helper', () => {
    const writes = trace!.writes.filter(({ target }) => target.array === 'Z');
    const cellsOf = (at: number, array: string): number[] =>
      Array.from(writes[at]!.sources.find((each) => each.array === array)?.cells ?? []);
    // Row 1, column 1: rows 1–2, columns 1–2 of A_prev, both channels.
    expect(cellsOf(13, 'A_prev')).toEqual([12, 13, 14, 15, 22, 23, 24, 25]);
    expect(cellsOf(13, 'W')).toEqual([1, 4, 7, 10, 13, 16, 19, 22]);
    expect(cellsOf(13, 'b')).toEqual([1]);
    // Row 0, column 0 lies in the padding but for one pixel.
    expect(cellsOf(0, 'A_prev')).toEqual([0, 1]);
  });
});

it('the trace names the cell that a copy in the order of a transposed array was taken from', () => {
  const source = 'def f(x):\n    y = np.copy(x.T)\n    Z = np.zeros(2)\n    Z[1] = y[2, 0]\n    return Z\n';
  const { trace } = openProgram(source).call('f', { x: toPy(scaled([2, 3], 1)) }, { trace: true });
  const write = trace!.writes.find(({ target }) => target.array === 'Z');
  expect(write!.sources.map(({ array, cells }) => [array, Array.from(cells)])).toEqual([['x', [2]]]);
});

it('refuses a view of a negative size as NumPy does', () => {
  const { error } = runCode('import numpy as np\nnp.lib.stride_tricks.as_strided(np.ones(4), (-1, 2), (8, 8))\n');
  expect(error).toMatchObject({ type: 'ValueError', message: 'negative dimensions are not allowed', line: 2 });
});

describe('np.pad', () => {
  it.each(['1.0', '(1.0, 1)', 'True', '[(1, 1), (0.5, 0)]', '"edge"'])(
    'refuses widths that are not integers: %s',
    (widths) => {
      const { error } = runCode(`import numpy as np\nnp.pad(np.ones((2, 2)), ${widths})\n`);
      expect(error).toMatchObject({ type: 'TypeError', message: '`pad_width` must be of integral type.', line: 2 });
    },
  );

  it('pads all axes with one constant as with one constant a side', () => {
    const { output } = runCode(
      `import numpy as np\nx = np.arange(4).reshape(2, 2)\nprint(np.pad(x, 1, constant_values=2.7).tolist())\nprint(np.pad(x, ((1, 0), (0, 1)), constant_values=((7, 7), (7, 7))).tolist())\n`,
    );
    expect(output).toBe(
      '[[2, 2, 2, 2], [2, 0, 1, 2], [2, 2, 3, 2], [2, 2, 2, 2]]\n[[7, 7, 7], [0, 1, 7], [2, 3, 7]]\n',
    );
  });
});
