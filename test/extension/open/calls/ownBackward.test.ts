/** Backward methods of own classes: the pass at the cursor, also where its numbers are not the layer's. */
import { expect, it } from 'vitest';
import { layer, python, refusal } from '../requests';

const CLASS = (update: string): string => `import numpy as np

class Pooling:
    def __init__(self, size, stride):
        self.size, self.stride = size, stride

    def forward(self, img):
        self.img = img
        rows = (img.shape[0] - self.size) // self.stride + 1
        cols = (img.shape[1] - self.size) // self.stride + 1
        out = np.zeros((rows, cols))
        for r in range(rows):
            for c in range(cols):
                a, b = r * self.stride, c * self.stride
                out[r, c] = img[a:a + self.size, b:b + self.size].max()
        return out

    def backward(self, upstream):
        grad = np.zeros_like(self.img)
        for r in range(upstream.shape[0]):
            for c in range(upstream.shape[1]):
                a, b = r * self.stride, c * self.stride
                part = self.img[a:a + self.size, b:b + self.size]
                k, l = np.unravel_index(part.argmax(), part.shape)
                ${update}
        return grad

layer = Pooling(2, 1)
img = np.array([[2., 1., 3., 0.], [4., 8., 5., 1.], [0., 6., 7., 2.]])
out = layer.forward(img)
up = np.array([[1., 2., 3.], [4., 5., 6.]])
print(layer.backward(up))
`;
const at = (text: string, place: string): number => text.indexOf(place);

it.each([
  ['grad[a + k, b + l] += upstream[r, c]', []],
  ['grad[a + k, b + l] = upstream[r, c]', ['backward of the text returns other values than this layer']],
])('opens with its own gradient, and tells where its result is another: %s', (update, notes) => {
  const text = CLASS(update);
  const opened = layer(python(text, { cursor: at(text, 'print(layer.back') }));
  expect(opened).toMatchObject({
    operation: 'pool_backward',
    options: { mode: 'max', kernel: 2, stride: 1 },
    roles: { x: { values: [2, 1, 3, 0, 4, 8, 5, 1, 0, 6, 7, 2] }, dA: { values: [1, 2, 3, 4, 5, 6] } },
  });
  expect(opened.assumptions).toEqual(['backward computes the gradient of a pooling', ...notes]);
});

it('the forward pass of the same object stays the one of its own line', () => {
  const text = CLASS('grad[a + k, b + l] = upstream[r, c]');
  expect(layer(python(text, { cursor: at(text, 'out = layer.f') })).operation).toBe('pool_forward');
});

it('a method for gradients that computes no gradient of the layer is refused, not opened as the forward pass', () => {
  const text = CLASS('pass').replace('return grad\n', 'return grad.sum()\n');
  expect(refusal(python(text, { cursor: at(text, 'print(layer.back') }))[0]).toBe(
    'backward of the text computes no layer that can be shown',
  );
});

it('a gradient that the method changes in its place is the one that was passed, and a mask is enough', () => {
  const text = `import numpy as np
class Gate:
    def forward(self, x):
        self.mask = x <= 0
        out = x.copy()
        out[self.mask] = 0
        return out
    def backward(self, dout):
        dout[self.mask] = 0
        return dout
gate = Gate()
x = np.array([[1., -0.5, 0.], [-2., 3., 0.25]])
up = np.array([[0.3, 0.7, -0.9], [1.5, -2.5, 4.]])
out = gate.forward(x)
dx = gate.backward(up)
`;
  const opened = layer(python(text, { cursor: at(text, 'dx = ') }));
  expect(opened).toMatchObject({
    operation: 'relu_backward',
    roles: { x: { values: [1, -0.5, 0, -2, 3, 0.25] }, dA: { values: [0.3, 0.7, -0.9, 1.5, -2.5, 4] } },
  });
  expect(opened.assumptions.join()).not.toContain('other values');
});
