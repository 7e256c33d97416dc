/** Documents cut into code, output and prose. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { blockAt, blocksOf, blockText, documentRange } from '../../../../core/read/documents/documents';

/** `c:` code, `o:` output, `p:` prose, with the first and the last line of each block. */
function outline(text: string, languageId?: string): string[] {
  return blocksOf(text, languageId).map((block) => {
    const lines = blockText(text, block)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const ends = lines.length > 1 ? `${lines[0]!} … ${lines.at(-1)}` : lines[0]!;
    const language = block.languageId === 'python' || block.kind !== 'code' ? '' : `(${block.languageId ?? '?'})`;
    return `${block.kind[0]!}${language}: ${ends}`;
  });
}

const seed = readFileSync(new URL('../../../fixtures/seed/seed.txt', import.meta.url), 'utf8');

describe('the seed text: Chinese prose, unfenced code, printed output', () => {
  test.each([undefined, 'plaintext', 'markdown'])('language %s', (languageId) => {
    expect(outline(seed, languageId)).toEqual([
      expect.stringMatching(/^p: 深度学习之step/),
      'c: import numpy as np … np.random.seed(1)',
      expect.stringMatching(/^p: 2 - Outline .*Backward Pass|^p: 2 - Outline/),
      'c: def distribute_value(dz,shape): … return a',
      'p: 测试一下:',
      'c: a = distribute_value(2, (2, 2)) … print("\\033[92m All tests passed.")',
      'o: distributed value = [[0.5 0.5] … All tests passed.',
      'p: Putting it Together: Pooling Backward',
      'c: def pool_backward(dA,cache,mode = "max"): … return dA_prev',
      'p: 测试一下:',
      'c: np.random.seed(1) … print("\\033[92m All tests passed.")',
      'o: (5, 4, 2, 2) … All tests passed.',
      expect.stringMatching(/^p: 到此就结束了/),
    ]);
  });
});

const TABLE: readonly (readonly [
  name: string,
  languageId: string | undefined,
  text: string,
  outline: readonly string[],
])[] = [
  [
    'Markdown fences',
    'markdown',
    '# Title\n\n```python\nx = 1\nprint(x)\n```\n\n```\n1\n```\nend',
    ['p: # Title', 'c: x = 1 … print(x)', 'o: 1', 'p: end'],
  ],
  [
    'tildes and an unclosed fence',
    'markdown',
    '~~~py\nx = 1\n~~~\ntext\n```python\ny = 2',
    ['c: x = 1', 'p: text', 'c: y = 2'],
  ],
  [
    'other languages',
    'markdown',
    '```julia\nx = [1 2]\n```\n```json\n[1]\n```',
    ['c(julia): x = [1 2]', 'c(json): [1]'],
  ],
  [
    'R Markdown',
    'rmd',
    '---\ntitle: a\n---\n```{r, echo=FALSE}\nx <- c(1, 2)\n```\n```{python}\nx = 1\n```',
    ['p: --- … ---', 'c(r): x <- c(1, 2)', 'c: x = 1'],
  ],
  ['Quarto', 'quarto', '```{python}\n#| echo: false\nx = 1\n```', ['c: #| echo: false … x = 1']],
  ['MyST', undefined, '```{code-cell} ipython3\n:tags: [hide-input]\n\nx = 1\n```\n', ['c: x = 1']],
  ['MyST colons', undefined, ':::{code-cell} python\nx = 1\n:::\n', ['c: x = 1']],
  [
    'a chat transcript',
    undefined,
    'User: how?\n\nAssistant: like this:\n```python\nprint([1])\n```\nwhich prints `[1]`.',
    ['p: User: how? … Assistant: like this:', 'c: print([1])', 'p: which prints `[1]`.'],
  ],
  [
    'a chat transcript without fences',
    undefined,
    'You said:\nhow do I pad?\nChatGPT said:\nUse np.pad:\npython\nCopy code\nimport numpy as np\nx = np.ones((2, 2))\nThis gives ones.',
    ['p: You said: … Copy code', 'c: import numpy as np … x = np.ones((2, 2))', 'p: This gives ones.'],
  ],
  [
    'percent cells',
    'python',
    'import os\n# %% [markdown]\n# Text\n# %%\nx = 1\n#%% second\ny = 2',
    ['c: import os', 'p: # %% [markdown] … # Text', 'c: # %% … x = 1', 'c: #%% second … y = 2'],
  ],
  [
    'a doctest',
    undefined,
    'Text.\n>>> a = np.array([1, 2])\n>>> a\narray([1, 2])\n>>> for i in a:\n...     print(i)\n1\n2\n\nMore text.',
    [
      'p: Text.',
      'c: >>> a = np.array([1, 2]) … >>> a',
      'o: array([1, 2])',
      'c: >>> for i in a: … ...     print(i)',
      'o: 1 … 2',
      'p: More text.',
    ],
  ],
  [
    'IPython',
    'python',
    'In [3]: a\nOut[3]: array([-1., -2.])\n\nIn [4]: b = 2',
    ['c: In [3]: a', 'o: Out[3]: array([-1., -2.])', 'c: In [4]: b = 2'],
  ],
  [
    'HTML',
    'html',
    '<p>Text</p><pre><code class="language-python">x = 1 &lt; 2\n<span class="k">print</span>(x)\n</code></pre><pre>True</pre>',
    ['p: <p>Text</p>', 'c: x = 1 < 2 … print(x)', 'o: True'],
  ],
  ['a print below its code', 'python', 'print(a)\n[-1. -2. -3.]', ['c: print(a)', 'o: [-1. -2. -3.]']],
  [
    'a labelled print',
    'python',
    'print("a =", a)\na = [-1.3 -0.8 -0.7]',
    ['c: print("a =", a)', 'o: a = [-1.3 -0.8 -0.7]'],
  ],
  [
    'a print over several lines',
    undefined,
    'print(a)\n[[ 1 -2]\n [ 3 -4]]\n\nThen.',
    ['c: print(a)', 'o: [[ 1 -2] … [ 3 -4]]', 'p: Then.'],
  ],
  ['code in another language', 'matlab', 'A = [1 2; 3 4];\nB = A'.trim(), ['c(matlab): A = [1 2; 3 4]; … B = A']],
  [
    'prose only',
    undefined,
    'This is about arrays, e.g. (2, 3).\nSee x = 3 and more.\n',
    ['p: This is about arrays, e.g. (2, 3). … See x = 3 and more.'],
  ],
  [
    'a traceback',
    undefined,
    'print(x)\nTraceback (most recent call last):\n  File "a.py", line 1\nNameError: name x',
    ['c: print(x)', 'o: Traceback (most recent call last): … NameError: name x'],
  ],
];

describe('blocksOf', () => {
  test.each(TABLE)('%s (%s)', (_, languageId, text, expected) => {
    expect(outline(text, languageId)).toEqual(expected);
  });

  test('blocks do not overlap and are in the order of the text', () => {
    for (const [, languageId, text] of TABLE) {
      const blocks = blocksOf(text, languageId);
      blocks.forEach(({ range: [start, end] }, k) => {
        expect(start).toBeGreaterThanOrEqual(blocks[k - 1]?.range[1] ?? 0);
        expect(end).toBeGreaterThan(start);
      });
    }
  });

  test('HTML: a range of the decoded code is found again in the document', () => {
    const text = '<pre>a = 1 &amp; 2\n<b>W</b> = [1, 2]\nprint(W)</pre>';
    const [block] = blocksOf(text, 'html');
    const code = blockText(text, block!);
    const start = code.indexOf('[1');
    expect(text.slice(...documentRange(block!, [start, start + 6]))).toBe('[1, 2]');
  });

  test('blockAt: the block at an offset, the later one at a border', () => {
    const text = '```python\nx = 1\n```\nend';
    const blocks = blocksOf(text, 'markdown');
    expect(blockAt(blocks, 12)?.kind).toBe('code');
    expect(blockAt(blocks, text.length)?.kind).toBe('prose');
    expect(blockAt(blocks, 3)).toBeUndefined();
  });
});

test.each([
  ['a computed value', "x = np.ones(3)\nprint('x = ', x)\nx = np.array([[-1, 2],\n              [5, 1]])\ny = f(x)\n"],
  ['a literal for a variable of the code', 'stride = 1\nprint("stride =", stride)\nstride = 2\ny = f(stride)\n'],
  ['several targets', 'print("out")\nout, cache = forward(x)\n'],
  ['a call', 'print("corr2d")\ncorr2d(X, K)\n'],
])('what a program assigns below its prints is code: %s', (_, text) => {
  expect(blocksOf(text, 'python').map(({ kind }) => kind)).toEqual(['code']);
});

test.each([
  ['x = np.ones(3)\nprint("dA_mean =", x.mean())\ndA_mean = 1.45\n', 'dA_mean = 1.45'],
  ['x = np.ones(3)\nprint("x =", repr(x))\nx = array([1., 1., 1.])\n', 'x = array([1., 1., 1.])'],
  ['print("mode = " + mode)\nmode = max\n', 'mode = max'],
])('printed results below their prints are output (%#)', (text, output) => {
  const blocks = blocksOf(text, 'python').filter(({ kind }) => kind === 'output');
  expect(blocks.map(({ range }) => text.slice(...range).trim())).toEqual([output]);
});

test('an equation that assigns to a call is prose', () => {
  expect(blocksOf('Output(0, 0) = (5 * 2) + (1 * 3)\n').map(({ kind }) => kind)).toEqual(['prose']);
});

test('printed values below the title of an output are output', () => {
  const text = 'y = conv(x, k)\nprint(y)\n\nExpected output:\n[[1. 1.]\n [7. 6.]]\n';
  expect(blocksOf(text, 'plaintext').map(({ kind }) => kind)).toEqual(['code', 'output']);
});

test('a fence of a console of R is code of R', () => {
  const text = '```\n> x <- matrix(c(3, 2, 2, 0), nrow=2)\n```\n';
  expect(blocksOf(text, 'markdown')).toMatchObject([{ kind: 'code', languageId: 'r' }]);
});

test('an array as PyTorch prints it is output, also below words behind its code', () => {
  const text =
    'y = F.conv2d(x, w)\nprint(y)\n\nSure, this gives:\n\ntensor([[1., 2.],\n        [3., 4.]])\n\nAnd now?\n';
  expect(blocksOf(text, 'plaintext').map(({ kind }) => kind)).toEqual(['code', 'prose', 'output', 'prose']);
  expect(blocksOf(text.replace('print(y)', 'y.sum()'), 'plaintext').some(({ kind }) => kind === 'output')).toBe(false);
});
