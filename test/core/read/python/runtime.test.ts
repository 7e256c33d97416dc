/** Values, prints and errors of a program, as CPython 3.11, NumPy 1.24 and PyTorch 1.13 give them. */
import { describe, expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

function outputOf(source: string): string {
  const { output, error } = runCode(`import numpy as np\nimport torch\n${source}`);
  expect(error).toBeUndefined();
  return output.trimEnd();
}

describe('Python', () => {
  it.each([
    [
      'sets of integers are ordered by their hashes',
      'print({5, 1, 0}, list({-1, 7, 64, 9, 3}), set([33, 1, 17]))',
      '{0, 1, 5} [64, 3, 7, 9, -1] {33, 1, 17}',
    ],
    [
      'the text of a KeyError is the repr of its key',
      'try:\n    {}[0]\nexcept KeyError as e:\n    print(e)\ntry:\n    {}["a"]\nexcept KeyError as e:\n    print(e, e.args)',
      "0\n'a' ('a',)",
    ],
    ['round to tens', 'print(round(25, -1), round(35.0, -1), round(True), round(-7, 2))', '20 40.0 1 -7'],
    ['oct and ascii', 'print(oct(8), ascii("é€"))', "0o10 '\\xe9\\u20ac'"],
    [
      'types of dtypes',
      'print(np.float32, np.zeros(1).dtype, torch.float32, torch.zeros(1).dtype)',
      "<class 'numpy.float32'> float64 torch.float32 torch.float32",
    ],
  ])('%s', (_, source, expected) => {
    expect(outputOf(source)).toBe(expected);
  });

  it.each(['locals()', 'globals()', 'eval("1")', 'vars()'])('%s is refused, not a NameError', (source) => {
    expect(runCode(`${source}\n`).error).toMatchObject({ type: 'NotSupported' });
  });
});

describe('np.set_printoptions', () => {
  it('changes how arrays are printed', () => {
    const source = 'a = np.array([1.23456, 1e-7])\nnp.set_printoptions(precision=3, suppress=True)\nprint(a)\n';
    expect(outputOf(source)).toBe('[1.235 0.   ]');
  });

  it('np.printoptions does so inside of its block', () => {
    const source = 'a = np.array([1.23456])\nwith np.printoptions(precision=2):\n    print(a)\nprint(a)\n';
    expect(outputOf(source)).toBe('[1.23]\n[1.23456]');
  });

  it('an option that is not supported is refused', () => {
    const { error } = runCode('import numpy as np\nnp.set_printoptions(nanstr="x")\n');
    expect(error?.message).toBe('the argument nanstr of np.set_printoptions is not supported');
  });
});

describe('tensors', () => {
  const SETUP = 'c = torch.tensor([1.5, -2.0, 0.5])\n';
  it.each([
    [
      'sort gives values and indices and leaves the tensor',
      'v, i = c.sort()\nprint(v.tolist(), i.tolist(), c.tolist())',
      '[-2.0, 0.5, 1.5] [1, 2, 0] [1.5, -2.0, 0.5]',
    ],
    ['topk', 'v, i = c.topk(2)\nprint(v.tolist(), i.tolist())', '[1.5, 0.5] [0, 2]'],
    ['torch.max of two tensors', 'print(torch.max(c, torch.tensor(0.0)).tolist())', '[1.5, 0.0, 0.5]'],
    ['np.array of a tensor is an array', 'a = np.array(c)\nprint(a * 2, type(a).__name__)', '[ 3. -4.  1.] ndarray'],
    [
      'shapes',
      'print(c.shape, c.view(1, 3).shape[1:], tuple(c.shape), c.size(0))',
      'torch.Size([3]) torch.Size([3]) (3,) 3',
    ],
    [
      'masked_fill, gather and clamp_',
      'print(c.masked_fill(c > 0, 9).tolist(), c.gather(0, torch.tensor([2, 0])).tolist(), c.clamp_(0, 1).tolist(), c.tolist())',
      '[9.0, -2.0, 9.0] [0.5, 1.5] [1.0, 0.0, 0.5] [1.0, 0.0, 0.5]',
    ],
    [
      'isinstance',
      'print(isinstance(c, torch.Tensor), isinstance(np.ones(1), torch.Tensor), isinstance(c.shape, tuple))',
      'True False True',
    ],
  ])('%s', (_, source, expected) => {
    expect(outputOf(SETUP + source)).toBe(expected);
  });

  it.each([
    ['c.astype(int)', "'Tensor' object has no attribute 'astype'"],
    ['np.ones(2).permute(0)', "'numpy.ndarray' object has no attribute 'permute'"],
    ['np.ones(2).unsqueeze(0)', "'numpy.ndarray' object has no attribute 'unsqueeze'"],
  ])('%s has no such method', (source, message) => {
    const { error } = runCode(`import numpy as np\nimport torch\n${SETUP}${source}\n`);
    expect(error).toMatchObject({ type: 'AttributeError', message });
  });
});
