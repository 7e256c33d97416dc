/** Two arrays without a call are an input and a filter only where names, words or extents tell it. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer } from '../requests';

const camera = 'K_cam = np.array([[525.0, 0, 319.5], [0, 525.0, 239.5], [0, 0, 1]])\n';

it.each([
  ['a camera and a rotation', `import numpy as np\n${camera}R = np.eye(3)\n`],
  ['a camera K and a pose', `import numpy as np\n${camera.replace('K_cam', 'K')}T_w = np.eye(4)\n`],
  ['a sum or a product', 'A = [[2, 7], [1, 8]]\nB = [[3, 1], [4, 1]]\n'],
  ['lists of a knapsack', 'values = [40, 90, 55, 20]\nweights = [5, 9, 4]\n'],
  ['a neuron', 'inputs = [0.5, 1, 2]\nweights = [0.1, 0.9, -0.4]\n'],
  ['a layer of neurons', 'x = [[0, 1], [1, 1], [1, 0]]\nw = [[0.2, 0.3], [0.6, 0.1]]\n'],
  ['a system with its first guess', 'A = [[5, 1], [2, 3]]\nx0 = [1, 1]\n'],
  ['two poses', 'view = [[1, 0, 4], [0, 1, 2], [0, 0, 1]]\nk = [[2, 1], [1, 2]]\n'],
])('%s: no layer, but that of a command', (_, text) => {
  expect(openText({ text, languageId: 'python' }).kind).toBe('array');
});

it.each([
  ['x and w', 'x = [[3, 1, 0], [2, 2, 1], [0, 4, 1]]\nw = [[1, 1], [0, 1]]\n'],
  ['a smaller square', 'a = [[3, 1, 0], [2, 2, 1], [0, 4, 1]]\nb = [[1, 1], [0, 1]]\n'],
  ['a comment', '# cross-correlation\nR = [[3, 1], [2, 2]]\nS = [[1, 1], [0, 1]]\n'],
])('%s tell the filter', (_, text) => {
  expect(layer({ text, languageId: 'python' }).operation).toBe('conv_forward');
});

it('the command for a convolution takes two matrices as they are', () => {
  const text = 'A = [[2, 7], [1, 8]]\nB = [[3, 1], [4, 1]]\n';
  expect(layer({ text, languageId: 'python', operation: 'convolution' }).operation).toBe('conv_forward');
});

const TABLE = '5 6 7 8\n9 1 2 3\n4 5 6 7\n8 9 0 1\n';

it.each([
  ['the number of another question', `About convolution\n\n1a\n${TABLE}4 b\n1 0\n0 2\n`],
  ['the word for another question', `Convolution.\n\nQuestion 1\n\n${TABLE}\nQuestion 2\n\n1 0\n0 2\n`],
  ['a factor next to the first table', 'A convolution\n|1 3 1|\n1/16*|3 0 3|\n|1 3 1|\n\nis not of\n\n2 8\n3 5\n'],
])('two tables without names are not an input and its filter: %s', (_, text) => {
  expect(openText({ text, languageId: 'markdown' })).toMatchObject({ kind: 'array' });
});

it('a table with a factor next to a row is the filter', () => {
  const text = `Convolve the image\n\n${TABLE}\nby\n\n|1 1 1|\n1/9*|1 2 1|\n|1 1 1|\n`;
  expect(layer({ text, languageId: 'markdown' }).roles['w']).toMatchObject({ values: [1, 1, 1, 1, 2, 1, 1, 1, 1] });
});

it.each(['a.reshape(2, 2, 2, 3)', 'x.transpose(1, 0)', 'x[1:]', 'x + 1', 'np.reshape(x, (2, 2, 2, 3))'])(
  'no filter is assumed at a line of a session that shows %s, nor at what it prints',
  (shown) => {
    const text = `In [1]: ${/[ax](?=[.[ ,])/.exec(shown)![0]} = np.arange(24).reshape(4, 6)\n${shown[0] === 'a' ? 'Words:\n' : ''}In [3]: ${shown}\nOut[3]:\narray([[7, 5],\n       [3, 4]])\n`;
    for (const at of [shown, '[3, 4'])
      expect(openText({ text, languageId: 'plaintext', cursor: text.indexOf(at) }).kind).toBe('array');
  },
);

it('a gradient of another shape is not that of an assumed filter', () => {
  const text =
    'import numpy as np\nimg = np.arange(25.0).reshape(5, 5)\ngradient = np.linspace(0, 1, 16).reshape(1, -1)\n';
  expect(openText({ text, languageId: 'python' }).kind).toBe('array');
});

it.each([
  'the outputs are shown as',
  'The result should be',
  'Output:',
  'but I get',
  'and my output is',
  'This gives me the following matrix:',
  "Instead I'm getting",
  'The answer I expect:',
  'What I would like to obtain:',
  '但是我得到的结果是：',
  '正确答案应该是：',
  'Das Ergebnis ist:',
  'Dann erhalte ich',
  'pero obtengo',
  'El resultado debería ser:',
])('a smaller array in brackets below "%s" is not the filter of the one above', (words) => {
  const text = `A 2x3 kernel gets the data 3x5\n[[1, 6, 1, -3, -8],\n [3, 7, 1, -2, -1],\n [2, 4, -5, -4, 1]]\n\nstride is 2\n\n${words}\n[[7, 1, 2],\n [-5, 1, 0]]\n\nHow is this done?\n`;
  for (const written of [text, text.replace('\n[[7', '\n\n```\n[[7').replace('0]]', '0]]\n```')])
    for (const cursor of [undefined, written.indexOf('[[7'), written.indexOf('[[1')])
      expect(openText({ text: written, languageId: 'markdown', ...(cursor && { cursor }) })).toMatchObject({
        kind: 'array',
      });
});

it.each(['and the kernel is', 'with', 'and then apply', 'To get the edges we use the filter', '卷积核为：'])(
  'a smaller array in brackets below "%s" is the filter',
  (words) => {
    const text = `A convolution gets the data\n\n[[1, 6, 1, -3, -8],\n [3, 7, 1, -2, -1],\n [2, 4, -5, -4, 1]]\n\n${words}\n\n[[7, 1, 2],\n [-5, 1, 0]]\n`;
    expect(layer({ text, languageId: 'markdown' }).roles['w']).toMatchObject({ values: [7, 1, 2, -5, 1, 0] });
  },
);

it.each([
  'apply a 2x2 kernel to this matrix:',
  'slide a filter of size 2x2 over',
  'Ich wende einen Kernel auf die Matrix an:',
])('what the words "%s" have a filter applied to is the input', (words) => {
  const rows = '1 2 3\n4 5 6\n7 8 9\n';
  const text = `I ${words}\n\n${rows}\nwith the weights\n\n1 0\n0 1\n\nthen I get\n\n6 8\n12 14\n`;
  expect(layer({ text, languageId: 'markdown' }).roles).toMatchObject({
    x: { values: [1, 2, 3, 4, 5, 6, 7, 8, 9] },
    w: { values: [1, 0, 0, 1] },
  });
});

it.each(['a 2x2 kernel', 'kernel size 5', '4 × 4 的卷积核'])(
  'no filter is assumed where the words state %s',
  (words) => {
    const text = `About ${words}:\n\n[[1, 2, 3],\n [4, 5, 6],\n [7, 8, 9]]\n`;
    for (const cursor of [undefined, text.indexOf('[[')])
      expect(openText({ text, languageId: 'markdown', ...(cursor && { cursor }) }).kind).toBe('array');
  },
);
