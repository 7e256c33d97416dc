/** The padding 'same' with a stride above 1: ⌈n / stride⌉ rows and columns, by TensorFlow's rule or another one. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const LAYER = (sides: string, size = 'int(np.ceil(w / strides))'): string => `import numpy as np

def conv_layer(x, filters, bias, strides=1, padding="SAME"):
    n, h, w, c = x.shape
    fh, fw, _, f = filters.shape
    if padding == "SAME":
        oh, ow = int(np.ceil(h / strides)), ${size}
        ph = max((oh - 1) * strides + fh - h, 0)
        pw = max((ow - 1) * strides + fw - w, 0)
        x = np.pad(x, ((0, 0), ${sides}, (0, 0)))
    else:
        oh, ow = (h - fh) // strides + 1, (w - fw) // strides + 1
    out = np.zeros((n, oh, ow, f))
    for i in range(oh):
        for j in range(ow):
            block = x[:, i * strides:i * strides + fh, j * strides:j * strides + fw, :]
            out[:, i, j, :] = np.einsum('nijc,ijcf->nf', block, filters) + bias
    return out

conv_layer(np.random.randn(2, 7, 6, 3), np.random.randn(3, 3, 3, 4), np.random.randn(4), 2, "SAME")
`;

it.each([
  ['TensorFlow', '(ph // 2, ph - ph // 2), (pw // 2, pw - pw // 2)'],
  ['the larger half first', '(ph - ph // 2, ph // 2), (pw - pw // 2, pw // 2)'],
  ['the window alone', '((fh - 1) // 2, fh // 2), ((fw - 1) // 2, fw // 2)'],
])('the rule of %s agrees', (_, sides) => {
  expect(checkCode(LAYER(sides))).toMatchObject([{ agrees: true, unseen: [] }]);
});

it('halves of an odd number of cells', () => {
  const [check] = checkCode(LAYER('(ph // 2, ph // 2), (pw // 2, pw // 2)'));
  expect(check!.mistakes).toMatchObject([{ id: 'odd-padding', line: 10, verified: true }]);
});

it('a size of the input in place of the output', () => {
  const right = LAYER('(ph // 2, ph - ph // 2), (pw // 2, pw - pw // 2)');
  const [check] = checkCode(right.replace('+ fw - w, 0)', '+ fw - h, 0)'));
  expect(check!.mistakes).toMatchObject([{ line: 9, verified: true }]);
});
