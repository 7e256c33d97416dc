/** Draws of PyTorch's generator, evaluated as code, with the real numbers (test/fixtures/torch/random.json). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluatePython } from '../../../core/read/python/evaluatePython';

interface Case {
  readonly seed: number;
  readonly draws: readonly { code: string; dtype: string; shape: number[]; data: number[] }[];
}

const cases = JSON.parse(
  readFileSync(new URL('../../fixtures/torch/random.json', import.meta.url), 'utf8'),
) as readonly Case[];

describe('torch.manual_seed', () => {
  it.each(cases.map((each) => [each.seed, each] as const))('%d: every draw in order', (seed, { draws }) => {
    const lines = draws.map(({ code }, index) => `y${index} = ${code}\n`);
    const { arrays, errors } = evaluatePython(
      `import torch\nimport torch.nn as nn\ntorch.manual_seed(${seed})\n${lines.join('')}`,
    );
    expect(errors.map(({ message }) => message)).toEqual([]);
    draws.forEach(({ dtype, shape, data }, index) => {
      const found = arrays.find(({ name }) => name === `y${index}`)!;
      expect([found.dtype, found.array.shape]).toEqual([dtype, shape]);
      const largest = Math.max(...data.map((value, i) => Math.abs(value - found.array.data[i]!)));
      const normal = /norm|randn/.test(draws[index]!.code);
      expect(largest).toBeLessThanOrEqual(normal ? (dtype === 'float32' ? 1e-6 : 1e-14) : 0);
    });
  });

  it('without a seed the numbers are those of seed 0, with a warning', () => {
    const unseeded = evaluatePython('import torch\nx = torch.randn(3)\n');
    const seeded = evaluatePython('import torch\ntorch.manual_seed(0)\nx = torch.randn(3)\n');
    expect(Array.from(unseeded.arrays[0]!.array.data)).toEqual(Array.from(seeded.arrays[0]!.array.data));
    expect(unseeded.errors.map(({ message }) => message)).toEqual([
      'there is no torch.manual_seed(…) before this, so no two runs agree; the numbers here are those of seed 0',
    ]);
    expect(seeded.errors).toEqual([]);
  });

  it('after a statement that could not be evaluated the numbers are not known', () => {
    const { arrays, errors } = evaluatePython(
      'import torch\ntorch.manual_seed(1)\nmodel = build(3)\nx = torch.randn(3)\ntorch.manual_seed(1)\ny = torch.randn(3)\n',
    );
    expect(arrays.map(({ name }) => name)).toEqual(['y']);
    expect(errors.map(({ message }) => message)).toEqual([
      'build is not defined',
      'an earlier statement could not be evaluated, so PyTorch’s random numbers are not known from here on',
    ]);
  });

  it('modules without a seed warn only where their own weights are used', () => {
    const set = 'conv.weight.data = torch.ones(1, 1, 2, 2)\nconv.bias.data = torch.zeros(1)\n';
    const text = 'import torch\nconv = torch.nn.Conv2d(1, 1, 2)\n';
    const use = 'y = conv(torch.ones(1, 1, 3, 3))\n';
    expect(evaluatePython(text + use).errors).toHaveLength(1);
    expect(evaluatePython(text + set + use).errors).toEqual([]);
  });
});
