/** Mistakes in what a class keeps for its backward method, in rows and columns that are two numbers, and in lists of widths. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

/** The repairs that are found, each as its line and whether it is verified. */
const linesOf = (source: string): (number | undefined)[] =>
  checkCode(source).flatMap(({ mistakes }) => mistakes.filter(({ verified }) => verified).map(({ line }) => line));

const wrongAt = (right: string, [old, text]: readonly [string, string]): { source: string; line: number } => {
  expect(right.split(old)).toHaveLength(2);
  return { source: right.replace(old, () => text), line: right.slice(0, right.indexOf(old)).split('\n').length };
};

const KEPT = `import numpy as np

class Layer:
    def __init__(self, w, stride=1, pad=0):
        self.w, self.stride, self.pad = w, stride, pad
        self.kept = {}

    def forward(self, x):
        s, p = self.stride, self.pad
        k = self.w.shape[2]
        framed = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        rows, cols = (framed.shape[2] - k) // s + 1, (framed.shape[3] - k) // s + 1
        y = np.zeros((len(x), len(self.w), rows, cols))
        for i in range(rows):
            for j in range(cols):
                y[:, :, i, j] = np.einsum('ncab,fcab->nf', framed[:, :, i * s:i * s + k, j * s:j * s + k], self.w)
        self.kept['x'] = x
        self.kept['framed'] = framed
        self.kept['grid'] = rows, cols
        return y

    def backward(self, dy):
        s, p = self.stride, self.pad
        k = self.w.shape[2]
        rows, cols = self.kept['grid']
        dw, dframed = np.zeros_like(self.w), np.zeros_like(self.kept['framed'])
        for i in range(rows):
            for j in range(cols):
                part = self.kept['framed'][:, :, i * s:i * s + k, j * s:j * s + k]
                dw += np.einsum('nf,ncab->fcab', dy[:, :, i, j], part)
                dframed[:, :, i * s:i * s + k, j * s:j * s + k] += np.einsum('nf,fcab->ncab', dy[:, :, i, j], self.w)
        height, width = self.kept['x'].shape[2:]
        return dframed[:, :, p:p + height, p:p + width], dw

layer = Layer(np.random.randn(3, 2, 3, 3), 2, 1)
y = layer.forward(np.random.randn(2, 2, 6, 7))
layer.backward(np.random.randn(*y.shape))
`;

it.each([
  ['another array under a key', ["['x'] = x\n", "['x'] = framed\n"]],
  ['another key', ["np.zeros_like(self.kept['framed'])", "np.zeros_like(self.kept['x'])"]],
  ['two sizes in the wrong order', ["['grid'] = rows, cols", "['grid'] = cols, rows"]],
] as const)('%s', (_, edit) => {
  const { source, line } = wrongAt(KEPT, edit);
  expect(linesOf(source)).toEqual([line]);
});

const PAIRED = `import numpy as np

def input_gradient(dout, w, in_rows, in_cols, stride_r, stride_c, pad_r, pad_c):
    n, f, oh, ow = dout.shape
    _, c, kh, kw = w.shape
    framed = np.zeros((n, c, in_rows + 2 * pad_r, in_cols + 2 * pad_c))
    for i in range(oh):
        for j in range(ow):
            a, b = i * stride_r, j * stride_c
            framed[:, :, a:a + kh, b:b + kw] += np.einsum('nf,fcab->ncab', dout[:, :, i, j], w)
    return framed[:, :, pad_r:pad_r + in_rows, pad_c:pad_c + in_cols]

def conv_backward(dout, x, w, stride_r, stride_c, pad_r, pad_c):
    n, c, h, wd = x.shape
    f, _, kh, kw = w.shape
    framed = np.pad(x, ((0, 0), (0, 0), (pad_r, pad_r), (pad_c, pad_c)))
    dw = np.zeros_like(w)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            a, b = i * stride_r, j * stride_c
            dw += np.einsum('nf,ncab->fcab', dout[:, :, i, j], framed[:, :, a:a + kh, b:b + kw])
    return input_gradient(dout, w, h, wd, stride_r, stride_c, pad_r, pad_c), dw, dout.sum(axis=(0, 2, 3))

conv_backward(np.random.randn(2, 4, 3, 5), np.random.randn(2, 3, 6, 5), np.random.randn(4, 3, 3, 3), 2, 1, 1, 1)
`;

it('strides and paddings of rows and columns as r and c', () => {
  expect(checkCode(PAIRED)).toMatchObject([{ agrees: true, unseen: [] }]);
});

it.each([
  ['cut out by the rows', ['pad_c:pad_c + in_cols]', 'pad_r:pad_r + in_cols]']],
  ['rows and columns of a call', ['w, h, wd, stride_r', 'w, wd, h, stride_r']],
] as const)('%s', (_, edit) => {
  const { source, line } = wrongAt(PAIRED, edit);
  expect(linesOf(source)).toEqual([line]);
});

it('widths that have a name are repaired where they are written', () => {
  const source = `import numpy as np

def zero_pad(X, pad):
    """X -- images of shape (m, n_H, n_W, n_C)"""
    frame = ((0, 0), (0, 0), (pad, pad), (pad, pad))
    return np.pad(X, frame)
`;
  expect(linesOf(source)).toEqual([5]);
});

it('halves of an odd number of cells in the wrong order', () => {
  const source = `import numpy as np

def sides(n, k, s):
    """as in TensorFlow, the odd cell of SAME is below and on the right"""
    steps = -(-n // s)
    cells = max((steps - 1) * s + k - n, 0)
    return steps, cells - cells // 2, cells // 2

def same_conv(x, w, s):
    """x (N, H, W, C), w (kh, kw, C, F)"""
    kh, kw, _, f = w.shape
    rows, top, bottom = sides(x.shape[1], kh, s)
    cols, left, right = sides(x.shape[2], kw, s)
    framed = np.pad(x, ((0, 0), (top, bottom), (left, right), (0, 0)))
    y = np.zeros((len(x), rows, cols, f))
    for i in range(rows):
        for j in range(cols):
            y[:, i, j] = np.tensordot(framed[:, i * s:i * s + kh, j * s:j * s + kw], w, 3)
    return y

same_conv(np.random.randn(2, 6, 7, 3), np.random.randn(3, 2, 3, 4), 2)
`;
  expect(linesOf(source)).toEqual([7]);
});

it('means of integers that are integers by chance', () => {
  const source = `import numpy as np

def pool(plane, size, mode='avg'):
    rows, cols = size
    out = np.zeros((plane.shape[0] - rows + 1, plane.shape[1] - cols + 1), dtype=plane.dtype)
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            window = plane[i:i + rows, j:j + cols]
            out[i, j] = window.max() if mode == 'max' else window.mean()
    return out

pool(np.arange(9).reshape(3, 3), (2, 2))
`;
  expect(linesOf(source)).toEqual([5]);
});

it('the gradient of a mean in Spanish', () => {
  const source = `import numpy as np

def promedio_adelante(mapa, ventana, paso):
    alto, ancho = [(lado - ventana) // paso + 1 for lado in mapa.shape[2:]]
    salida = np.zeros(mapa.shape[:2] + (alto, ancho))
    for i in range(alto):
        for j in range(ancho):
            parte = mapa[:, :, i * paso:i * paso + ventana, j * paso:j * paso + ventana]
            salida[:, :, i, j] = parte.mean(axis=(2, 3))
    return salida, (mapa.shape, ventana, paso)

def promedio_atras(d_salida, memoria):
    forma, ventana, paso = memoria
    d_entrada = np.zeros(forma)
    for i in range(d_salida.shape[2]):
        for j in range(d_salida.shape[3]):
            parte = d_salida[:, :, i:i + 1, j:j + 1] / (paso * paso)
            d_entrada[:, :, i * paso:i * paso + ventana, j * paso:j * paso + ventana] += parte
    return d_entrada

salida, memoria = promedio_adelante(np.arange(50.0).reshape(1, 2, 5, 5), 3, 2)
promedio_atras(np.ones_like(salida), memoria)
`;
  expect(linesOf(source)).toEqual([17]);
});

it.each([
  ['C, H, W, N', '(filters, rows, cols, n)', 'cijn,cijf->fn', 'y[:, i, j]', 'framed[:, i:i + k, j:j + k]', 1],
  ['H, W, C, N', '(rows, cols, filters, n)', 'ijcn,ijcf->fn', 'y[i, j]', 'framed[i:i + k, j:j + k]', 0],
] as const)('examples last: %s', (axes, shape, subscripts, cell, window, at) => {
  const names = axes.replace('C', 'channels').replace('N', 'n').replace('H', 'high').replace('W', 'wide');
  const source = `import numpy as np

def conv_last(framed, w):
    """framed: (${axes})"""
    ${names} = framed.shape
    k, filters = w.shape[${at}], w.shape[3]
    rows, cols = high - k + 1, wide - k + 1
    y = np.zeros(${shape})
    for i in range(rows):
        for j in range(cols):
            ${cell} = np.einsum('${subscripts}', ${window}, w)
    return y

conv_last(np.random.randn(${at === 1 ? '3, 6, 5, 2' : '6, 5, 3, 2'}), np.random.randn(${at === 1 ? '3, 3, 3, 4' : '3, 3, 3, 4'}))
`;
  expect(checkCode(source)).toMatchObject([{ agrees: true, unseen: [] }]);
});

const LAST = `import numpy as np

class Layer:
    """x (C, H, W, N), w (C, k, k, F)"""
    def __init__(self, w, pad=0):
        self.w, self.pad = w, pad

    def forward(self, x):
        p, k = self.pad, self.w.shape[1]
        self.framed = np.pad(x, ((0, 0), (p, p), (p, p), (0, 0)))
        rows, cols = self.framed.shape[1] - k + 1, self.framed.shape[2] - k + 1
        y = np.zeros((self.w.shape[3], rows, cols, x.shape[3]))
        for i in range(rows):
            for j in range(cols):
                y[:, i, j] = np.einsum('cabn,cabf->fn', self.framed[:, i:i + k, j:j + k], self.w)
        return y

    def backward(self, dy):
        p, k = self.pad, self.w.shape[1]
        self.dw, dx = np.zeros_like(self.w), np.zeros_like(self.framed)
        for i in range(dy.shape[1]):
            for j in range(dy.shape[2]):
                self.dw += np.einsum('cabn,fn->cabf', self.framed[:, i:i + k, j:j + k], dy[:, i, j])
                dx[:, i:i + k, j:j + k] += np.einsum('fn,cabf->cabn', dy[:, i, j], self.w)
        return dx[:, p:dx.shape[1] - p, p:dx.shape[2] - p]

layer = Layer(np.random.randn(2, 3, 3, 4), 1)
y = layer.forward(np.random.randn(2, 5, 6, 3))
layer.backward(y)
`;

it.each([['a gradient that is not added up', ['self.dw += np', 'self.dw = np']]] as const)(
  'examples last: %s',
  (_, edit) => {
    const { source, line } = wrongAt(LAST, edit);
    expect(linesOf(source)).toEqual([line]);
  },
);

it('a step along the gradient', () => {
  const source = `import numpy as np

class Conv:
    def __init__(self, num_filters):
        self.filters = np.random.randn(num_filters, 3, 3)

    def forward(self, plane):
        self.plane = plane
        out = np.zeros((plane.shape[0] - 2, plane.shape[1] - 2, len(self.filters)))
        for i, j in np.ndindex(*out.shape[:2]):
            out[i, j] = np.sum(plane[i:i + 3, j:j + 3] * self.filters, axis=(1, 2))
        return out

    def backward(self, d_out, learn_rate):
        d_filters = np.zeros(self.filters.shape)
        for i, j, f in np.ndindex(*d_out.shape):
            d_filters[f] += d_out[i, j, f] * self.plane[i:i + 3, j:j + 3]
        self.filters += learn_rate * d_filters

conv = Conv(2)
conv.backward(conv.forward(np.random.randn(5, 6)), 0.1)
`;
  expect(linesOf(source)).toEqual([18]);
});

it('lists that a function makes, repeated', () => {
  const source = `def zeros(*extents):
    first, *rest = extents
    if not rest:
        return [0.0] * first
    return [zeros(*rest)] * first

def correlate(image, kernel):
    rows, cols = len(image) - len(kernel) + 1, len(image[0]) - len(kernel[0]) + 1
    out = zeros(rows, cols)
    for i in range(rows):
        for j in range(cols):
            for a, line in enumerate(kernel):
                for b, weight in enumerate(line):
                    out[i][j] += weight * image[i + a][j + b]
    return out

correlate([[1.0, 2.0, 3.0], [4.0, 5.0, 7.0], [1.0, 0.0, 2.0]], [[1.0, -1.0], [2.0, 0.5]])
`;
  expect(linesOf(source)).toEqual([5]);
});
