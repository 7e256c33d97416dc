/** Marks that pages put around code, and forms of literals: the layer that the code computes. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer } from '../requests';

describe('code with marks of its page', () => {
  it('has every line between backticks', () => {
    const text = [
      'An example:',
      '',
      '```photo = np.array([[`',
      '`  [[4], [0], [1]],`',
      '`  [[2], [5], [3]], ]])`',
      '`stencil = np.array([[[[1]], [[-2]]]])`',
      "`tf.nn.conv2d(photo, stencil, strides=[1, 1, 1, 1], padding='VALID')`",
      '```',
      '',
    ].join('\n');
    const { operation, roles } = layer({ text, languageId: 'markdown' });
    expect([operation, roles.x?.values, roles.w?.values]).toEqual(['conv_forward', [4, 0, 1, 2, 5, 3], [1, -2]]);
  });

  it('has typographic quotes, and a bracket below its call', () => {
    const text =
      'I tried\nM=np.array\n([[7, 1],\n[2, 5]])\nN=np.pad(M, ((1,1), (1,1)),‘constant’)\nWhy is N as large as that?\n';
    const opened = openText({ text, languageId: 'plaintext' });
    expect(opened).toMatchObject({ kind: 'array', arrays: [{ name: 'M' }, { name: 'N', shape: [4, 4] }] });
  });
});

it('ndarray: the array of a call is on the next line', () => {
  const text = 'let photo = arr2(\n    &[[4, 0, 1],\n      [2, 5, 3]],\n);\nlet kernel = arr2(\n    &[[1, -2]]\n);\n';
  const { roles } = layer({ text, languageId: 'rust' });
  expect([roles.x?.values, roles.w?.values]).toEqual([
    [4, 0, 1, 2, 5, 3],
    [1, -2],
  ]);
});

describe('NNlib on one axis', () => {
  const text = (rest: string): string => `x = [4.0f0; 1; 2;;;]\nw = [1; -3;;;]\ny = NNlib.conv(x, w${rest})\n`;

  it.each([
    ['; flipped = true', [1, -3], { top: 0, bottom: 0, left: 0, right: 0 }, [1, 1]],
    ['; pad = (2, 0), stride = 2', [-3, 1], { top: 0, bottom: 0, left: 2, right: 0 }, [1, 2]],
  ])('%s', (rest, w, padding, stride) => {
    const { roles, options } = layer({ text: text(rest), languageId: 'julia' });
    expect(roles.x).toMatchObject({ shape: [1, 1, 3, 1], values: [4, 1, 2] });
    expect(roles.w).toMatchObject({ shape: [1, 2, 1, 1], values: w });
    expect(options).toMatchObject({ padding, stride });
  });
});

it('Kotlin: rows of a matrix are arguments', () => {
  const text =
    'val photo = createMatrix(\n  doubleArrayOf(4.0, 7.0, 1.0, 2.0),\n  doubleArrayOf(5.0, -3.0, 0.0, 6.0)\n)\nval pooled = maxPooling.forward(photo)\nassertEquals(createMatrix(doubleArrayOf(7.0, 2.0), doubleArrayOf(5.0, 6.0)), pooled)\n';
  expect(layer({ text, languageId: 'kotlin' })).toMatchObject({
    operation: 'pool_forward',
    options: { kernel: [1, 2] },
    roles: { x: { values: [4, 7, 1, 2, 5, -3, 0, 6] } },
  });
});

it('a loop of a cell, with the array that it shows', () => {
  const text = [
    'In [3]:',
    'import numpy as np',
    'photo = np.array([[4, 0, 1], [2, 5, 3]])',
    'stencil = np.array([[1, -2]])',
    'response = np.zeros((2, 2))',
    'for i in range(2):',
    '    for j in range(2):',
    '        response[i, j] = np.sum(photo[i:i+1, j:j+2] * stencil)',
    '',
    'response',
    '',
    'array([[ 4., -2.],',
    '       [-8., -1.]])',
    '',
  ].join('\n');
  const { operation, roles } = layer({ text, languageId: 'plaintext' });
  expect([operation, roles.x?.name, roles.w?.values]).toEqual(['conv_forward', 'photo', [1, -2]]);
});

it('a window with an entry for every axis has channels last', () => {
  const text = [
    'let photo = Tensor(shape: [1,2,2,2], elements: [4,0,1,2,5,3,7,6])',
    'let r = photo.maxPool(ksize: [1,1,2,1], strides: [1,1,2,1])',
    'XCTAssertEqual(r, Tensor(shape: [1,2,1,2], elements: [4,2,7,6]))',
  ].join('\n');
  expect(layer({ text, languageId: 'swift' })).toMatchObject({
    options: { kernel: [1, 2] },
    roles: { x: { shape: [1, 2, 2, 2], values: [4, 0, 1, 2, 5, 3, 7, 6] } },
  });
});
