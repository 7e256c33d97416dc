/** No filter is assumed for kernels and padded arrays by their names, for arrays that a text only prints, and for results below a layer. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer } from '../requests';

it('an array with the name of a kernel is not an image', () => {
  const kernel = 'K_cross = [[0, 3, 0, 0], [3, 1, 3, 0], [0, 3, 0, 0], [0, 0, 0, 2]]\n';
  expect(openText({ text: kernel, languageId: 'plaintext' }).kind).toBe('array');
  const image = 'img = [[1, 2, 0, 1, 3], [0, 1, 1, 2, 0], [2, 0, 1, 1, 1], [1, 1, 0, 2, 1], [0, 3, 1, 0, 2]]\n';
  expect(layer({ text: image + kernel, languageId: 'python' }).roles).toMatchObject({ w: { name: 'K_cross' } });
});

const padded = '[[0, 0, 0, 0], [0, 7, 2, 0], [0, 1, 5, 0], [0, 0, 0, 0]]';

it.each([
  ['ruby', `sample = { "x_pad" => ${padded} }\n`],
  ['plaintext', `"x_pad" => ${padded}\n`],
  ['python', `x_pad = ${padded}\n`],
])('%s: a padded array alone is the result of a padding', (languageId, text) => {
  expect(openText({ text, languageId }).kind).toBe('array');
});

it('with a filter, a padded array is an input', () => {
  const text = `x_pad = ${padded}\nkernel = [[1, 0], [0, 2]]\n`;
  expect(layer({ text, languageId: 'python' })).toMatchObject({
    operation: 'conv_forward',
    roles: { x: { name: 'x_pad' } },
  });
});

it('an array that is printed with its values in comments is that array', () => {
  const made = 'rng = np.random.default_rng(5)\nvol = rng.normal(size=(9, 9, 3)).round(1)\n';
  const text = `Let vol be a 9x9x3 array.\n\n${made}print(vol)\n# [[[-0.8 -1.3 -0.2]\n#   ...\n#   [ 0.4  0.1  1. ]]]\n`;
  expect(openText({ text, languageId: 'plaintext' })).toMatchObject({ kind: 'array', arrays: [{ name: 'vol' }] });
});

it('one number in two pairs of brackets below a filter is not its bias', () => {
  const text = 'Convolution:\ninput = [[3, 1, 0], [2, 2, 1], [0, 4, 1]]\nkernel = [[1, 1], [0, 1]]\n[[8]]\n';
  const { roles, assumptions } = layer({ text, languageId: 'plaintext' });
  expect(roles).not.toHaveProperty('b');
  expect(assumptions).toContain('not used: (1, 1)');
});

it.each(['(gdb) p *m\n$3 = ', '(lldb) p m\n(int [2][3]) $0 = '])('what a debugger shows is an array: %s', (before) => {
  const text = `(gdb) break scale.c:12\nBreakpoint 1 at 0x1139: file scale.c, line 12.\n${before}{{4, 9, 1}, {7, 0, 8}}\n`;
  for (const cursor of [undefined, text.indexOf('{{')])
    expect(openText({ text, languageId: 'plaintext', ...(cursor !== undefined && { cursor }) })).toMatchObject({
      kind: 'array',
      arrays: [{ shape: [2, 3] }],
    });
});

it.each(['plt.imshow(votes)', 'plt.colorbar(label="a")'])(
  'a cell that only draws opens the arrays that it draws: %s',
  (at) => {
    const text =
      '# %%\nimport numpy as np\nimport matplotlib.pyplot as plt\nvotes = np.array([[4, 1], [0, 8]])\na = np.array([3, 4])\n\n' +
      '# %%\nplt.imshow(votes)\nplt.colorbar(label="a")\nplt.xticks([0, 1])\n';
    const opened = openText({ text, languageId: 'python', cursor: text.indexOf(at) });
    expect(opened).toMatchObject({ kind: 'array', arrays: [{ name: 'votes', values: [4, 1, 0, 8] }] });
  },
);

it('a table of data alone is shown; a command for a layer convolves it', () => {
  const text = '0.5,0.25,0.75\n1.5,2.5,0.5\n2.25,1.25,0.5\n1.5,0.75,3.5\n';
  expect(openText({ text, languageId: 'csv' })).toMatchObject({ kind: 'array', arrays: [{ shape: [4, 3] }] });
  expect(openText({ text, languageId: 'csv', operation: 'convolution' })).toMatchObject({ kind: 'layer' });
});

it('a function of another module takes a part of the array: no filter is assumed', () => {
  const text =
    "import numpy as np\nfrom einops import reduce\nx = np.array([[3, 1, 4, 1], [5, 9, 2, 6], [5, 3, 5, 8], [9, 7, 9, 3]])\ny = reduce(x[None, None], 'b c (h h2) (w w2) -> b c h w', 'mean', h2=2, w2=2)\n";
  expect(openText({ text, languageId: 'python' }).kind).toBe('array');
});

it.each([
  'counts = {}\nfor v in img.ravel():\n    counts[v // 5] = counts.get(v // 5, 0) + 1\n',
  'for t in (5, 10):\n    plt.imshow(img > t)\n',
  'total = 0\n\nfor i in range(4):\n\n    total = max(total, img[i, i])\n',
])('a loop reads the array for something else than a layer: no filter is assumed: %s', (loop) => {
  const text = `import numpy as np\nimg = np.arange(24).reshape(4, 6)\n${loop}`;
  expect(openText({ text, languageId: 'python' }).kind).toBe('array');
});

it.each([
  ['a row kernel above', 'row_kernel (radius 2)\n[1, 1, 1]\n\nsource data\n', '\n\nresult\n[[3, 4], [5, 6]]\n'],
  ['a filter of an unknown kind', 'We slide the filter to the right, one pixel at a time.\n\nThe data:\n', ''],
  ['a kernel below', 'The numbers\n', '\n\nare convolved with a kernel that is learned.\n'],
  ['a kernel of Korean words', '필터의 커널 크기는 3이다.\n\n입력:\n', ''],
])('at an array of a text whose words tell of %s no other one is assumed', (_, before, after) => {
  const text = `${before}[[1, 5, 2, 0],\n [8, 1, 2, 0],\n [3, 7, 3, 4]]${after}`;
  expect(openText({ text, languageId: 'plaintext', cursor: text.indexOf('8, 1') }).kind).toBe('array');
});

it.each([
  ['To (mean):', 'From:'],
  ['After:', 'Before:'],
  ['Nachher:', 'Vorher:'],
])('an array below "%s" is not the filter of that below "%s"', (after, before) => {
  const text = `${before}\n[[0 0 0 0]\n[9 8 9 9]\n[9 9 7 9]\n[0 0 0 0]]\n${after}\n[[ 5.9  5.9]\n[ 8.9  8.9]]\n`;
  expect(openText({ text, languageId: 'plaintext' }).kind).toBe('array');
});

it.each([' ', ','])(
  'the inner rows of arrays between brackets are not read as tables: "%s" between numbers',
  (mark) => {
    const rows = (first: number): string =>
      `[[${[first, 2, 3].join(mark)}]${mark.trim()}\n[${[4, first, 6].join(mark)}]${mark.trim()}\n[${[7, 8, first].join(mark)}]${mark.trim()}\n[1${mark}2${mark}3]]`;
    const text = `About a convolution\n\nDe\n${rows(1)}\nPara (Media):\n${rows(5)}\n(3 x 3 filter)\n`;
    const opened = openText({ text, languageId: 'markdown' });
    expect(opened).toMatchObject({ kind: 'array', arrays: [{ shape: [4, 3] }, { shape: [4, 3] }] });
  },
);

it.each([
  ['[1, 1, 1]', '[[1, 5, 2, 0],\n [8, 1, 2, 0],\n [3, 7, 3, 4]]'],
  ['[[1, 1, 1]]', '[[1, 5, 2, 0],\n [8, 1, 2, 0]]'],
  ['[[0, 1], [1, 0]]', '[[1, 5, 2],\n [8, 1, 2],\n [3, 7, 3]]'],
])('of two arrays without names, a larger one below is not the filter: %s', (first, second) => {
  const text = `About a convolution with a kernel\n\n${first}\n\nand data\n\n${second}\n`;
  expect(openText({ text, languageId: 'plaintext' }).kind).not.toBe('refused');
  const opened = openText({ text, languageId: 'plaintext' });
  if (opened.kind === 'layer') expect(opened.roles['w']?.values).toHaveLength(first.match(/\d/g)!.length);
});
