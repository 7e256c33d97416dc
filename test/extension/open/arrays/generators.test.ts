/** Generators as objects, and what a failed draw does to them. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer, python, refusal } from '../requests';

const POOL = 'A, c = pool_forward(x, {"f": 2, "stride": 2})\n';

describe('a draw that is not supported makes the generator object unknown', () => {
  it.each([
    ['default_rng', 'rng = np.random.default_rng(0)\na = rng.beta(2, 3, 5)\nx = rng.normal(size=(1, 4, 4, 1))\n'],
    ['RandomState', 'rng = np.random.RandomState(0)\na = rng.beta(2, 3, 5)\nx = rng.normal(size=(1, 4, 4, 1))\n'],
  ])('%s', (_, text) => {
    expect(refusal(python(text + POOL))).toEqual([expect.stringContaining('beta is not supported'), 'rng.beta']);
  });

  it('torch.Generator, as an argument', () => {
    const text =
      'import torch\ng = torch.Generator()\nz = torch.bernoulli(torch.ones(3), generator=g)\nx = torch.randn((1, 1, 4, 4), generator=g)\ny = torch.nn.functional.max_pool2d(x, 2)\n';
    expect(refusal(python(text))[0]).toContain('torch.bernoulli');
  });

  it("Python's own generator with a seed", () => {
    const draws = 'x = np.array([random.random() for i in range(16)]).reshape(1, 4, 4, 1)\n';
    const text = `import random\nrandom.seed(1)\na = random.betavariate(1, 2)\n${draws}${POOL}`;
    expect(refusal(python(text))[0]).toContain('betavariate');
  });
});

describe('torch.Generator', () => {
  const values = (code: string) =>
    layer(python(`import torch\nimport torch.nn.functional as F\n${code}y = F.conv2d(x, w, padding=1)\n`)).roles;

  it('has the numbers of its own seed, in the order of its draws', () => {
    const { x, w } = values(
      'g = torch.Generator().manual_seed(2147483647)\nx = torch.randn((1, 1, 4, 4), generator=g)\ntorch.manual_seed(0)\nw = torch.rand((1, 1, 3, 3), generator=g)\n',
    );
    // PyTorch 1.13.
    expect(x!.values.slice(0, 3)).toEqual(
      [1.5674, -0.2373, -0.0274].map((value) => expect.closeTo(value, 4) as number),
    );
    expect(w!.values.slice(0, 3)).toEqual([0.7054, 0.9882, 0.96].map((value) => expect.closeTo(value, 4) as number));
  });

  it('without a seed has the seed that PyTorch gives it', () => {
    const { x } = values(
      "g = torch.Generator(device='cpu')\nx = torch.randn((1, 1, 4, 4), generator=g)\nw = torch.ones(1, 1, 3, 3)\n",
    );
    expect(Math.max(...x!.values.slice(0, 2), ...x!.values.slice(4, 6))).toBeCloseTo(0.8835, 4);
  });
});

describe('without a seed: the numbers of seed 0, which is stated', () => {
  it.each([
    [
      'default_rng()',
      'x = np.random.default_rng().normal(size=(1, 4, 4, 1))\n',
      'there is no seed in default_rng()',
      0.12573,
    ],
    [
      'random.random',
      'import random\nx = np.array([random.random() for i in range(16)]).reshape(1, 4, 4, 1)\n',
      'there is no random.seed(…)',
      0.84442,
    ],
    [
      'np.random.seed()',
      'np.random.seed()\nx = np.random.randn(1, 4, 4, 1)\n',
      'there is no np.random.seed(…)',
      1.76405,
    ],
  ])('%s', (_, text, statement, first) => {
    const { roles, assumptions } = layer(python(text + POOL));
    expect(roles['x']!.values[0]).toBeCloseTo(first, 4);
    expect(assumptions).toEqual([expect.stringContaining(statement)]);
  });
});

it.each(['In [4]: t\nOut[4]:\n', '>>> t\n'])(
  'a random array without a seed has the numbers that the session prints for it: %j',
  (prompt) => {
    const text = `A random array:\n\n\`\`\`python\nimport numpy as np\nt = np.random.rand(2, 3)\n\`\`\`\n\nwhich is\n\n\`\`\`\n${prompt}array([[0.1, 0.2, 0.3],\n       [0.5, 0.6, 0.7]])\n\`\`\`\n`;
    expect(openText({ text, languageId: 'markdown' })).toMatchObject({
      kind: 'array',
      arrays: [{ name: 't', values: [0.1, 0.2, 0.3, 0.5, 0.6, 0.7] }],
    });
  },
);

it('a print that only rounds the numbers of seed 0 leaves them', () => {
  const text =
    'import numpy as np\n\n>>> t = np.random.rand(3)\n>>> t\narray([0.5488, 0.7152, 0.6028])\n>>> t.shape\n(3,)\n';
  const opened = openText({ text, languageId: 'plaintext' });
  expect(opened.kind === 'array' && opened.arrays[0]?.values[0]).toBeCloseTo(0.5488135, 7);
});
