/** Which lenses a text gets, and which it does not. */
import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../../core/message';
import { findLenses } from '../../../extension/session/lens/findLenses';
import { LensCache, type LensText } from '../../../extension/session/lens/LensCache';

function lensesOf(text: string, languageId = 'python', from = 0, to = text.length) {
  return findLenses(text, { languageId, from, to }).lenses.map(({ offset, title, segment, purpose }) => ({
    line: text.slice(0, offset).split('\n').length,
    title: formatMessage(title),
    opens: text.slice(...segment),
    purpose,
  }));
}

const course = `np.random.seed(1)
A_prev = np.random.randn(5, 5, 3, 2)
hparameters = {"stride": 1, "f": 2}
A, cache = pool_forward(A_prev, hparameters)
dA = np.random.randn(5, 4, 2, 2)

dA_prev = pool_backward(dA, cache, mode="max")
print("done")
`;

describe('array literals', () => {
  it('get one lens to inspect, with the shape, and one to step through; both open the literal with its name', () => {
    expect(lensesOf('x = 1\nX = np.array([[1, 0, -1],\n [2, 0, -2]])\n')).toEqual([
      { line: 2, title: 'Inspect (2, 3)', opens: 'X = np.array([[1, 0, -1],\n [2, 0, -2]])', purpose: 'inspect' },
      { line: 2, title: 'Step through', opens: 'X = np.array([[1, 0, -1],\n [2, 0, -2]])', purpose: 'any' },
    ]);
  });

  it.each([
    ['a pair', 'size = [3, 4]\n'],
    ['a row of seven', 'x = [1, 2, 3, 4, 5, 6, 7]\n'],
    ['a column of three', 'x = [[1], [2], [3]]\n'],
    ['an empty list', 'x = []\n'],
    ['words', 'x = [["a", "b"], ["c", "d"]]\n'],
    ['a comment', '# x = [[1, 2], [3, 4]]\n'],
    ['a string', 'x = "[[1, 2], [3, 4]]"\n'],
  ])('%s gets none', (_, text) => {
    expect(lensesOf(text)).toEqual([]);
  });

  it.each([
    ['2×2', 'x = [[1, 2], [3, 4]]\n', 'Inspect (2, 2)'],
    ['a row of eight', 'x = [1, 2, 3, 4, 5, 6, 7, 8]\n', 'Inspect (8,)'],
  ])('%s gets one', (_, text, title) => {
    expect(lensesOf(text)[0]!.title).toBe(title);
  });

  it('in JavaScript, C and JSON as well', () => {
    expect(lensesOf('const k = [[1, 2], [3, 4]];\n', 'javascript')[0]!.opens).toBe('const k = [[1, 2], [3, 4]]');
    expect(lensesOf('float k[2][2] = {{1, 2}, {3, 4}};\n', 'c')[0]!.title).toBe('Inspect (2, 2)');
    expect(lensesOf('{\n  "k": [[1, 2], [3, 4]]\n}\n', 'json')[0]!.title).toBe('Inspect (2, 2)');
  });

  it('on the long line of a minified file get none', () => {
    const row = `[${Array.from({ length: 40 }, (_, index) => index).join(',')}]`;
    expect(lensesOf(`var a=1,k=[${row},${row}];f(${'x'.repeat(2000)});`, 'javascript')).toEqual([]);
  });
});

describe('layer calls', () => {
  it('open the code before them to the end of their line', () => {
    const [forward, backward, ...rest] = lensesOf(course);
    expect(rest).toEqual([]);
    expect(forward).toMatchObject({ line: 4, title: 'Step through pool_forward', purpose: 'any' });
    expect(forward!.opens).toBe(course.slice(0, course.indexOf('\ndA =')));
    expect(backward).toMatchObject({ line: 7, title: 'Step through pool_backward' });
    expect(backward!.opens).toBe(course.slice(0, course.indexOf('\nprint')));
  });

  it('open their # %% cell', () => {
    const text = `# %% set-up\nx = 1\n# %%\n${course}`;
    const last = lensesOf(text).at(-1);
    expect(last.title).toBe('Step through pool_backward');
    expect(last.opens.startsWith('# %%\nnp.random.seed(1)')).toBe(true);
  });

  it('do not appear in a function’s body, where the arguments are unknown, nor in its head', () => {
    const text = `def conv_forward(A_prev, W, b, hparameters):
    for i in range(m):
        # a comment
        Z[i] = conv_single_step(a, W, b)

if True:
    Z, cache = conv_forward(A_prev, W, b, hparameters)
`;
    expect(lensesOf(text).map(({ line, title }) => [line, title])).toEqual([[7, 'Step through conv_forward']]);
  });

  it('of PyTorch and TensorFlow are known; a layer that is only constructed has no lens', () => {
    const text =
      'y = F.conv2d(x, w)\npool = nn.MaxPool2d(2)\nz = nn.MaxPool2d(2)(x)\nu = tf.nn.max_pool2d(x, 2, 2, "VALID")\n';
    expect(lensesOf(text).map(({ title }) => title)).toEqual([
      'Step through F.conv2d',
      'Step through nn.MaxPool2d',
      'Step through tf.nn.max_pool2d',
    ]);
  });

  it('do not appear in another language', () => {
    expect(lensesOf('pool_backward(dA, cache);\n', 'javascript')).toEqual([]);
  });
});

describe('a part of the text', () => {
  const rows = Array.from({ length: 100 }, (_, row) => `    [${row}, ${row + 1}],`).join('\n');
  const text = `first = [[1, 2], [3, 4]]\nlong = [\n${rows}\n]\nlast = [[5, 6], [7, 8]]\n`;

  it('only what touches it is found; the inner lines of a literal are not taken for literals', () => {
    const from = text.indexOf('    [50');
    const to = text.indexOf('    [60');
    const { lenses, read } = findLenses(text, { languageId: 'python', from, to });
    expect(lenses.map(({ title }) => formatMessage(title))).toEqual(['Inspect (100, 2)', 'Step through']);
    expect(read).toEqual([text.indexOf('[\n'), text.indexOf('\nlast')]);
  });

  it('is searched once for each version of the document', () => {
    let reads = 0;
    const document = { version: 1, languageId: 'python', getText: () => (reads++, text) } satisfies LensText;
    const cache = new LensCache();
    const middle = [text.indexOf('    [50'), text.indexOf('    [60')] as const;
    expect(cache.covers(document, [middle])).toBe(false);
    expect(cache.lensesOf(document, [middle])).toHaveLength(2);
    expect(cache.covers(document, [middle])).toBe(true);
    cache.lensesOf(document, [[text.indexOf('    [10'), text.indexOf('    [90')]]);
    expect(reads).toBe(1);
    expect(cache.lensesOf(document, [[0, text.length]])).toHaveLength(6);
    expect(cache.lensesOf(document, [middle, [0, 10]])).toHaveLength(6);
    expect(reads).toBe(2);
    document.version = 2;
    expect(cache.covers(document, [middle])).toBe(false);
    expect(cache.lensesOf(document, [[0, 10]])).toHaveLength(2);
  });
});
