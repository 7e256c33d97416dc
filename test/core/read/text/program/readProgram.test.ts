/** Layers that programs of MATLAB, Julia and R compute in loops and functions of their own. */
import { describe, expect, it } from 'vitest';
import { parseArrays } from '../../../../../core/read/parseArrays';
import { arraysOfCall } from '../../../../../core/read/LayerCall';

function lastOf(text: string, languageId: string) {
  const call = parseArrays(text, { languageId }).calls.at(-1);
  if (!call) return undefined;
  const arrays = Object.fromEntries(
    Object.entries(arraysOfCall(call)).map(([name, { shape, data }]) => [name, [shape.join(' '), data[1]]]),
  );
  return { callee: call.callee, operation: call.operation, options: call.options, arrays };
}

const PLANES = { A_prev: ['1 4 4 1', 2], W: ['2 2 1 1', 0] };
const X = '[1 2 3 4; 5 6 7 8; 9 10 11 12; 13 14 15 17]';

describe.each([
  ['matlab', `x = ${X}; k = [1 0; 2 -1];\n`, 'zeros(3, 3)', 'x(i:i+1, j:j+1)', '(i, j)', 'end'],
  ['octave', `x = ${X}; k = [1, 0; 2, -1];\n`, 'zeros (3, 3)', 'x(i:i+1, j:j+1)', '(i, j)', 'endfor'],
  ['julia', `x = ${X}\nk = [1 0; 2 -1]\n`, 'zeros(3, 3)', 'x[i:i+1, j:j+1]', '[i, j]', 'end'],
])('%s', (languageId, arrays, zeros, window, cell, end) => {
  const loops = (body: string): string =>
    `${arrays}y = ${zeros};\nfor i = 1:3\n  for j = 1:3\n    ${body}\n  ${end}\n${end}\n`;
  const total = (value: string): string => (languageId === 'julia' ? `sum(${value})` : `sum(sum(${value}))`);

  it('a convolution by windows', () => {
    const text = loops(`y${cell} = ${total(`${window} .* k`)};`);
    expect(lastOf(text, languageId)).toMatchObject({ callee: 'y', operation: 'conv_forward', arrays: PLANES });
  });

  it('a pooling', () => {
    const largest = languageId === 'julia' ? `maximum(${window})` : `max(max(${window}))`;
    expect(lastOf(loops(`y${cell} = ${largest};`), languageId)).toMatchObject({
      operation: 'pool_forward',
      options: { mode: 'max', kernel: 2, stride: 1 },
    });
  });

  it('another computation opens nothing', () => {
    expect(lastOf(loops(`y${cell} = ${total(`${window} .^ 3`)};`), languageId)).toBeUndefined();
    expect(lastOf(loops(`y${cell} = unknown_function(${window});`), languageId)).toBeUndefined();
  });
});

describe('functions with strides', () => {
  const conv = { operation: 'conv_forward', options: { stride: 2, padding: 0 }, arrays: PLANES };

  it.each([
    [
      'matlab',
      `function out = conv_own(x, k, s)\n  [h, w] = size(x);\n  out = zeros(floor((h - 2) / s) + 1, floor((w - 2) / s) + 1);\n  for r = 1:size(out, 1)\n    for c = 1:size(out, 2)\n      t = x((r-1)*s+1:(r-1)*s+2, (c-1)*s+1:(c-1)*s+2) .* k;\n      out(r, c) = sum(t(:));\n    end\n  end\nend\nx = ${X};\nk = [1 0; 2 -1];\ny = conv_own(x, k, 2)\n`,
    ],
    [
      'julia',
      `function conv_own(x::Matrix{Float64}, k; stride::Int=1)\n    out = zeros(div(size(x, 1) - 2, stride) + 1, (size(x, 2) - 2) ÷ stride + 1)\n    @inbounds for r in axes(out, 1), c in 1:size(out, 2)\n        for m in 1:2, n in 1:2\n            out[r, c] += x[(r-1)*stride+m, (c-1)*stride+n] * k[m, n]\n        end\n    end\n    return out\nend\nx = Float64${X}\nk = [1 0; 2 -1]\nprintln(conv_own(x, k, stride=2))\n`,
    ],
    [
      'r',
      'conv_own <- function(x, k, stride = 1) {\n  n <- (nrow(x) - nrow(k)) %/% stride + 1\n  out <- matrix(0, n, n)\n  for (i in seq_len(n)) for (j in 1:n) {\n    r <- (i - 1) * stride + 1\n    cc <- (j - 1) * stride + 1\n    out[i, j] <- sum(x[r:(r + 1), cc:(cc + ncol(k) - 1)] * k)\n  }\n  out\n}\nx <- matrix(c(1:15, 17), 4, byrow = TRUE)\nk <- matrix(c(1, 2, 0, -1), nrow = 2)\nprint(conv_own(x, k, stride = 2))\n',
    ],
  ])('%s', (languageId, text) => {
    expect(lastOf(text, languageId)).toMatchObject({ ...conv, callee: 'conv_own' });
  });
});

it('the place of a layer is that of its loop', () => {
  const text = `x = ${X}; k = [1 0; 2 -1];\ny = zeros(3);\nfor i = 1:3, for j = 1:3\n  y(i, j) = sum(sum(x(i:i+1, j:j+1) .* k));\nend, end\ndisp(y)\n`;
  const [call] = parseArrays(text, { languageId: 'matlab' }).calls;
  expect(text.slice(...call!.range)).toMatch(/^for i[^]*end$/);
});

it('a full convolution of Octave, whose sums begin at the border', () => {
  const text = `A = [2 0 1; 4 3 1; -1 0 2];\nB = [1 -1 2; -4 0 1];\n[m1, n1] = size(A); [m2, n2] = size(B);\nC = zeros(m1 + m2 - 1, n1 + n2 - 1);\nfor j = 1 : m1 + m2 - 1\n  for k = 1 : n1 + n2 - 1\n    S1 = (max([1 (j - m2 + 1)]) : min(j, m1));\n    S2 = (max([1 (k - n2 + 1)]) : min(k, n1));\n    for p = S1\n      for q = S2\n        C(j, k) += A(p, q) * B(j - p + 1, k - q + 1);\n      endfor\n    endfor\n  endfor\nendfor\n`;
  const [call] = parseArrays(text, { languageId: 'octave' }).calls;
  expect(call).toMatchObject({ operation: 'conv_forward', options: { padding: [1, 2], kernelFlipped: true } });
});

it("R's function that pads, with indices that are sums of a number and a vector, and bound rows", () => {
  const text =
    'x <- matrix(c(1, 5, 2, 0, 3, 7, 4, 1, 9), nrow = 3)\nk <- rbind(1, c(1, 0, 2), 1)\nconv2d <- function(m, k) {\n' +
    '  p <- (nrow(k) - 1) %/% 2\n  padded <- matrix(0, nrow(m) + 2 * p, ncol(m) + 2 * p)\n' +
    '  padded[p + seq_len(nrow(m)), p + 1:ncol(m)] <- m\n  out <- matrix(0, nrow(m), ncol(m))\n' +
    '  for (i in seq_len(nrow(m))) for (j in seq_len(ncol(m)))\n    out[i, j] <- sum(padded[i:(i + 2), j:(j + 2)] * k)\n  out\n}\nconv2d(x, k)\n';
  expect(lastOf(text, 'r')).toMatchObject({
    callee: 'conv2d',
    operation: 'conv_forward',
    options: { padding: 'same_upper' },
    arrays: { A_prev: ['1 3 3 1', 0], W: ['3 3 1 1', 1] },
  });
});

it("MATLAB's functions below the script that calls them", () => {
  const text = `x = ${X}; k = [1 0; 2 -1];\ny = conv_own(x, k);\nsave('y.mat', 'y');\n\nfunction out = conv_own(img, filt)\n  out = zeros(3);\n  for i = 1:3\n    for j = 1:3\n      out(i, j) = sum(sum(img(i:i+1, j:j+1) .* filt));\n    end\n  end\nend\n`;
  expect(lastOf(text, 'matlab')).toMatchObject({ callee: 'conv_own', operation: 'conv_forward' });
});

it("R's kernel that is turned by n:1", () => {
  const text =
    'x <- matrix(c(1, 5, 2, 0, 3, 7, 4, 1, 9), nrow = 3)\nk <- matrix(1:4, nrow = 2)\nconv <- function(x, k) {\n' +
    '  k <- k[nrow(k):1, ncol(k):1]\n  out <- matrix(0, 2, 2)\n' +
    '  for (i in 1:2) for (j in 1:2) out[i, j] <- sum(x[i:(i + 1), j:(j + 1)] * k)\n  out\n}\nconv(x, k)\n';
  const [call] = parseArrays(text, { languageId: 'r' }).calls;
  expect([...(call?.operation === 'conv_forward' ? call.arrays.W!.data : [])]).toEqual([4, 2, 3, 1]);
});

it('MATLAB rounds halves away from 0', () => {
  const text = `X = round([0.5 1.5 2.5; -0.5 -2.5 3.49; 4 0 -1.5]);
K = [1 2; 0 -1];
Z = zeros(2, 2);
for i = 1:2
  for j = 1:2
    Z(i, j) = sum(sum(X(i:i+1, j:j+1) .* K));
  end
end
`;
  const [call] = parseArrays(text, { languageId: 'matlab' }).calls;
  expect(call && Array.from(arraysOfCall(call)['A_prev']!.data)).toEqual([1, 2, 3, -1, -3, 3, 4, 0, -2]);
});
