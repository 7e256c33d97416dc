/** Options that only the words around arrays state. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer } from '../requests';

const code = [
  '```python',
  'image = np.arange(16).reshape(4, 4)',
  'kernel = np.array([[1, 0, 1], [0, 1, 0], [1, 0, 1]])',
  '```',
  '',
].join('\n');

describe('options in the words of a document', () => {
  it('are those of the layer, which is stated', () => {
    const text = `A layer with a stride of 2 and padding = 1 is applied.\n\n${code}`;
    const { options, assumptions } = layer({ text, languageId: 'markdown' });
    expect(options).toMatchObject({ stride: 2, padding: 1 });
    expect(assumptions).toEqual(
      expect.arrayContaining(['stride 2: from the words of the text', 'pad 1: from the words of the text']),
    );
  });

  it('are the first where several are given', () => {
    const text = `First with stride 2.\n\n${code}\nThen with stride 3.\n`;
    const { options, assumptions } = layer({ text, languageId: 'markdown' });
    expect(options).toMatchObject({ stride: 2 });
    expect(assumptions).toContain('the words of the text give stride as 2, 3: 2 is used');
  });

  it.each([
    ['Compute the output with stride 1 and zero padding 1. How many products have a padded zero?', 1, 1],
    ['What changes with padding 2?\n\nDetermine the result for a stride of 2 and padding 1.', 2, 1],
    ['If the padding were 3, the result would be larger. Here the padding is 1 and the stride is 1.', 1, 1],
    ['Berechne die Ausgabe mit Stride 2 und Padding 1. Was wäre mit Padding 0 anders?', 2, 1],
    ["Apply the filter with padding 1 and stride 1, instead of the last exercise's valid padding.", 1, 1],
    ['Without padding the result is smaller. Calculate it with padding 1 and stride 1.', 1, 1],
    ['(a) Use stride 2, padding 1.\n(b) What is the size for padding 0 and stride 1?', 2, 1],
  ])('are those of the task, not those of other cases: %s', (words, stride, padding) => {
    const { options } = layer({ text: `${words}\n\n${code}`, languageId: 'markdown' });
    expect(options).toMatchObject({ stride, padding });
  });

  it('are those of the paragraph at the cursor', () => {
    const text =
      'INPUT = [[1, 2], [3, 4]]\n\nFILTER = [[5]]\n\na) use stride = 1\n\nb) now padding = 1 and stride = 2\n';
    const cursor = text.indexOf('and stride');
    expect(layer({ text, languageId: 'plaintext', cursor }).options).toMatchObject({ stride: 2, padding: 1 });
  });

  it('are those of the line at the cursor where its paragraph gives several', () => {
    const text =
      'IMAGE = [[1, 2, 0], [3, 4, 1], [0, 2, 5]]\nFILTER = [[5, 1], [0, 2]]\n(i) without padding, stride 1\n(ii) padding of 1, stride of 2\n';
    const cursor = text.indexOf('padding of 1');
    const { options, assumptions } = layer({ text, languageId: 'plaintext', cursor });
    expect(options).toMatchObject({ stride: 2, padding: 1 });
    expect(assumptions).toContain('stride 2: from the words of the text');
  });

  it.each([
    ['The filter has bias 1 and stride 2.', 1],
    ['Use a stride of 2 and a bias of -0.5.', -0.5],
    ['\u6b65\u957f\u4e3a 2\uff0c\u504f\u7f6e\u4e3a 3\u3002', 3],
  ])('have the bias: %s', (words, bias) => {
    const text = `${words}\n\nInput\n1 2 0 1\n0 1 3 2\n2 1 1 0\n1 0 0 1\n\nKernel\n1 -1\n0 2\n`;
    const { roles, options, assumptions } = layer({ text, languageId: 'plaintext' });
    expect([roles['b']?.values, options['stride']]).toEqual([[bias], 2]);
    expect(assumptions).toContain(`b ${bias}: from the words of the text`);
  });

  it.each([
    [
      'Circular padding of 1.',
      { padding: 1, paddingMode: 'circular' },
      'padding_mode circular: from the words of the text',
    ],
    [
      'Pad the border with zeros.',
      { padding: 0 },
      'the words of the text ask for a padding without its size: 0 is used',
    ],
    ['The kernel is multiplied by 1/4.', {}, 'the words of the text scale the kernel by 1/4: this is not applied'],
  ])('have what else is asked for: %s', (words, expected, note) => {
    const text = `${words}\n\nInput\n1 2 0 1\n0 1 3 2\n2 1 1 0\n1 0 0 1\n\nKernel\n1 -1\n0 2\n`;
    const { options, assumptions } = layer({ text, languageId: 'plaintext' });
    expect(options).toMatchObject(expected);
    expect(assumptions).toContain(note);
  });

  it('do not replace those of the code', () => {
    const text = `A stride of 2.\n\n${code.replace('image', 'stride = 1\nimage')}`;
    expect(layer({ text, languageId: 'markdown' }).options).toMatchObject({ stride: 1 });
  });
});

describe('a text', () => {
  it('whose code has lost its line breaks is refused', () => {
    const text = 'import torchimport numpy as npx = torch.tensor([[1, 2], [3, 4]])# stride = 2 y = F.conv2d(x, k)\n';
    expect(openText({ text, languageId: 'plaintext' })).toMatchObject({
      kind: 'refused',
      message: 'the code of this text has lost its line breaks: put every statement on a line of its own',
    });
  });

  it('of gradients and results without an input opens its arrays', () => {
    const text = 'dout = [[1, 0], [0, 2]]\n\nand so\n\ny = [[-1, 4], [3, 0]]\n\ndk = [[3, 8], [2, 3]]\n';
    expect(openText({ text, languageId: 'plaintext' }).kind).toBe('array');
  });

  it('whose filters have square windows only with channels first has channels first', () => {
    const text = 'x = np.ones((1, 3, 3))\nW = np.ones((1, 1, 3, 3))\n';
    expect(layer({ text, languageId: 'python' })).toMatchObject({
      roles: { x: { shape: [1, 3, 3, 1] }, w: { shape: [3, 3, 1, 1] } },
      assumptions: expect.arrayContaining(['channels first: the windows of W are then 3 × 3']) as string[],
    });
  });

  it('whose call in one function fails does not name the failure of another function', () => {
    const text = [
      'def test_conv():',
      '    A_prev = np.ones((1, 4, 4, 1))',
      '    hyperparams = {"conv_stride": 2}',
      '    Z = conv(A_prev, hyperparams)',
      ...Array<string>(10).fill('    print(A_prev.shape)'),
      '',
      'def test_pool():',
      '    A_prev = np.ones((1, 4, 4, 1))',
      '    hyperparams = {"pool_stride": 1}',
      '    A = pool_forward(A_prev, hyperparams)',
      '',
      'if __name__ == "__main__":',
      '    test_pool()',
    ].join('\n');
    const cursor = text.indexOf('pool_forward');
    expect(openText({ text, languageId: 'python', cursor })).toMatchObject({ message: 'hparameters has no "f"' });
  });
});

describe('arrays of a document', () => {
  it('with weights of Conv2d and no bias, which is stated', () => {
    const text = `The layer torch.nn.Conv2d(1, 1, 3) has these numbers:\n\n${code}`;
    const note = 'the bias of Conv2d is not in the text: it is taken as 0';
    const assumptionsOf = (written: string) => layer({ text: written, languageId: 'markdown' }).assumptions;
    expect(assumptionsOf(text)).toContain(note);
    expect(assumptionsOf(text.replace(', 3)', ', 3, bias=False)'))).not.toContain(note);
    expect(assumptionsOf(text.replace('image =', 'b = np.ones(1)\nimage ='))).not.toContain(note);
  });

  it('printed without a name below code that does not run are shown as they are', () => {
    const text = 'y = nnf.fold(result, 2)\n\nThis gives\n\ntensor([[[1., 4.],\n         [2., 6.]]])\n';
    expect(openText({ text, languageId: 'plaintext' }).kind).toBe('array');
  });
});

describe('the mode of a pooling whose window is written in an example', () => {
  const page = (words: string, output: string): string =>
    `Pooling 2D\n\n${words}\n\nExample 1\n\nInput:  x = [[1, 2, 3, 4], [5, 6, 7, 8]]\n        kernel_size=2, stride=2\n${output}`;
  const average = 'Average pooling replaces a window by its mean.';
  const both = 'Average pooling is like max pooling, with means.';

  it.each([
    [average, 'Output: two numbers\n', 'average', 'mode average: from the words of the text'],
    ['Max pooling keeps the largest number.', 'Output: two numbers\n', 'max', 'mode max: from the words of the text'],
    [both, 'Output: [[3.5, 5.5]]\n', 'average', 'the text shows the result of average pooling'],
    [both, 'Output: [[6, 8]]\n', 'max', 'the text shows the result of max pooling'],
    [both, 'Output: two numbers\n', 'average', 'the text is about max and average pooling: average is used'],
  ])('%s %s', (words, output, mode, note) => {
    const { options, assumptions } = layer({ text: page(words, output), languageId: 'plaintext' });
    expect(options).toMatchObject({ mode, kernel: 2, stride: 2 });
    expect(assumptions).toContain(note);
  });
});

it('words below code that makes the arrays again are not about those above', () => {
  const code = (x: string): string => `\`\`\`python\nimport numpy as np\nimg = np.array(${x})\n\`\`\`\n`;
  const filter = '```python\nkernel = np.array([[1, 0], [0, 1]])\n```\n';
  const text = `${code('[[1, 2, 3], [4, 5, 6], [7, 8, 9]]')}${filter}\nThe convolution slides the kernel.\n\nNow a larger one.\n\n${code('[[1, 2, 3, 4], [4, 5, 6, 7], [7, 8, 9, 1], [2, 3, 4, 5]]')}\nWith a stride of 2 the filter moves by two.\n`;
  const at = (words: string) => layer({ text, languageId: 'markdown', cursor: text.indexOf(words) });
  const w = { shape: [2, 2, 1, 1] };
  expect(at('The convolution')).toMatchObject({ options: { stride: 1 }, roles: { x: { shape: [1, 3, 3, 1] }, w } });
  expect(at('img =')).toMatchObject({ options: { stride: 1 }, roles: { x: { shape: [1, 3, 3, 1] }, w } });
  expect(at('With a stride')).toMatchObject({ options: { stride: 2 }, roles: { x: { shape: [1, 4, 4, 1] }, w } });
});

it('filter2D in words: the image is reflected at its border, unless the words name another one', () => {
  const text = (border: string): string =>
    `Using filter2D with the kernel\n\n 0 -1  0\n-1  5 -1\n 0 -1  0\n\non the image\n\n10 20 30 40\n50 60 70 80\n90 80 70 60\n50 40 30 20\n\nwhat do you get${border}?\n`;
  const options = (border: string) => layer({ text: text(border), languageId: 'plaintext' }).options;
  expect(options('')).toMatchObject({ stride: 1, padding: 'same', paddingMode: 'reflect' });
  expect(options(' with BORDER_CONSTANT')).not.toHaveProperty('paddingMode');
});

it.each([
  [
    'zero padding, so a filter with a centre keeps the size',
    '',
    1,
    'stride 1 and pad 1, 1: from the words of the text',
  ],
  [
    'zero padding whose result is that without a pad',
    '\nOutput:\n0 -17\n2 -15\n',
    0,
    'the words of the text ask for a padding without its size: 0 is used',
  ],
])('%s', (_, output, padding, note) => {
  const text = `Find the 2D convolution of the given matrices using zero padding.\n\nInput:\n5 5 5 1\n5 5 5 2\n10 10 10 3\n1 2 3 4\n\nKernel:\n-1 0 1\n-2 0 2\n-1 0 1\n${output}`;
  const { options, assumptions } = layer({ text, languageId: 'plaintext' });
  expect(options['padding']).toBe(padding);
  expect(assumptions).toContain(note);
});

it('a factor next to the middle row of a matrix is not a part of it, and is stated', () => {
  const text =
    'The smoothing filter is\n\n|1 3 8|\n1/36*|3 9 3|\n|8 3 1|\n\nand the image\n\n2 8 4 1\n2 8 6 2\n3 8 8 3\n';
  const { roles, assumptions } = layer({ text, languageId: 'plaintext' });
  expect(roles['w']?.shape.slice(0, 2)).toEqual([3, 3]);
  expect(assumptions).toContain('the words of the text scale the kernel by 1/36: this is not applied');
});
