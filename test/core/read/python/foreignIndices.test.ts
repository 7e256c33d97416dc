/** Indices that come from another file. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../core/check';

it.each(['x[config.SIZE:2]', 'x[config.SIZE - 1:2]', 'x[config.SIZE] + len(x[x[config.SIZE]:])', 'x[config.SIZE] = 1'])(
  '%s is refused with the name of what is missing',
  (statement) => {
    const { error } = runCode(
      `import numpy as np\nimport own.config as config\nx = np.zeros(3)\ny = 0\n${statement}\n`,
    );
    expect(error).toMatchObject({
      type: 'NotSupported',
      message: expect.stringMatching(/own\.config\.SIZE/) as string,
    });
  },
);

it('Numba’s types are those of NumPy', () => {
  const { output } = runCode('import numba\nimport numpy as np\nprint(np.zeros(2, dtype=numba.float32).dtype)\n');
  expect(output).toBe('float32\n');
});
