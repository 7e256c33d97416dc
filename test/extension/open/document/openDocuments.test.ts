/** Documents of several blocks: notebooks, Markdown, R Markdown, the seed text. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer, refusal } from '../requests';

describe('the seed text, a document in Chinese without fences', () => {
  const text = readFileSync('test/fixtures/seed/pooling.zh.txt', 'utf8');

  it.each<[string, string, Record<string, unknown>, number]>([
    ["print('distributed", 'distribute_value', { dz: 2, shape: [2, 2] }, 1],
    ['a.shape == (10, 10)', 'distribute_value', { dz: 100, shape: [10, 10] }, 1],
    ['average = dz', 'distribute_value', { dz: 2, shape: [2, 2] }, 1],
    ['(A_prev , hparaeters) = cache', 'pool_backward', { mode: 'max', kernel: 2, stride: 1, ties: 'all' }, 8],
    ['A, cache = pool', 'pool_forward', { mode: 'max', kernel: 2, stride: 1, ties: 'all' }, 8],
    ['print("mode = max")', 'pool_backward', { mode: 'max', kernel: 2, stride: 1, ties: 'all' }, 8],
    ['print("mode = average")', 'pool_backward', { mode: 'average', kernel: 2, stride: 1, ties: 'all' }, 8],
  ])('in the block of %j', (at, operation, options, results) => {
    for (const languageId of ['plaintext', 'markdown', undefined]) {
      const cursor = text.indexOf(at);
      const opened = layer({ text, cursor, ...(languageId !== undefined && { languageId }) });
      expect(opened).toMatchObject({ operation, options, problems: [], otherProblems: 0 });
      expect(opened.printed).toHaveLength(results);
    }
  });

  it.each<[string, string]>([
    ['dA_prev1[1,1] =  [[', 'max'],
    ['dA_prev2[1,1] =  [[', 'average'],
  ])('at the printed %s the call opens that assigned it, %s', (at, mode) => {
    const cursor = text.indexOf(at);
    expect(layer({ text, languageId: 'plaintext', cursor }).options).toMatchObject({ mode });
    const inspected = openText({ text, languageId: 'plaintext', cursor, operation: 'inspect' });
    expect(inspected.kind === 'array' && inspected.arrays.map(({ name }) => name)).toContain('dA_prev1[1,1]');
  });

  it('the imports open nothing', () => {
    for (const at of ['import h5py', 'rcParams', 'np.random.seed(1)']) {
      const cursor = text.indexOf(at);
      expect(openText({ text, languageId: 'plaintext', cursor }).kind).toBe('refused');
      expect(openText({ text, languageId: 'plaintext', cursor, operation: 'inspect' }).kind).toBe('refused');
    }
  });

  it('the whole text opens pool_backward with its printed results', () => {
    const opened = layer({ text, languageId: 'plaintext' });
    expect(opened).toMatchObject({ operation: 'pool_backward', problems: [], otherProblems: 0 });
    expect(opened.roles['x']!.shape).toEqual([5, 5, 3, 2]);
    const labels = opened.printed.map(({ label }) => label?.text);
    expect(labels).toContain('dA_prev1[1,1]');
  });
});

describe('documents', () => {
  const setUp = 'np.random.seed(1)\nA_prev = np.random.randn(1, 4, 4, 1)\n';
  const call = 'A, cache = pool_forward(A_prev, {"f": 2, "stride": 2})\nprint(A.shape)\n';
  const fence = '```';
  it.each<[string, string]>([
    [
      'markdown',
      `Text\n\n${fence}python\n${setUp}${fence}\n\nand\n\n${fence}python\n${call}${fence}\n\n${fence}\n(1, 2, 2, 1)\n${fence}\n`,
    ],
    [
      'markdown',
      `Sure, here it is:\n\n${fence}\n${setUp}${call}${fence}\n\nOutput:\n\n${fence}\n(1, 2, 2, 1)\n${fence}\nHope this helps.`,
    ],
    [
      'rmd',
      `---\ntitle: x\n---\n\n${fence}{r}\nx <- matrix(1:9, nrow = 3)\n${fence}\n\n${fence}{python}\n${setUp}${call}${fence}\n`,
    ],
    ['quarto', `${fence}{python}\n#| echo: false\n${setUp}${fence}\n\n${fence}{python}\n${call}${fence}\n`],
    ['python', `# %% [markdown]\n# # Title\n\n# %%\n${setUp}\n# %%\n${call}`],
    ['python', `# In[1]:\n\n${setUp}\n# In[2]:\n\n${call}`],
    [
      'plaintext',
      `>>> ${setUp.trim().replace(/\n/g, '\n>>> ')}\n>>> ${call.trim().replace(/\n/g, '\n>>> ')}\n(1, 2, 2, 1)\n`,
    ],
    ['html', `<p>Pooling</p><pre><code class="language-python">${(setUp + call).replace(/"/g, '&quot;')}</code></pre>`],
  ])('%s: %j', (languageId, text) => {
    for (const cursor of [undefined, text.indexOf('pool_forward')]) {
      const opened = layer({ text, languageId, ...(cursor !== undefined && { cursor }) });
      expect(opened).toMatchObject({ operation: 'pool_forward', options: { kernel: 2, stride: 2 }, problems: [] });
      expect(opened.roles['x']!.values[0]).toBeCloseTo(1.6243453636632417, 12);
    }
  });

  it('a refusal in decoded text has its place in the document', () => {
    const text = '<pre><code>A, c = pool_forward(B_prev, {&quot;f&quot;: 2, &quot;stride&quot;: 2})\n</code></pre>';
    expect(refusal({ text, languageId: 'html' })).toEqual(['B_prev is not defined', 'B_prev']);
  });
});

it('R Markdown whose last block only shows the result of a 3 × 3 convolution above it', () => {
  const text = [
    '```{r}\nx <- matrix(c(1, 5, 2, 0, 3, 7, 4, 1, 9), nrow = 3)\nk <- matrix(c(1, 2, 0, -1), nrow = 2)\n```',
    '```{r}\ny <- matrix(0, 2, 2)\nfor (i in 1:2) for (j in 1:2) y[i, j] <- sum(x[i:(i + 1), j:(j + 1)] * k)\n```',
    '```{r}\nimage(t(y[nrow(y):1, ]), axes = FALSE)\n```',
    'Large values are bright.\n',
  ].join('\n\n');
  for (const cursor of [undefined, text.indexOf('Large')]) {
    const opened = openText({ text, languageId: 'rmarkdown', ...(cursor !== undefined && { cursor }) });
    expect(opened).toMatchObject({ kind: 'layer', operation: 'conv_forward' });
  }
});

it('R Markdown with a single block of R', () => {
  const text =
    '```{r}\nlibrary(torch)\nx <- torch_tensor(array(1:16, dim = c(1, 1, 4, 4)))\ny <- nnf_max_pool2d(x, 2)\n```\n';
  expect(openText({ text, languageId: 'rmd', cursor: text.indexOf('nnf') })).toMatchObject({
    kind: 'layer',
    operation: 'pool_forward',
    options: { mode: 'max', kernel: 2 },
  });
});

describe('chapters with the code of several frameworks', () => {
  const chapter = [
    '```{.python .input}',
    '%%tab pytorch',
    'import torch',
    'from torch import nn',
    'from d2l import torch as d2l',
    'def run(layer, X):',
    '    return layer(X)',
    '```',
    '```{.python .input}',
    '%%tab tensorflow',
    'import tensorflow as tf',
    'from d2l import tensorflow as d2l',
    'def run(layer, X):',
    '    return layer(tf.reshape(X, (1, 2, 2, 1)))',
    '```',
    '```{.python .input}',
    '%%tab pytorch',
    'y = run(nn.AvgPool2d(2), torch.arange(4.).reshape(1, 1, 2, 2))',
    '```',
    '```{.python .input}',
    '%%tab tensorflow',
    'y = run(tf.keras.layers.MaxPool2D((1, 2)), tf.constant([1., 2., 3., 4.]))',
    '```',
    '```{.python .input}',
    '%%tab all',
    'X = d2l.tensor([[[[1.0, 2.0], [3.0, 4.0]]]])',
    'y = run(nn.MaxPool2d(2), X)',
    '```',
  ].join('\n');

  it.each([
    ['AvgPool2d', 'average', 2],
    ['MaxPool2D', 'max', [1, 2]],
    ['MaxPool2d', 'max', 2],
  ])('%s runs with the code of its own framework; code for all with that of PyTorch', (layerName, mode, kernel) => {
    const opened = openText({ text: chapter, languageId: 'markdown', cursor: chapter.indexOf(layerName) });
    expect(opened).toMatchObject({ kind: 'layer', options: { mode, kernel }, roles: { x: { shape: [1, 2, 2, 1] } } });
  });
});

it('the value of a function of the text is not an input', () => {
  const text =
    '```python\nimport numpy as np\nx = np.arange(6)\n```\n\n```python\ndef stacked(x):\n    return np.stack([x, x])\n\nstacked(x)\n```\n';
  const opened = openText({ text, languageId: 'markdown', cursor: text.indexOf('stacked') });
  expect(opened).toMatchObject({ kind: 'array', arrays: [{ shape: [2, 6] }] });
});

it('prose of a document whose code has no call belongs to the code above it', () => {
  const text = 'A layer:\n\n```{r}\nnet <- nn_conv2d(1, 2, 3)\n```\n\n#### Arguments to `nn_conv2d()`\n\nText.\n';
  const opened = openText({ text, languageId: 'quarto', cursor: text.indexOf('Arguments') });
  expect(opened).toMatchObject({
    kind: 'refused',
    message: 'the text makes nn_conv2d, but does not apply it to an array',
  });
});

it('a page with an input and a filter in two pieces of code and no call is their convolution', () => {
  const text =
    'Suppose you have a 2-D array, arr\n\nimport numpy as np\narr = np.array([\n[ 1 , - 2 , 3 ],\n[ 4 , 5 , 6 ]\n])\n\nand another, smaller array, filter\n\nfilter = np.array([\n[ 1 , - 1 ]\n])\n\nThe result of all these dot products is the following array.\n\n[[ 3 -5]\n[-1 -1]]\n';
  expect(openText({ text, languageId: 'plaintext' })).toMatchObject({
    kind: 'layer',
    operation: 'conv_forward',
    roles: { x: { name: 'arr', values: [1, -2, 3, 4, 5, 6] }, w: { name: 'filter', values: [1, -1] } },
  });
});

it('a call below its arrays that fails is refused for that, not because its names are defined further up', () => {
  const text =
    'My code:\n\nimport numpy as np\nfrom scipy import signal\nk = np.ones((2, 5))\nx = np.ones((3, 3))\nprint(signal.correlate2d(x, k))\n\nExpected result:\n\nprint(signal.correlate2d(k, x, mode="valid"))\n\nThat is all.\n';
  const opened = openText({ text, languageId: 'plaintext' });
  expect(opened).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('larger than the input') as unknown,
  });
});

it('the examples of a problem, Input: x = …, k = 2, are not code', () => {
  const opened = openText({
    text: 'Example 2\nInput: x = np.arange(25).reshape(1, 5, 5), kernel_size=2\nOutput: 6\n',
    languageId: 'plaintext',
  });
  expect(JSON.stringify(opened)).not.toContain('TypeError');
});

it('words between a printed result and the next prompt introduce the code below them', () => {
  const session = (stride: number, result: string): string =>
    `For example, for strides=(${stride}, ${stride})\nand padding="valid":\n>>> x = tf.reshape(tf.range(9.0), [1, 3, 3, 1])\n>>> tf.keras.layers.MaxPooling2D(2, strides=${stride})(x)\n<tf.Tensor: shape=(1, 2, 2, 1), dtype=float32, numpy=\narray([[[[${result}]]]], dtype=float32)>\n`;
  const text = `${session(1, '4.')}${session(2, '4.')}`;
  const at = (words: string) => layer({ text, languageId: 'plaintext', cursor: text.indexOf(words) }).options;
  expect(at('strides=(1')).toMatchObject({ stride: 1 });
  expect(at('strides=(2')).toMatchObject({ stride: 2 });
});
