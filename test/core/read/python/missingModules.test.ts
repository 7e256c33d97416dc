/** Programs that use modules, files and data that are not there: unknown values flow until they are needed. */
import { describe, expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

function outputOf(source: string): string {
  const { output, error } = runCode(source);
  expect(error).toBeUndefined();
  return output;
}

describe('a program goes on', () => {
  it.each([
    ['a loader of another module', 'from data import load\nx, y = load("a")\nz = x.T + y[0] * 2\nprint(1)\n', '1\n'],
    ['tests of a star import', 'from public_tests import *\ndef f(x): return x\nf_test(f)\nprint(2)\n', '2\n'],
    [
      'a file',
      'import pickle\nwith open("w.pkl", "rb") as file:\n    w = pickle.load(file)\nb = w["b"]\nprint(3)\n',
      '3\n',
    ],
    ['an unknown value in a list', 'import data\nl = [1]\nl.append(data.load())\nprint(len(l))\n', '2\n'],
    ['a NumPy function of an unknown value', 'import numpy as np, data\nm = np.mean(data.load())\nprint(1)\n', '1\n'],
    ['Python 2 compatibility', 'from builtins import range\nprint(sum(range(4)))\n', '6\n'],
    [
      'a star import of NumPy',
      'from numpy import *\nprint(zeros(2), max([1, 2]), random.RandomState(0).rand() < 1)\n',
      '[0. 0.] 2 True\n',
    ],
    [
      'the version of Python',
      'import platform, sys\nprint(platform.python_version_tuple()[0], sys.version_info.major)\n',
      '3 3\n',
    ],
  ])('with %s', (_, source, expected) => {
    expect(outputOf(source)).toBe(expected);
  });

  it('printing what is not known, which is its error', () => {
    const source = 'import data\nprint("score", data.score(), f"{data.n:.2f}")\nprint(2)\n';
    expect(runCode(source)).toMatchObject({
      output: 'score <unknown> <unknown>\n2\n',
      error: { message: 'a value that depends on data.score, data.n is needed here', line: 2 },
    });
  });

  it('a long loop that breaks early runs', () => {
    expect(outputOf('for i in range(10**9):\n    if i == 3: break\nprint(i)\n')).toBe('3\n');
  });
});

describe('a program stops by name', () => {
  it.each([
    ['a condition', 'import data\nif data.flag(): x = 1\n', 'a value that depends on data.flag is needed here', 2],
    ['a loop', 'import data\nfor x in data.load():\n    pass\n', 'a value that depends on data.load is needed here', 2],
    [
      'a write into a known array',
      'import numpy as np, data\nx = np.zeros(2)\nx[0] = data.load()\n',
      'a value that depends on data.load is needed here',
      3,
    ],
    [
      'an update of a known array',
      'import numpy as np, data\nx = np.zeros(2)\nx += data.load()\n',
      'a value that depends on data.load is needed here',
      3,
    ],
    [
      'a function that may change its argument',
      'import numpy as np, data\nx = np.zeros(2)\ndata.scale(x)\n',
      'data.scale comes from data, which is not in this text',
      3,
    ],
    [
      'a copy into a known array',
      'import numpy as np, data\nx = np.zeros(2)\nnp.copyto(x, data.load())\n',
      'a value that depends on data.load is needed here',
      3,
    ],
  ])('%s', (_, source, message, line) => {
    expect(runCode(source).error).toMatchObject({ type: 'NotSupported', message, line });
  });

  it('a name that no import can bring is a NameError', () => {
    expect(runCode('from numpy import *\nfoo(1)\n').error).toMatchObject({ type: 'NameError' });
    expect(runCode('from tests import *\ndef f():\n    return foo(1)\nf()\n').error).toMatchObject({
      type: 'NameError',
    });
  });

  it('draws after an unknown function are unknown until the next seed', () => {
    const source =
      'import numpy as np, data\nnp.random.seed(1)\ndata.make()\nprint(np.random.rand())\nnp.random.seed(1)\nprint(np.random.rand() > 0)\n';
    expect(runCode(source).output).toBe('<unknown>\nTrue\n');
  });
});

it('a PyTorch function that is missing may have drawn from its generator', () => {
  const { error } = runCode(
    'import torch\ntorch.manual_seed(0)\ne = torch.nn.Embedding(3, 2)\nx = torch.randn(2)\nprint(x.sum().item())\n',
  );
  expect(error).toMatchObject({ type: 'NotSupported', line: 4 });
});

describe('np.nditer', () => {
  it('walks with the index, and writes through', () => {
    const source = `import numpy as np
x = np.arange(6.0).reshape(2, 3)
it = np.nditer(x, flags=['multi_index'], op_flags=['readwrite'])
while not it.finished:
    i = it.multi_index
    x[i] += 10 * i[0]
    it.iternext()
for v in np.nditer(x, op_flags=['readwrite']):
    v[...] = 2 * v
print(x.tolist(), [int(v) for v in np.nditer(x.T)], [int(v) for v in np.nditer(x.T, order='C')])
`;
    expect(outputOf(source)).toBe(
      '[[0.0, 2.0, 4.0], [26.0, 28.0, 30.0]] [0, 2, 4, 26, 28, 30] [0, 26, 2, 28, 4, 30]\n',
    );
  });

  it('elements are read-only by default', () => {
    const { error } = runCode('import numpy as np\nfor v in np.nditer(np.zeros(2)):\n    v[...] = 1\n');
    expect(error).toEqual({ type: 'ValueError', message: 'assignment destination is read-only', line: 3 });
  });
});

describe('collections', () => {
  it.each([
    [
      'from collections import OrderedDict\nd = OrderedDict()\nd["a"] = 1\nprint(d, list(d.items()))\n',
      "OrderedDict([('a', 1)]) [('a', 1)]\n",
    ],
    [
      'from collections import defaultdict\nd = defaultdict(list)\nd["a"].append(1)\nprint(d["a"], len(d), "b" in d)\n',
      '[1] 1 False\n',
    ],
    [
      'from collections import Counter\nc = Counter("abca")\nprint(c, c["z"], c.most_common(1))\n',
      "Counter({'a': 2, 'b': 1, 'c': 1}) 0 [('a', 2)]\n",
    ],
    [
      'd = {"a": 1}\nprint(d.keys(), d.values(), d.items())\n',
      "dict_keys(['a']) dict_values([1]) dict_items([('a', 1)])\n",
    ],
  ])('%s', (source, expected) => {
    expect(outputOf(source)).toBe(expected);
  });

  it('keys cannot be indexed', () => {
    expect(runCode('{"a": 1}.keys()[0]\n').error).toMatchObject({
      type: 'TypeError',
      message: "'dict_keys' object is not subscriptable",
    });
  });
});

it('a module that may be absent is missing where the program handles it', () => {
  const program = `try:
    from fast_layers_xyz import conv
except ImportError as e:
    conv = None
    print(e)
try: import math, json
except: print('none')
print(conv, math.floor(1.5))
`;
  expect(runCode(program, { missing: 'error' })).toMatchObject({
    output: "No module named 'fast_layers_xyz'\nNone 1\n",
  });
});

it.each([
  'torch.nn.utils.clip_grad_value_(nn.Linear(2, 1).parameters(), 1.0)',
  'torch.nn.init.trunc_normal_(torch.zeros(2))',
  'cv2.rectangle(image, (0, 0), (1, 1), 255, -1)',
  'cv2.drawContours(image, [], -1, 255)',
])('%s, which changes its argument, is refused', (call) => {
  const { error, output } = runCode(
    `import torch, cv2\nimport torch.nn as nn\nimport numpy as np\nimage = np.zeros((2, 2), np.uint8)\n${call}\nprint(1)\n`,
  );
  expect(error).toMatchObject({ type: 'NotSupported', line: 5 });
  expect(output).toBe('');
});
