/** Arrays of strings; the expected output is that of CPython 3.11 with NumPy 1.24. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

const SETUP = `import numpy as np
names = np.array(['cat', 'dog', 'frog'])
labels = np.array(['b', 'a', 'c', 'a'])
`;

it.each([
  [
    'elements, views and how they are printed',
    `print(names, repr(names), names.shape, len(names), names[1], names[[2, 0]], names[::-1], names.tolist(), f'{names[0]:>5}|')
print(repr(np.array([['a', 'bb'], ['c', 'd']]).T), names.dtype, repr(names.dtype), type(names), type(names[0]), isinstance(names[0], str))
print(np.array(['conv2d_%d' % i for i in range(8)]), np.array(["it's", 'x\\n']))
`,
    "['cat' 'dog' 'frog'] array(['cat', 'dog', 'frog'], dtype='<U4') (3,) 3 dog ['frog' 'cat'] ['frog' 'dog' 'cat'] ['cat', 'dog', 'frog']   cat|\n" +
      "array([['a', 'c'],\n       ['bb', 'd']], dtype='<U2') <U4 dtype('<U4') <class 'numpy.ndarray'> <class 'numpy.str_'> True\n" +
      "['conv2d_0' 'conv2d_1' 'conv2d_2' 'conv2d_3' 'conv2d_4' 'conv2d_5'\n 'conv2d_6' 'conv2d_7'] [\"it's\" 'x\\n']\n",
  ],
  [
    'comparisons give masks',
    `print(labels == 'a', (labels != 'a').sum(), labels[labels != 'a'], labels < 'b', labels == labels[::-1], 'cat' in names, 'cow' in names)
print(np.isin(labels, ['a', 'c']), np.where(labels == 'a'), np.array_equal(labels, ['b', 'a', 'c', 'a']))
`,
    "[False  True False  True] 2 ['b' 'c'] [False  True False  True] [False False False False] True False\n" +
      '[False  True  True  True] (array([1, 3]),) True\n',
  ],
  [
    'loops and other functions of Python',
    `print([f'{i}{name.upper()}' for i, name in enumerate(names)], ', '.join(names), dict(zip(names, [1, 2, 3])), sorted(labels), max(names))
`,
    "['0CAT', '1DOG', '2FROG'] cat, dog, frog {'cat': 1, 'dog': 2, 'frog': 3} ['a', 'a', 'b', 'c'] frog\n",
  ],
  [
    'functions of NumPy that sort, count, choose and join',
    `print(np.unique(labels, return_inverse=True, return_counts=True), np.argsort(labels, kind='stable'), np.sort(labels))
print(np.where(np.array([0.5, -1]) > 0, 'pos', 'negative'), np.concatenate([labels, names]), np.append(labels, 'zz'), np.repeat(['x', 'yy'], 2), np.array_split(labels, 2))
`,
    "(array(['a', 'b', 'c'], dtype='<U1'), array([1, 0, 2, 0]), array([2, 1, 1])) [1 3 0 2] ['a' 'a' 'b' 'c']\n" +
      "['pos' 'negative'] ['b' 'a' 'c' 'a' 'cat' 'dog' 'frog'] ['b' 'a' 'c' 'a' 'zz'] ['x' 'x' 'yy' 'yy'] [array(['b', 'a'], dtype='<U1'), array(['c', 'a'], dtype='<U1')]\n",
  ],
  [
    'draws, with as many random numbers as NumPy takes',
    `np.random.seed(0)
print(np.random.choice(['a', 'b'], 4), np.random.choice(names), np.random.choice(['a', 'b', 'c'], 3, p=[.2, .3, .5]), np.random.permutation(names))
np.random.shuffle(labels)
print(labels, np.random.rand())
rng = np.random.default_rng(0)
print(rng.choice(['a', 'b'], 4), rng.choice(names, 2, replace=False), rng.permutation(['x', 'y', 'z']), rng.random())
`,
    "['a' 'b' 'b' 'a'] dog ['c' 'b' 'b'] ['dog' 'frog' 'cat']\n['a' 'a' 'c' 'b'] 0.7917250380826646\n['b' 'b' 'b' 'a'] ['frog' 'cat'] ['x' 'y' 'z'] 0.9127555772777217\n",
  ],
  [
    'copies',
    'import copy\nprint(copy.deepcopy([names])[0], names.copy(), names.reshape(3, 1))\n',
    "['cat' 'dog' 'frog'] ['cat' 'dog' 'frog'] [['cat']\n ['dog']\n ['frog']]\n",
  ],
])('%s', (_, program, expected) => {
  const { output, error } = runCode(SETUP + program);
  expect(error).toBeUndefined();
  expect(output).toBe(expected);
});

it.each([
  "np.where(np.array([True, False]), 'a', 0)",
  'np.isin(names, [1, 2])',
  'np.array_equal(names, [0, 1, 2])',
  'np.append(names, 5)',
  'np.concatenate([names, [1]])',
  "np.array(['1', '2'], dtype=int)",
  "np.array(['1', '2'], int)",
  "np.array(['a', 1])",
  'np.bincount(names)',
  'np.sum(names)',
  'names == 1',
  "names + 'x'",
  'names.astype(int)',
  'names.max()',
  'names.dtype == "int"',
  'bool(names)',
])('%s is refused for strings', (expression) => {
  expect(runCode(`${SETUP}print(${expression})\n`)).toMatchObject({
    output: '',
    error: { type: 'NotSupported', line: 4 },
  });
});
