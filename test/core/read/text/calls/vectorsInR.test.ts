/** R's `filter` and `convolve`, and functions of a text that have the name of a layer; values by the sums of R's documentation. */
import { describe, expect, it } from 'vitest';
import { layerResult } from '../../../../../core/read/text/calls/layerResult';
import { parseArrays } from '../../../../../core/read/parseArrays';

const VECTORS = 'x <- c(3, 1, 4, 1, 5)\nw <- c(1, 0, -2)\n';

function resultOf(text: string, languageId = 'r'): number[] | undefined {
  const call = parseArrays(text, { languageId }).calls.at(-1);
  return call && 'arrays' in call ? Array.from(layerResult(call as never, languageId)?.data ?? []) : undefined;
}

describe('vectors of R', () => {
  it.each([
    ['filter(x, w)', [-2, -1, -3]],
    ['stats::filter(x, filter = w, sides = 1)', [-2, -1, -3]],
    ['convolve(x, w, type = "filter")', [-5, -1, -6]],
    ['convolve(x, rev(w), type = "o")', [3, 1, -2, -1, -3, -2, -10]],
    ['convolve(matrix(1:4, 2), c(1, 1), type = "f")', [3, 5, 7]],
  ])('%s', (call, expected) => {
    expect(resultOf(`${VECTORS}y <- ${call}`)).toEqual(expected);
  });

  it.each([
    'filter(x, w, "recursive")',
    'filter(x, w, circular = TRUE)',
    'convolve(x, w)',
    'filter(matrix(1:4, 2), w)',
  ])('%s is refused', (call) => {
    const { calls, errors } = parseArrays(`${VECTORS}y <- ${call}`, { languageId: 'r' });
    expect([calls.length, errors.length > 0]).toEqual([0, true]);
  });

  it('the filter of data frames is not a layer', () => {
    const text = 'library(dplyr)\nbig <- filter(cars, speed > 10)\nfew <- cars %>% filter(dist %in% c(2, 4))\n';
    expect(
      parseArrays(text, { languageId: 'r' })
        .errors.map(({ message }) => message)
        .join(),
    ).not.toContain('filter');
  });
});

describe('a function of the text computes what it is written to compute', () => {
  it.each([
    [
      'r',
      'conv2 <- function(x, k) {\n  y <- matrix(0, 2, 2)\n  for (i in 1:2) for (j in 1:2) y[i, j] <- sum(x[i:(i + 1), j:(j + 1)] * k)\n  y\n}\nx <- matrix(1:9, 3, byrow = TRUE)\nk <- matrix(c(1, 2, 0, -1), 2)\nz <- conv2(x, k)\n',
    ],
    [
      'matlab',
      'x = [1 2 3; 4 5 6; 7 8 9];\nk = [1 0; 2 -1];\nz = conv2(x, k);\nfunction y = conv2(x, k)\n  y = zeros(2);\n  for i = 1:2\n    for j = 1:2\n      y(i, j) = sum(sum(x(i:i+1, j:j+1) .* k));\n    end\n  end\nend\n',
    ],
  ])('%s: conv2 that does not turn its kernel', (languageId, text) => {
    const call = parseArrays(text, { languageId }).calls.at(-1);
    expect(call).toMatchObject({ callee: 'conv2', operation: 'conv_forward', options: { stride: 1, padding: 0 } });
    expect(call?.operation === 'conv_forward' && Array.from(call.arrays.W!.data)).toEqual([1, 0, 2, -1]);
  });
});
