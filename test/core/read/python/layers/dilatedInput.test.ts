/** `lhs_dilation` of JAX: zeros between the cells of the input, which is a transposed convolution. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../../core/check';
import { parseArrays } from '../../../../../core/read/parseArrays';

const program = (dilation: string, padding: string, filterDilation: string): string => `import numpy as np
import jax
np.random.seed(1)
x = np.random.randn(2, 3, 4, 5)
k = np.random.randn(6, 3, 3, 2)
rows, cols = ${dilation}
wide = np.zeros((2, 3, 4 * rows - rows + 1, 5 * cols - cols + 1))
wide[:, :, ::rows, ::cols] = x
y = jax.lax.conv_general_dilated(x, k, (1, 1), ${padding}, lhs_dilation=${dilation}, rhs_dilation=${filterDilation})
z = jax.lax.conv_general_dilated(wide, k, (1, 1), ${padding}, rhs_dilation=${filterDilation})
print(y.shape == z.shape, np.allclose(y, z))
`;

it.each([
  ['(2, 2)', "'VALID'", '(1, 1)', '(2, 3, 4, 5) with no padding'],
  ['(2, 3)', '((1, 2), (0, 1))', '(1, 1)', '(2, 3, 4, 5) with unequal padding'],
  ['(1, 2)', '((4, 3), (1, 1))', '(2, 1)', '(2, 3, 4, 5) with a dilated filter'],
])('lhs_dilation=%s, padding %s, rhs_dilation=%s: %s is the convolution of the input with zeros', (...options) => {
  const [dilation, padding, filterDilation] = options;
  expect(runCode(program(dilation, padding, filterDilation))).toMatchObject({ output: 'True True\n' });
});

it('is recorded as a transposed convolution; a stride next to it is refused', () => {
  const { calls } = parseArrays(program('(2, 2)', "'VALID'", '(1, 1)'), { languageId: 'python' });
  expect(calls[0]).toMatchObject({ operation: 'conv_transpose_forward', options: { stride: [2, 2] } });
  const refused = program('(2, 2)', "'VALID'", '(1, 1)').replace('(1, 1), ', '(2, 2), ');
  expect(runCode(refused).error?.message).toContain('lhs_dilation');
});
