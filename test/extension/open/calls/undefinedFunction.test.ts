/** Calls of functions that the text does not define, where names, arguments and the printed result show which layer they compute. */
import { describe, expect, it } from 'vitest';
import { layer, python, refusal } from '../requests';

const arrays = [
  'import numpy as np',
  'input_matrix = np.array([[1., 2., 3.], [4., 5., 6.], [7., 8., 9.]])',
  'kernel = np.array([[1., 0.], [-1., 1.]])',
  '',
].join('\n');

describe('a function that the text does not define', () => {
  it('opens the convolution of its arguments, which is stated', () => {
    const text = `${arrays}padding = 1\nstride = 2\noutput = simple_conv2d(input_matrix, kernel, padding, stride)\nprint(output)\n\nOutput:\n[[1. 1.]\n [7. 6.]]\n`;
    expect(layer({ text, languageId: 'plaintext' })).toMatchObject({
      operation: 'conv_forward',
      roles: { x: { name: 'input_matrix' }, w: { name: 'kernel', values: [1, 0, -1, 1] } },
      options: { stride: 2, padding: 1 },
      assumptions: expect.arrayContaining([
        'simple_conv2d is not defined in the text: it is assumed to be the convolution of its arguments',
      ]) as string[],
    });
  });

  it('opens pooling of the kind in its name', () => {
    expect(
      layer(python(`${arrays}out = average_pooling(input_matrix, pool_size=2, stride=1)\n#[[3. 4.]\n# [6. 7.]]\n`)),
    ).toMatchObject({
      operation: 'pool_forward',
      options: { mode: 'average', kernel: 2, stride: 1 },
      assumptions: expect.arrayContaining([
        'average_pooling is not defined in the text: it is assumed to be the pooling of its argument',
      ]) as string[],
    });
  });

  it('opens without a printed result where stride and padding have names, which is stated', () => {
    const text = `${arrays}padding, stride = 1, 2\noutput = simple_conv2d(input_matrix, kernel, padding, stride)\n`;
    expect(layer(python(text))).toMatchObject({
      options: { stride: 2, padding: 1 },
      assumptions: expect.arrayContaining([
        'simple_conv2d is not defined in the text: it is assumed to be the convolution of its arguments',
      ]) as string[],
    });
    expect(layer(python(`${text}# [[9. 9.]\n#  [9. 9.]]\n`)).assumptions).toContain('the text prints another result');
    expect(layer(python(`${arrays}out = max_pool(input_matrix, pool_size=2)\n`)).assumptions).toContain(
      'max_pool is not defined in the text: it is assumed to be the pooling of its argument',
    );
  });

  it('is refused where its result is not printed, or another one is', () => {
    const call = `${arrays}out = conv2d(input_matrix, kernel)\n`;
    expect(refusal(python(call))[0]).toBe('conv2d is not defined');
    expect(refusal(python(`${call}# [[1. 2.]\n# [3. 4.]]\n`))[0]).toBe('conv2d is not defined');
    expect(layer(python(`${call}# [[2. 3.]\n# [5. 6.]]\n`)).roles['w']?.values).toEqual([1, 0, -1, 1]);
  });

  it.each([
    ['another argument than that of the result', 'conv2d(input_matrix, kernel * 2)'],
    ['the filter first', 'conv2d(kernel, input_matrix)'],
    ['a gradient', 'conv2d_backward(input_matrix, kernel)'],
  ])('is refused with %s', (_, call) => {
    expect(refusal(python(`${arrays}out = ${call}\n# [[2. 3.]\n# [5. 6.]]\n`))[0]).toMatch(/is not (?:defined|known)$/);
  });

  it.each([
    ['with numbers without names', 'conv2d(input_matrix, kernel, 3)'],
    ['with an option that is not known', 'conv2d(input_matrix, kernel, mode=VALID)'],
    ['with computed arguments', 'conv2d(input_matrix * 1, [[1, 0], [-1, 1]])'],
    ['of a module that is not in the text', 'library.conv2d(library.tensor(input_matrix), kernel)'],
  ])('has the layer whose result is printed %s', (_, call) => {
    expect(layer(python(`${arrays}out = ${call}\n# [[2. 3.]\n# [5. 6.]]\n`))).toMatchObject({
      operation: 'conv_forward',
      roles: { w: { values: [1, 0, -1, 1] } },
      options: { stride: 1, padding: 0 },
      problems: [],
    });
  });

  it('objects of a class that is not in the text', () => {
    const text =
      'from library import nn\npool = nn.AvgPool2d(kernel_size=2)\nx = library.tensor([[1., 2., 3., 4.], [5., 6., 7., 9.], [0., 1., 2., 3.], [4., 5., 7., 7.]])\nprint(pool(x))\n\nOutput:\n[[3.5 5.75]\n [2.5 4.75]]\n';
    expect(layer(python(text))).toMatchObject({
      operation: 'pool_forward',
      options: { mode: 'average', kernel: 2, stride: 2 },
    });
  });

  it('is refused where the option changes in the text', () => {
    const text = `${arrays}stride = 1\nstride = 2\nout = conv2d(input_matrix, kernel, stride=stride)\n# [[2]]\n`;
    expect(refusal(python(text))[0]).toBe('conv2d is not defined');
  });

  it.each([
    ['conv2d(input_matrix, kernel, 1, 2)', '[[1. 1.]\n# [7. 6.]]', { stride: 2, padding: 1 }],
    ['conv2d(input_matrix, kernel, 2, 1)', '[[1. 1.]\n# [7. 6.]]', { stride: 2, padding: 1 }],
    ['conv2d(input_matrix, kernel, pad, stride)', '[[1. 1.]\n# [7. 6.]]', { stride: 2, padding: 1 }],
    ['max_pool(input_matrix, 2, 1)', '[[5. 6.]\n# [8. 9.]]', { kernel: 2, stride: 1 }],
  ])('has the options whose result is printed: %s', (call, printed, options) => {
    const text = `${arrays}pad, stride = 1, 2\nout = ${call}\nprint(out)\n# ${printed}\n`;
    expect(layer(python(text)).options).toMatchObject(options);
  });
});

it('the result in comments below a call at the cursor', () => {
  const text = `${arrays}output = convolutie(input_matrix, kernel)\n\n#[[2. 3.]\n# [5. 6.]]\n`;
  expect(layer(python(text, { cursor: text.indexOf('output =') }))).toMatchObject({
    operation: 'conv_forward',
    options: { stride: 1 },
  });
});
