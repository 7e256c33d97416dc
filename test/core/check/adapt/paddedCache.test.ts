/** A cache that keeps the padded input, under a name that does not tell it, is made by the forward function of the text. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const source = (turn: string): string => `import numpy as np

def forward(a, k, stride, pad):
    ap = np.pad(a, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    n, _, h, w = ap.shape
    f, _, kh, kw = k.shape
    z = np.zeros((n, f, (h - kh) // stride + 1, (w - kw) // stride + 1))
    for i in range(z.shape[2]):
        for j in range(z.shape[3]):
            part = ap[:, :, i*stride:i*stride+kh, j*stride:j*stride+kw]
            z[:, :, i, j] = np.einsum('nchw,fchw->nf', part, k)
    return z, (ap, k, stride, pad)

def conv_forward(x, w, b, stride, pad):
    z, cache = forward(x, w, stride, pad)
    return z + b[:, None, None], cache

def conv_backward(dout, cache):
    xp, w, stride, pad = cache
    kh, kw = w.shape[2:]
    dw, dxp, turned = np.zeros_like(w), np.zeros_like(xp), w${turn}
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            g = dout[:, :, i, j]
            v, u = i * stride, j * stride
            dw += np.einsum('nf,nchw->fchw', g, xp[:, :, v:v+kh, u:u+kw])
            dxp[:, :, v:v+kh, u:u+kw] += np.einsum('nf,fchw->nchw', g, turned[:, :, ::-1, ::-1])
    rows, cols = xp.shape[2] - 2 * pad, xp.shape[3] - 2 * pad
    return dxp[:, :, pad:pad+rows, pad:pad+cols], dw, dout.sum(axis=(0, 2, 3))

x = np.random.randn(2, 3, 6, 7)
w = np.random.randn(4, 3, 3, 2)
out, cache = conv_forward(x, w, np.random.randn(4), 2, 1)
dx, dw, db = conv_backward(np.random.randn(*out.shape), cache)
`;

it('a right backward function agrees', () => {
  const checks = checkCode(source('[:, :, ::-1, ::-1]'));
  expect(checks.map(({ name, agrees, error }) => [name, agrees, error])).toContainEqual([
    'conv_backward',
    true,
    undefined,
  ]);
});

it('a wrong one differs, and is repaired itself, not in the forward function', () => {
  const check = checkCode(source('.copy()')).find(({ name }) => name === 'conv_backward')!;
  expect(check).toMatchObject({ agrees: false, mistakes: [{ verified: true }] });
  expect(check.mistakes[0]!.line).toBeGreaterThan(20);
});

it('a named tuple with the padded input is made by the forward function', () => {
  const checks = checkCode(`import numpy as np
from typing import NamedTuple

class Kept(NamedTuple):
    padded_x: np.ndarray
    w: np.ndarray

def conv_forward(x, w, stride: int, pad: int):
    xp = np.pad(x, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    k = w.shape[0]
    z = np.empty((len(x), (xp.shape[1] - k) // stride + 1, (xp.shape[2] - k) // stride + 1, w.shape[3]))
    for i, j in np.ndindex(*z.shape[1:3]):
        z[:, i, j] = np.tensordot(xp[:, i * stride:i * stride + k, j * stride:j * stride + k], w, axes=3)
    return z, Kept(xp, w)

def conv_backward(dz, kept: Kept, stride: int, pad: int):
    xp, w = kept
    k = w.shape[0]
    dxp, dw = np.zeros_like(xp), np.zeros_like(w)
    for i, j in np.ndindex(*dz.shape[1:3]):
        at = np.s_[:, i * stride:i * stride + k, j * stride:j * stride + k]
        dw += np.einsum('nabc,nf->abcf', xp[at], dz[:, i, j])
        dxp[at] += np.einsum('nf,abcf->nabc', dz[:, i, j], w)
    return dxp[:, pad:xp.shape[1] - pad, pad:xp.shape[2] - pad], dw

z, kept = conv_forward(np.random.randn(2, 5, 6, 3), np.random.randn(2, 2, 3, 4), 1, 1)
dx, dw = conv_backward(np.random.randn(*z.shape), kept, 1, 1)
`);
  expect(checks.map(({ name, agrees, unseen }) => [name, agrees, unseen])).toEqual([
    ['conv_forward', true, []],
    ['conv_backward', true, []],
  ]);
});
