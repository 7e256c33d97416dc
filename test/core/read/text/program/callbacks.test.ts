/** Layers of JavaScript and TypeScript that are computed by callbacks of arrays. */
import { describe, expect, it } from 'vitest';
import { readBraceProgram } from '../../../../../core/read/text/program/braceLanguages/readBraceProgram';

const IMAGE = '[[1, 2, 0, 3], [4, 1, 2, 0], [0, 3, 1, 2], [2, 0, 1, 4]]';
const KERNEL = '[[0, 1, 0], [1, -4, 1], [0, 1, 0]]';

const lastCall = (text: string, languageId: string) => {
  const [last] = readBraceProgram(text, languageId).slice(-1);
  return last && { operation: last.operation, options: last.options };
};

describe('callbacks', () => {
  it('blocks in callbacks of Array.from, which read the parameters around them', () => {
    const text = `function convolve(src, kernel, { stride = 1, padding = 0 } = {}) {
  const oh = Math.floor((src.length + 2 * padding - kernel.length) / stride) + 1;
  const at = (r, c) => (src[r] !== undefined && src[r][c] !== undefined ? src[r][c] : 0);
  return Array.from({ length: oh }, (_, i) =>
    Array.from({ length: oh }, (_, j) => {
      let total = 0;
      for (let u = 0; u < 3; u++)
        for (let v = 0; v < 3; v++) total += at(i * stride + u - padding, j * stride + v - padding) * kernel[u][v];
      return total;
    }),
  );
}
const out = convolve(${IMAGE}, ${KERNEL}, { padding: 1 });
`;
    expect(lastCall(text, 'javascript')).toMatchObject({ operation: 'conv_forward', options: { padding: 1 } });
  });

  it('sums by reduce, in rows that are mapped from a spread array', () => {
    const text = `const conv = (img, k) => {
  const n = img.length - k.length + 1;
  return [...Array(n)].map((_, i) =>
    [...Array(n).keys()].map((j) =>
      k.reduce((sum, row, a) => sum + row.reduce((s, w, b) => s + w * img[i + a][j + b], 0), 0)));
};
conv(${IMAGE}, ${KERNEL});
`;
    expect(lastCall(text, 'javascript')).toMatchObject({ operation: 'conv_forward', options: { padding: 0 } });
  });

  it('maxima of spread rows, with types', () => {
    const text = `function pool(x: number[][], size: number): number[][] {
  return Array.from({ length: x.length / size }, (_: unknown, i: number) =>
    Array.from({ length: x[0].length / size }, (_: unknown, j: number) =>
      Math.max(...Array.from({ length: size * size }, (_: unknown, k: number) =>
        x[i * size + Math.floor(k / size)][j * size + (k % size)]))));
}
const out = pool(${IMAGE}, 2);
`;
    expect(lastCall(text, 'typescript')).toMatchObject({
      operation: 'pool_forward',
      options: { mode: 'max', kernel: 2 },
    });
  });

  it('rows that are copied where a value is an array', () => {
    const text = `const filled = (n, value) => {
  const list = [];
  for (let i = 0; i < n; i++) list.push(Array.isArray(value) ? [...value] : value);
  return list;
};
const conv = (k, x) => {
  const out = filled(2, filled(2, 0));
  for (let i = 0; i < 2; i++)
    for (let j = 0; j < 2; j++)
      for (let a = 0; a < 3; a++) for (let b = 0; b < 3; b++) out[i][j] += x[i + a][j + b] * k[a][b];
  return out;
};
console.log(conv(${KERNEL}, ${IMAGE}));
`;
    expect(lastCall(text, 'javascript')).toMatchObject({ operation: 'conv_forward', options: { padding: 0 } });
  });

  it('a cell outside of the array is undefined, also where its index is negative', () => {
    const text = `function conv(x, k, pad) {
  const out = [];
  for (let i = 0; i < x.length + 2 * pad - 2; i++) {
    const row = [];
    for (let j = 0; j < x.length + 2 * pad - 2; j++) {
      let s = 0;
      k.forEach((line, a) => line.forEach((v, b) => {
        s += v * (x[i + a - pad]?.[j + b - pad] ?? 0);
      }));
      row.push(s);
    }
    out.push(row);
  }
  return out;
}
conv(${IMAGE}, ${KERNEL}, 1);
`;
    expect(lastCall(text, 'javascript')).toMatchObject({ operation: 'conv_forward', options: { padding: 1 } });
  });
});

it('rows that are set in an array of a size, and a kernel with even sides around its lower right cell', () => {
  const text = `function filled(n, value) {
  let list = new Array(n); for (let i = 0; i < n; ++i) list[i] = Array.isArray(value) ? [...value] : value;
  return list;
}
function convolve(x, k) {
  const y = filled(x.length, filled(x[0].length, 0));
  for (let i = 0; i < x.length; i++)
    for (let j = 0; j < x[0].length; j++)
      for (let m = 0; m < 2; m++)
        for (let n = 0; n < 2; n++)
          if (i + m > 0 && j + n > 0) y[i][j] += x[i + m - 1][j + n - 1] * k[m][n];
  return y;
}
console.log(convolve([[1, 2, 3], [4, 5, 6], [7, 8, 10]], [[1, 0], [0, 2]]));
`;
  const call = readBraceProgram(text, 'javascript').at(-1);
  expect(call).toMatchObject({ operation: 'conv_forward', options: { stride: 1, padding: 'same_lower' } });
});
