/** Values that programs of MATLAB, Julia and R choose by conditions: R's `if` as a value, elements where a comparison is true. */
import { expect, it } from 'vitest';
import { parseArrays } from '../../../../../core/read/parseArrays';

const operations = (text: string, languageId: string): string[] =>
  parseArrays(text, { languageId }).calls.map(({ operation }) => operation);

it.each([
  ['r', 'z <- matrix(c(1, -2, 3, -4, 5, -6), 2)\nrelu <- function(x) {\n  x[x < 0] <- 0\n  x\n}\na <- relu(z)\n'],
  ['r', 'z <- matrix(c(1, -2, 3, -4), 2)\na <- ifelse(z > 0, z, 0)\n'],
  ['matlab', 'z = [1 -2 3; -4 5 -6];\na = z;\na(a < 0) = 0;\n'],
  ['matlab', 'z = [1 -2 3; -4 5 -6];\na = max(0, z);\n'],
  ['julia', 'z = [1 -2 3; -4 5 -6]\na = copy(z)\na[a .< 0] .= 0\n'],
])('%s: ReLU of %s', (languageId, text) => {
  expect(operations(text, languageId)).toEqual(['relu_forward']);
});

it('other values at a comparison are not ReLU', () => {
  expect(operations('z <- matrix(c(1, -2, 3, -4), 2)\nz[z < 0] <- 7\n', 'r')).toEqual([]);
  expect(operations('z = [1 -2 3; -4 5 -6];\na = z;\na(a > 0) = 0;\n', 'matlab')).toEqual([]);
});

it("R's if as a value pads the input of a convolution", () => {
  const text =
    'conv <- function(x, k, pad = 0) {\n  p <- if (pad > 0) {\n    rbind(0, cbind(0, x, 0), 0)\n  } else x\n  y <- matrix(0, nrow(p) - 1, ncol(p) - 1)\n  for (i in 1:nrow(y)) for (j in 1:ncol(y)) y[i, j] <- sum(p[i:(i + 1), j:(j + 1)] * k)\n  y\n}\nx <- matrix(1:9, 3)\nk <- matrix(c(1, 2, 0, -1), 2)\nz <- conv(x, k, pad = 1)\n';
  expect(parseArrays(text, { languageId: 'r' }).calls.at(-1)).toMatchObject({
    operation: 'conv_forward',
    options: { padding: 1 },
  });
});

it('a default of R that names another parameter is evaluated in the call', () => {
  const text =
    'pool <- function(x, size = 2, stride = size) {\n  out <- matrix(NA_real_, (nrow(x) - size) %/% stride + 1, (ncol(x) - size) %/% stride + 1)\n  for (i in seq_len(nrow(out))) for (j in seq_len(ncol(out))) {\n    r <- (i - 1) * stride + 1\n    c <- (j - 1) * stride + 1\n    out[i, j] <- max(x[r:(r + size - 1), c:(c + size - 1)])\n  }\n  out\n}\npool(matrix(c(3, 1, 2, 0, 5, 4, 6, 1, 0, 2, 8, 7, 1, 9, 3, 2), 4))\n';
  const [call] = parseArrays(text, { languageId: 'r' }).calls;
  expect(call).toMatchObject({ operation: 'pool_forward', options: { mode: 'max', kernel: 2, stride: 2 } });
});
