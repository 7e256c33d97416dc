/** Exceptions whose class is in another file: which handler takes them is not known. */
import { expect, it } from 'vitest';
import { checkCode, runCode } from '../../../../core/check';

const message = 'an exception is raised whose class is not in this text';

it.each([
  ['an exception that is made', 'raise Bad("no")'],
  ['a class', 'raise Bad'],
])('%s is refused by name, not a TypeError', (_, statement) => {
  const { error, output } = runCode(
    `from .errors import Bad\ntry:\n    ${statement}\nexcept TypeError:\n    print("type")\nexcept Bad:\n    print("bad")\n`,
  );
  expect({ error, output }).toMatchObject({ error: { type: 'NotSupported', message, line: 3 }, output: '' });
});

it('a constructor that refuses a size is called with another', () => {
  const source = `import numpy as np
from ..errors import ShapeError

class Conv2D:
    def __init__(self, w, b, stride=1):
        if w.shape[0] % 2 == 0:
            raise ShapeError(f"the size of the kernel is even: {w.shape}")
        self.w, self.b, self.stride = w, b, stride

    def forward(self, x):
        f, s = self.w.shape[0], self.stride
        n, h, w, c = x.shape
        z = np.zeros((n, (h - f) // s + 1, (w - f) // s + 1, self.w.shape[3]))
        for i in range(z.shape[1]):
            for j in range(z.shape[2]):
                z[:, i, j] = np.tensordot(x[:, i*s:i*s+f, j*s:j*s+f], self.w, 3) + self.b.reshape(-1)
        return z
`;
  expect(checkCode(source).map(({ name, agrees }) => [name, agrees])).toEqual([['Conv2D.forward', true]]);
});
