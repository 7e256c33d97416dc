import { describe, expect, it } from 'vitest';
import { isComputedWith } from '../../../extension/session/open/inputs';
import { openText } from '../../../extension/session/openText';

describe('a text that computes something else with its arrays', () => {
  it.each([
    'scores = X.dot(W)',
    'scores = X @ W',
    'mean = np.mean(X, axis=0)',
    'y[0] = 2 * X',
    'total = X.sum()',
    'loss = np.sum(X - Y)',
  ])('%s', (line) => {
    expect(isComputedWith('X', line)).toBe(true);
  });

  it.each([
    'X = X / 255.0',
    'W = np.random.randn(3, 3, X.shape[-1], 8)',
    'b = np.zeros(X.shape[0])',
    'x = torch.from_numpy(X)',
    'Y = X.reshape(1, 4, 4, 1)',
    'print(X.mean())',
    'XX = np.sum(A)',
    '# scores = X.dot(W)',
  ])('not: %s', (line) => {
    expect(isComputedWith('X', line)).toBe(false);
  });

  it('opens its arrays, and a layer where the command asks for one', () => {
    const text = 'np.random.seed(1)\nX = np.random.randn(3, 10)\nW = np.random.randn(10, 5)\nscores = X.dot(W)';
    expect(openText({ text, languageId: 'python' }).kind).toBe('array');
    const image = 'x = np.arange(16.0).reshape(4, 4)\ny = x * 2';
    expect(openText({ text: image, languageId: 'python', operation: 'pooling' })).toMatchObject({ kind: 'layer' });
  });
});

it('a layer that is called where it is made is refused with the cause of its input', () => {
  const text = 'x = tf.random.gamma((1, 4, 4, 1), 2)\ny = tf.keras.layers.Conv2D(2, 3)(x)';
  expect(openText({ text, languageId: 'python' })).toMatchObject({
    kind: 'refused',
    message: "tf.random.gamma draws from TensorFlow's own generator, which is not supported",
    range: [4, 36],
  });
});
