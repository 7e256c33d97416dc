/** Layer calls of MATLAB and R on values that other calls, elements and pipes give. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../extension/session/openText';
import { layer } from './requests';

describe('MATLAB', () => {
  const script = [
    'A = [1 2 3 4; 5 6 7 8; 9 1 2 3; 4 5 6 7];',
    'K = [0 1 0; 1 -4 1; 0 1 0];',
    "L = conv2(A, K, 'same');",
    'L = L(2:3, 2:end);',
    '',
  ].join('\n');

  it('convolves a part of an earlier result', () => {
    const { roles } = layer({ text: `${script}Z = conv2(L, [1 2], 'valid')`, languageId: 'matlab' });
    // Rows 2 and 3 without the first column.
    expect(roles['x']).toMatchObject({ shape: [1, 2, 3, 1], values: [-9, -9, -18, 18, 9, 5] });
  });

  it('convolves with filters that are assigned one by one', () => {
    const text = [
      "X = dlarray(reshape(1:16, 4, 4, 1, 1), 'SSCB');",
      'W = zeros(2, 2, 1, 2);',
      'W(:, :, 1, 1) = [1 2; 3 4];',
      'W(:, :, 1, 2) = [5 6; 7 8]; % second',
      'Y = dlconv(X, W, 0);',
    ].join('\n');
    expect(layer({ text, languageId: 'matlab' }).roles['w']?.values).toEqual([1, 5, 2, 6, 3, 7, 4, 8]);
  });

  it.each([
    ['in a loop', 'A = [1 2; 3 4];\nfor k = 1:2\n  A(k, 1) = k;\nend\n'],
    ['with an index outside', 'A = [1 2; 3 4];\nA(3, 1) = 5;\n'],
    ['with an index that is not known', 'A = [1 2; 3 4];\nA(n, 1) = 5;\n'],
  ])('refuses an array that is assigned %s', (_, text) => {
    expect(openText({ text: `${text}Z = conv2(A, [1 1])`, languageId: 'matlab' }).kind).toBe('refused');
  });
});

describe('Keras for R', () => {
  const x = 'x <- rbind(c(1., 2., 3., 4.),\n           c(5., 6., 7., 8.)) |> op_reshape(c(1, 2, 4, 1))\n';

  it('pools with a layer that is made before', () => {
    const text = `${x}pool <- layer_max_pooling_2d(pool_size = c(2, 2),\n  strides = c(1, 2))\npool(x)\n`;
    const { roles, options } = layer({ text, languageId: 'r' });
    expect(roles['x']).toMatchObject({ shape: [1, 2, 4, 1], values: [1, 2, 3, 4, 5, 6, 7, 8] });
    expect(options).toMatchObject({ mode: 'max', kernel: [2, 2], stride: [1, 2], padding: 0 });
  });

  it('pools what a pipe gives', () => {
    const text = `${x}y <- x |>\n  layer_average_pooling_2d(pool_size = c(2, 2), strides = c(1, 1), padding = "same")\n`;
    const { roles, options } = layer({ text, languageId: 'r' });
    expect(roles['x']?.shape).toEqual([1, 2, 4, 1]);
    expect(options).toMatchObject({ mode: 'average', padding: 'same_upper', countIncludePad: false });
  });
});

describe('documents', () => {
  it('have code in the items of lists', () => {
    const text =
      '- one\n  - ```python\n    import numpy as np\n    from scipy.signal import convolve2d\n    r = convolve2d(np.ones((3, 3)), np.array([[1, 2]]), mode="valid")\n    ```\n';
    expect(layer({ text, languageId: 'markdown' }).roles['w']?.values).toEqual([2, 1]);
  });

  it('name their tables in other languages', () => {
    const text =
      '\u4f8b\uff1a\n0 -1 0\n-1 4 -1\n0 -1 0\n\n\u5165\u529b\u753b\u50cf(3\u00d73)\n1 2 3\n4 5 6\n7 8 9\n\n\u30d5\u30a3\u30eb\u30bf\u30fc(2\u00d72)\n0 1\n1 0\n';
    const { operation, roles } = layer({ text, languageId: 'plaintext' });
    expect(operation).toBe('conv_forward');
    expect([roles['x']?.values.length, roles['w']?.values]).toEqual([9, [0, 1, 1, 0]]);
  });

  it('keep a result in comments below a blank line', () => {
    const text =
      'De figuur wordt gefilterd.\n\nk = np.array([[1., 0.], [0., 1.]])\n\nr = np.array([[1, 2, 3], [4, 5, 6]])\n\nc = convolutie(r, k)\n\n#[[6. 8.]]\n';
    expect(layer({ text, languageId: 'plaintext' }).roles['w']?.values).toEqual([1, 0, 0, 1]);
  });
});
