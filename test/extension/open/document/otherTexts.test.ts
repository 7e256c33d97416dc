/** Texts of which only a part is code, and languages whose calls are not read. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer, refusal } from '../requests';

const FENCE = '```';

describe('documents', () => {
  it('a tensor alone in a fence below code is output, not an input', () => {
    const text = `${FENCE}python
import torch, torch.nn as nn
class M(nn.Module):
    def forward(self, x):
        return torch.nn.functional.avg_pool2d(x, 2, stride=2)
x = torch.arange(16.).reshape(1, 1, 4, 4)
print(M()(x))
${FENCE}

## Expected

${FENCE}
tensor([[[[ 2.5000,  4.5000],
          [10.5000, 12.5000]]]])
${FENCE}
`;
    expect(openText({ text, languageId: 'markdown' })).toMatchObject({
      operation: 'pool_forward',
      options: { mode: 'average', kernel: 2 },
    });
  });

  it('prompts with four points', () => {
    const text =
      ">>> import numpy as np\n>>> from scipy import ndimage\n>>> a = np.array([[1, 2, 0],\n....    [5, 3, 0],\n....    [0, 0, 7]])\n>>> k = np.array([[1, 1, 0], [0, 1, 0], [0, 0, 1]])\n>>> ndimage.convolve(a, k, mode='constant', cval=0.0)\n";
    expect(openText({ text, languageId: 'restructuredtext' })).toMatchObject({ operation: 'conv_forward' });
  });

  it('a function of R in an earlier chunk runs in a later one', () => {
    const text = `${FENCE}{r}
conv_own <- function(x, k) {
  out <- matrix(nrow = nrow(x) - nrow(k) + 1, ncol = ncol(x) - ncol(k) + 1)
  for (i in 1:nrow(out)) for (j in 1:ncol(out))
    out[i, j] <- sum(x[i:(i + nrow(k) - 1), j:(j + ncol(k) - 1)] * k)
  return(out)
}
${FENCE}

${FENCE}{r}
x <- matrix(c(2, 0, 1, 3, 1, 1, 0, 2, 4), nrow = 3)
conv_own(x, matrix(c(1, 2, 0, -1), nrow = 2))
${FENCE}
`;
    expect(openText({ text, languageId: 'rmd' })).toMatchObject({
      operation: 'conv_forward',
      roles: { x: { shape: [1, 3, 3, 1] }, w: { shape: [2, 2, 1, 1] } },
    });
  });

  it('code in a sentence of LaTeX is not a call', () => {
    const text =
      'What does \\texttt{conv2(I,K)} compute?\n\\[ I = \\begin{bmatrix} 1 & 2 & 3 \\\\ 4 & 5 & 6 \\\\ 7 & 8 & 9 \\end{bmatrix}, K = \\begin{bmatrix} 1 & 0 \\\\ 2 & -1 \\end{bmatrix} \\]\n';
    expect(openText({ text, languageId: 'latex' })).toMatchObject({ operation: 'conv_forward' });
  });
});

it("Scilab's conv2, below a display with the name of an array", () => {
  const text = "// full\nx =[4,5,6;7,8,9];\nh = [1;2;-1];\ndisp(x,'x=')\ny = conv2(x,h);\n";
  expect(openText({ text, languageId: 'scilab' })).toMatchObject({
    operation: 'conv_forward',
    options: { padding: { top: 2, bottom: 2, left: 0, right: 0 } },
  });
});

it('a layer of a language whose calls are not read is refused, also with an array', () => {
  const text =
    'input = Tensor[[1, 2, 3], [4, 5, 6], [7, 8, 9]]\nconv2d = NN::Conv2d.new(1, 1, 2)\nout = conv2d.call(input)\n';
  expect(openText({ text, languageId: 'ruby' })).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('conv2d.call is not supported in Ruby code') as string,
  });
});

it('what is stated of a document above its text hides no table', () => {
  const text =
    '---\ntitle: "Lecture 9: convolution"\nauthor: Institute\n---\n\nThe input:\n\n| 3 | 3 | 2 |\n|---|---|---|\n| 0 | 0 | 1 |\n| 3 | 1 | 2 |\n\n' +
    'and the kernel\n\n| 0 | 1 |\n|---|---|\n| 2 | 2 |\n\nWe move the kernel with a stride of 1 and no padding.\n';
  expect(layer({ text, languageId: 'markdown' })).toMatchObject({
    operation: 'conv_forward',
    roles: { x: { values: [3, 3, 2, 0, 0, 1, 3, 1, 2] }, w: { values: [0, 1, 2, 2] } },
  });
});

it('a fence of commands holds no code: the reason is that the text has no array', () => {
  const text =
    '# smallconv\n\nConvolutions for small machines.\n\n```cmake\ninclude(FetchContent)\nFetchContent_Declare(smallconv GIT_TAG v1)\n```\n\n```bash\npip install smallconv\n```\n\nMIT.\n';
  expect(refusal({ text, languageId: 'markdown' })[0]).toBe('no array was found in this text');
});
