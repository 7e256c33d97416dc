/** Layers of languages of which few calls are read. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { refusal } from '../requests';

const rust = [
  'let t = Tensor::new(&[[1f32, 2.0], [3.0, 4.0]], dev)?;',
  'let w = Tensor::new(&[[1f32]], dev)?;',
  'let a = t.conv2d(&w, 0, 1, 1, 1)?;',
  '',
  'let b = t.conv_transpose2d(&w, 0, 0, 1, 1)?;',
].join('\n');

const reason = (callee: string, language: string) =>
  `${callee} is not supported in ${language} code: select an input and a filter, or an array`;

describe('a layer of a library of Rust', () => {
  it('is named where it is not supported', () => {
    expect(refusal({ text: rust, languageId: 'rust' })).toEqual([
      'shape 2 × 2 of t.conv_transpose2d is not supported',
      't.conv_transpose2d(&w, 0, 0, 1, 1)',
    ]);
  });

  it('is marked at the call nearest to the cursor', () => {
    expect(refusal({ text: rust, languageId: 'rust', cursor: rust.indexOf('conv2d') })).toEqual([
      'shape 2 × 2 of t.conv2d is not supported',
      't.conv2d(&w, 0, 1, 1, 1)',
    ]);
  });

  it('does not keep an array from being opened', () => {
    const text = `let rows = [[1.0, 2.0], [3.0, 4.0]];\n${rust}`;
    expect(openText({ text, languageId: 'rust', cursor: text.indexOf('2.0') })).toMatchObject({
      kind: 'layer',
      roles: { x: { name: 'rows', values: [1, 2, 3, 4] } },
    });
  });
});

describe('a layer of a library of Go', () => {
  it('is not read, also where the class is the one of another framework', () => {
    const text = 'x := []float32{1, 2, 3, 4}\ny, err := MaxPool2D(x, []int{2, 2}, []int{0, 0}, []int{1, 1})\n';
    expect(refusal({ text, languageId: 'go' })).toEqual([reason('MaxPool2D', 'Go'), 'MaxPool2D']);
  });
});

describe('a layer that an object computes', () => {
  it.each([
    ['go', 'Go', 'input := [][]float32{{1, 2}, {3, 4}}\noutput := maxpool2d.Forward(&input)\n', 'maxpool2d.Forward'],
    [
      'cpp',
      'C++',
      'max_pooling_layer l(2, 2, 1, 2);\nvec_t in = {1, 2, 3, 4};\nl.forward({{in}}, out);\n',
      'max_pooling_layer',
    ],
    [
      'typescript',
      'TypeScript',
      'const x = nd.matrix([[1, 2], [3, 4]]);\nconst y = nd.pad(x, [[1, 1], [1, 1]]);\n',
      'nd.pad',
    ],
  ])('is not read in %s', (languageId, name, text, at) => {
    expect(refusal({ text, languageId })).toEqual([reason(at, name), at]);
  });

  it('is not one that a test or an array is named after', () => {
    const text = 'const float conv_input[2][2] = {{1, 2}, {3, 4}};\n// conv2d(x)\n';
    expect(openText({ text, languageId: 'cpp' }).kind).toBe('layer');
  });
});

it.each([
  [
    'cpp',
    'class TestPooling: public TestClass {\n  static void forward() {\n    Pooling2d op(Avg, 3);\n    y = op.run(x);\n  }\n};\n',
    'no array is written out in this C++ code that could be the input of a layer',
  ],
  [
    'r',
    'x <- matrix(1:16, nrow = 4)\nOpenImageR::convolution(rbind(0, unknown(x)), x)\n',
    'convolution is not supported',
  ],
])('the reason is the language or the function, not an argument: %s', (languageId, text, message) => {
  expect(openText({ text, languageId })).toMatchObject({ kind: 'refused', message });
});
