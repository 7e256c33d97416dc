/** Arrays that a session shows below a name at a prompt, and that the text does not define. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer, refusal } from '../requests';

const numpy =
  '>>> a\narray([[1, 2, 3],\n       [4, 5, 6],\n       [7, 8, 9]])\n>>> k\narray([[1, 0],\n       [0, 2]], dtype=uint8)\n';

it.each([
  ['in a fence', (session: string) => `I have two arrays\n\`\`\`\n${session}\`\`\`\nwhy?\n`],
  ['among words', (session: string) => `I have two arrays\n\n${session}\nwhy?\n`],
  ['alone', (session: string) => session],
])('are the arrays of a call %s', (_, page) => {
  const text = page(`${numpy}>>> signal.correlate2d(a, k, mode='valid')\narray([[11, 14],\n       [20, 23]])\n`);
  expect(layer({ text, languageId: 'markdown' })).toMatchObject({
    operation: 'conv_forward',
    roles: { x: { values: [1, 2, 3, 4, 5, 6, 7, 8, 9] }, w: { values: [1, 0, 0, 2] } },
  });
});

it.each(['Out[1]:\n', 'Out[1]: '])('after %j, as PyTorch prints them', (out) => {
  const text = `In [1]: x\n${out}tensor([[[[1., 2., 3.],\n          [4., 5., 6.],\n          [7., 8., 9.]]]], grad_fn=<ReluBackward0>)\nIn [2]: F.max_pool2d(x, 2, stride=1)\nOut[2]: \ntensor([[[[5., 6.],\n          [8., 9.]]]])\n`;
  expect(layer({ text, languageId: 'markdown' })).toMatchObject({
    operation: 'pool_forward',
    roles: { x: { name: 'x', values: [1, 2, 3, 4, 5, 6, 7, 8, 9] } },
  });
});

const session = `>>> from scipy import signal\n${numpy}>>> signal.correlate2d(a, k, mode='valid')\n`;

it.each([
  ['directly below another prompt', session],
  [
    'that NumPy prints',
    session
      .replace(/>>> (\w)\narray\(/g, '>>> print($1)\n')
      .replace(/^ {6}/gm, '')
      .replace(/,(?= \d|\n)|\)(?=\n>>> [kps])|, dtype=uint8\)/g, ''),
  ],
  ['as lists', session.replace(/array\((.*(?:\n +.*)*?\]\]).*\)/g, '$1')],
  ['read from a file', `>>> a = np.load('a.npy')\n${session}`],
])('arrays %s', (_, text) => {
  expect(layer({ text, languageId: 'plaintext' })).toMatchObject({
    operation: 'conv_forward',
    roles: { x: { values: [1, 2, 3, 4, 5, 6, 7, 8, 9] }, w: { values: [1, 0, 0, 2] } },
  });
});

it('a printed array below a shortened one is not opened in its place', () => {
  const text =
    '>>> print(a)\n[[0.1 0.2 ... 0.3]\n [0.4 0.5 ... 0.6]]\n>>> print(k)\n[[ 1  2]\n [ 0 -1]]\n>>> signal.correlate2d(a, k)\n';
  const request = { text, languageId: 'plaintext', cursor: text.indexOf('print(a)') };
  expect(openText(request).kind).toBe('refused');
});

it('an array that is drawn without a seed has the numbers that the session shows', () => {
  const text = `>>> x = torch.rand(1, 1, 2, 2)\n>>> x\ntensor([[[[0.5, 0.25],\n          [0.75, 0.125]]]])\n>>> F.avg_pool2d(x, 2)\n`;
  expect(layer({ text, languageId: 'plaintext' }).roles['x']?.values).toEqual([0.5, 0.25, 0.75, 0.125]);
});

it('a name that the text defines has the value of its definition', () => {
  const text = `>>> a = np.array([[2, 0], [1, 4]])\n${numpy}>>> signal.correlate2d(a, k, mode='valid')\n`;
  expect(layer({ text, languageId: 'markdown' }).roles['x']?.values).toEqual([2, 0, 1, 4]);
});

it('shortened arrays are not known', () => {
  const text = `${numpy.replace('2, 3', '..., 3')}>>> signal.correlate2d(a, k)\n`;
  expect(refusal({ text, languageId: 'markdown' })[0]).toContain('values are left out here');
});

it('Julia shows them below their types', () => {
  const text =
    '```\njulia> x\n3×3 Matrix{Int64}:\n 1  2  3\n 4  5  6\n 7  8  9\n\njulia> w\n2×2 Matrix{Float64}:\n 1.0   0.0\n 0.0  -1.0\n\njulia> conv(x, w)\n```\n';
  expect(layer({ text, languageId: 'markdown' })).toMatchObject({
    operation: 'conv_forward',
    options: { padding: { top: 1, bottom: 1, left: 1, right: 1 } },
    roles: { x: { name: 'x', values: [1, 2, 3, 4, 5, 6, 7, 8, 9] }, w: { values: [-1, 0, 0, 1] } },
  });
});

it('fences of Julia sessions are code', () => {
  const text =
    '```julia-repl\njulia> x = reshape(1:6, 6, 1, 1)\n6×1×1 reshape(::UnitRange{Int64}, 6, 1, 1)\njulia> conv(x, reshape(1:3, 3, 1, 1); flipped=true)\n4×1×1 Array{Int64, 3}:\n```\n';
  expect(layer({ text, languageId: 'markdown' })).toMatchObject({
    operation: 'conv_forward',
    roles: { x: { values: [1, 2, 3, 4, 5, 6] }, w: { values: [1, 2, 3] } },
  });
});

it.each(['emb.shape', '>>> emb', '[0.5, 3.0]'])('alone they are an array, with the cursor at %s too', (place) => {
  const text =
    'from yesterday:\n\n>>> emb.shape\n(2, 2)\n>>> emb\narray([[1.0, 2.0],\n       [0.5, 3.0]])\n\nto do: ask\n';
  for (const cursor of [undefined, text.indexOf(place)]) {
    const request = { text, languageId: 'plaintext', ...(cursor !== undefined && { cursor }) };
    expect(openText(request)).toMatchObject({
      kind: 'array',
      arrays: [{ name: 'emb', shape: [2, 2], values: [1, 2, 0.5, 3] }],
    });
  }
});
