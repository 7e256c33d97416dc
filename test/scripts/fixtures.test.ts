/** A sample of the reference data is computed again by NumPy and PyTorch, where Python has them. */
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { python } from '../../scripts/lib/python.mjs';

const generators = [
  { folder: 'torch', needs: 'torch', every: 12 },
  { folder: 'onnx', needs: 'numpy', every: 3 },
  { folder: 'course', needs: 'numpy', every: 4 },
  { folder: 'numpy/random', needs: 'numpy', every: 5 },
  { folder: 'numpy/npy', needs: 'numpy', every: 2 },
];

describe('reference data', () => {
  for (const { folder, needs, every } of generators) {
    test.skipIf(!has(needs))(`${folder}: every ${every}th case computed again is equal`, () => {
      const script = `test/fixtures/${folder}/make_results.py`;
      const { status, stdout, stderr } = spawnSync(python, [script, '--check', String(every)], { encoding: 'utf8' });
      expect(stdout, stderr).toMatch(/[1-9]\d* arrays (computed|loaded), 0 differ/);
      expect(status).toBe(0);
    });
  }

  test.skipIf(!has('torch'))('torch/random.json: every draw of PyTorch’s generator computed again is equal', () => {
    const script = 'test/fixtures/torch/make_random.py';
    const { stdout, stderr } = spawnSync(python, [script, '--check'], { encoding: 'utf8' });
    expect(stdout, stderr).toMatch(/[1-9]\d* arrays computed, 0 differ/);
  });
});

/** Without importing it, which takes seconds for PyTorch. */
function has(module: string): boolean {
  const script = `import importlib.util; exit(importlib.util.find_spec('${module}') is None)`;
  return spawnSync(python, ['-c', script]).status === 0;
}
