/** What other programs use: requests as scenes, results as arrays and text, the command line. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runJob } from '../../../core/layer/job/runJob';
import { computeScene } from '../../../extension/session/api/computeScene';
import { checkFile } from '../../../extension/session/api/checkFile';
import { describeLayer } from '../../../extension/session/api/describeLayer';
import { sceneOfRequest, textOf } from '../../../extension/session/api/sceneOfRequest';
import type { ComputeJob } from '../../../extension/session/export/layerArrays';

const root = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'api-'));
afterAll(() => rmSync(folder, { recursive: true }));

const compute: ComputeJob = (job) => {
  const steps = runJob(job);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return Promise.resolve(step.value);
};
const computed = async (request: object) => computeScene(sceneOfRequest(request, 'layer'), compute);

const python = (text: string) => ({ code: { language: 'python', text } });
const pooling = python('A_prev = [[1, 3, 2, 4], [5, 6, 1, 2]]\nhparameters = {"stride": 2, "f": 2}\n');

describe('compute', () => {
  test('from code: the layer, its arrays, and what was assumed', async () => {
    const layer = await computed(pooling);
    expect(layer.sentence).toBe('pool_forward  A_prev (1, 2, 4, 1) → A (1, 1, 2, 1)');
    expect(layer.arrays.map(({ name, result }) => [name, result])).toEqual([
      ['A_prev', false],
      ['A', true],
    ]);
    expect(Array.from(layer.arrays[1]!.array.data)).toEqual([6, 4]);
    expect(describeLayer(layer)).toContain('A = np.array([[[[6.0],\n');
  });

  test('from arrays and options, backward: three gradients', async () => {
    const arrays = [
      { name: 'A_prev', shape: [3, 3], values: [1, 2, 3, 4, 5, 6, 7, 8, 9] },
      { name: 'W', shape: [2, 2], values: [1, 2, 3, 4] },
      { name: 'dZ', shape: [2, 2], values: [1, 1, 1, 1] },
    ];
    const { arrays: found } = await computed({ arrays, show: 'conv', options: { pass: 'backward' } });
    const results = Object.fromEntries(
      found.filter(({ result }) => result).map(({ name, array }) => [name, [...array.data]]),
    );
    expect(results).toEqual({ dA_prev: [1, 3, 2, 4, 10, 6, 3, 7, 4], dW: [12, 16, 24, 28], db: [4] });
  });

  test('a large result is cut, and its shape is named', async () => {
    const layer = await computed(
      python('import numpy as np\nA_prev = np.ones((1, 20, 20, 1))\nW = np.ones((1, 1, 1, 1))\n'),
    );
    expect(describeLayer(layer)).toContain('Z has shape (1, 20, 20, 1); its first 256 values in C order: 1, 1,');
  });

  test('the request of the guide for engineers gives what its comment states', async () => {
    const guide = readFileSync(join(root, 'docs/engineer.md'), 'utf8');
    const [, request] = /api\.compute\((\{[\s\S]*?\n\})\)/.exec(guide)!;
    const json = request!
      .replace('new Float64Array(16).fill(1)', JSON.stringify(Array(16).fill(1)))
      .replace(/(\w+):/g, '"$1":')
      .replace(/'/g, '"')
      .replace(/,(\s*[}\]])/g, '$1');
    const { arrays } = await computed(JSON.parse(json) as object);
    expect(arrays.map(({ name, result }) => [name, result])).toEqual([
      ['A_prev', false],
      ['W', false],
      ['Z', true],
    ]);
    expect(arrays[2]!.array).toEqual({ shape: [1, 2, 2, 1], data: Float64Array.of(5, 5, 5, 5) });
  });

  test('options are stated, and the call where the text has several', async () => {
    const torch = 'import torch\nimport torch.nn.functional as F\nx = torch.arange(16.).reshape(1, 1, 4, 4)\n';
    const layer = await computed(python(`${torch}y = F.max_pool2d(x, 2)\nz = F.avg_pool2d(x, 2, stride=1)\n`));
    expect(layer.options).toMatchObject({ pass: 'forward', mode: 'average', kernel: '2', stride: '1', pad: '0' });
    const text = describeLayer(layer);
    expect(text).toContain('\nOptions: pass = forward; mode = average; kernel = 2; stride = 1; pad = 0');
    expect(text).toContain('\nAssumed: The text has 2 calls; this is F.avg_pool2d: 2 of 2\n');
    const first = await computed({
      ...python(`${torch}y = F.max_pool2d(x, 2)\nz = F.avg_pool2d(x, 2)\n`),
      options: { call: '0' },
    });
    expect(first.options).toMatchObject({ mode: 'max' });
  });

  test('ReLU has a result', async () => {
    const layer = await computed(python('import torch\nx = torch.tensor([[-1., 2.]])\ny = torch.relu(x)\n'));
    expect(layer.arrays.map(({ result, array }) => [result, [...array.data]])).toEqual([
      [false, [-1, 2]],
      [true, [0, 2]],
    ]);
  });

  test('typed arrays with NaN, infinities and −0', async () => {
    const values = Float32Array.of(NaN, -Infinity, -0, 0.1);
    const { arrays } = await computed({ arrays: [{ name: 'A_prev', shape: [2, 2], values }], show: 'conv' });
    expect(arrays[0]!.array.data).toEqual(values);
    const whole = { name: 'A_prev', shape: [1, 2], values: Int16Array.of(3, -4) };
    expect([...(await computed({ arrays: [whole], show: 'conv' })).arrays[0]!.array.data]).toEqual([3, -4]);
  });

  test('what is wrong is named', async () => {
    await expect(computed({ ...pooling, options: { strid: '2' } })).rejects.toThrow(
      'the layer has no option strid; supported: pass, kernel, stride,',
    );
    await expect(computed({ arrays: [{ shape: [1], values: [1n] }] })).rejects.toThrow(
      'arrays.0.values.0 in the scene is 1',
    );
    const big = { name: 'A', shape: [1], values: BigInt64Array.of(1n) };
    await expect(computed({ arrays: [big] })).rejects.toThrow('arrays.0.values in the scene is BigInt64Array');
    expect(() => textOf(undefined)).toThrow('a string is needed, not undefined');
    await expect(computed({ code: { language: 'python' } })).rejects.toThrow('code in the scene has no text');
    await expect(computed(python('x = undefined_name'))).rejects.toThrow('undefined_name');
    expect(() => sceneOfRequest('code', 'layer')).toThrow('a scene is a JSON object');
  });
});

const wrong = `import numpy as np

def pool_forward(A_prev, hparameters, mode="max"):
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    A = np.zeros((m, n_H, n_W, n_C_prev))
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C_prev):
                    a = A_prev[i, h:h + f, w * stride:w * stride + f, c]
                    if mode == "max":
                        A[i, h, w, c] = np.max(a)
                    elif mode == "average":
                        A[i, h, w, c] = np.mean(a)
    cache = (A_prev, hparameters)
    return A, cache

np.random.seed(1)
A_prev = np.random.randn(2, 5, 5, 3)
A, cache = pool_forward(A_prev, {"stride": 2, "f": 3})
`;
const right = wrong.replace('h:h + f', 'h * stride:h * stride + f');

describe('check', () => {
  test('a mistake is named with its line; a right function agrees', () => {
    const found = checkFile(wrong);
    expect([found.differs, checkFile(right).differs]).toEqual([true, false]);
    expect(found.text).toMatch(/^pool_forward \(line 3\) as pool_forward:\n/);
    expect(found.text).toContain('Line 14: ');
    expect(checkFile(right).text).toBe('pool_forward (line 3) as pool_forward: agrees with the layer.');
    expect(found.text).toContain('\n  -                     a = A_prev[i, h:h + f, w * stride:w * stride + f, c]\n');
    expect(found.text).toContain(
      '\n  +                     a = A_prev[i, h * stride:h * stride + f, w * stride:w * stride + f, c]\n',
    );
    expect(found.text).toContain('\nWith this repair it agrees on all tested geometries.\n');
    expect([found.unchecked, checkFile(right).unchecked]).toEqual([false, false]);
  });

  test('a layer that is not among the course’s has its own name', () => {
    const relu = checkFile('import numpy as np\n\ndef relu_backward(dA, Z):\n    return dA * (Z > 0)\n');
    expect(relu.text).toBe('relu_backward (line 3) as relu_gradient: agrees with the layer.');
  });

  test('a step of the text is the one that the panel shows, counted from 1', () => {
    const { text, checks } = checkFile(wrong);
    expect(text).toContain(`step ${checks[0]!.first!.step + 1} of the loop`);
  });

  test('without a function that can be run, nothing is taken as right', () => {
    const none = checkFile('x = 1');
    expect(none).toMatchObject({ differs: false, unchecked: true });
    expect(none.text).toBe('No function that implements a convolution or pooling layer was found.');
    const invalid = checkFile(right.replace('for h in range(n_H):', 'for h in range(n_H)'));
    expect(invalid).toMatchObject({ differs: false, unchecked: true });
    expect(invalid.text).toBe(
      'pool_forward (line 3) as pool_forward: not checked: SyntaxError: invalid syntax (line 11)',
    );
    const endless = checkFile(right.replace('    cache =', '    while True:\n        pass\n    cache ='));
    expect(endless.unchecked).toBe(true);
    expect(endless.text).toMatch(/not checked: .*at most .* \(line \d+\)$/);
  });

  test('a notebook: lines are those of its cells', () => {
    const [definition, call] = wrong.split('\nnp.random.seed');
    const cells = [
      { cell_type: 'markdown', source: ['# Pooling'] },
      { cell_type: 'code', source: definition!.split(/(?<=\n)/) },
      { cell_type: 'code', source: `np.random.seed${call!}` },
    ];
    const { text, differs, checks } = checkFile(JSON.stringify({ cells, nbformat: 4 }), 'student.ipynb');
    expect(differs).toBe(true);
    expect(checks[0]).toMatchObject({ cell: 2, line: 3, mistakes: [{ cell: 2, line: 14 }] });
    expect(text).toMatch(/^pool_forward \(cell 2, line 3\) as pool_forward:\n/);
    expect(text).toContain('\nCell 2, line 14: ');
    expect(() => checkFile('{"cells": [1]}', 'a.ipynb')).toThrow('not a Jupyter notebook of format 4');
  });

  /** The command line in the folder of the tests. */
  const run = (args: readonly string[], input?: string) =>
    spawnSync(process.execPath, [join(root, 'scripts/cli/layer-lens.mjs'), ...args], {
      cwd: folder,
      encoding: 'utf8',
      ...(input !== undefined && { input }),
    });

  test('the command line prints each file with its text, and ends with 1 where one differs', () => {
    writeFileSync(join(folder, 'wrong.py'), wrong);
    writeFileSync(join(folder, 'right.py'), right);
    const both = run(['check', 'right.py', 'wrong.py']);
    expect([both.status, both.stderr]).toEqual([1, '']);
    expect(both.stdout).toContain(
      'right.py\npool_forward (line 3) as pool_forward: agrees with the layer.\nwrong.py\n',
    );
  });

  test('the command line prints JSON, a line for each file of the folders, and ends with 2 where something was not checked', () => {
    writeFileSync(join(folder, 'right.py'), right);
    mkdirSync(join(folder, 'class/adam'), { recursive: true });
    mkdirSync(join(folder, 'empty'));
    writeFileSync(join(folder, 'class/adam/lab.py'), wrong);
    writeFileSync(join(folder, 'none.py'), 'x = 1\n');
    const json = run(['check', 'right.py', 'class', 'none.py', 'absent.py', 'empty', '--json']);
    const [agrees, found, ...others] = json.stdout.trim().split('\n');
    expect(JSON.parse(agrees!)).toMatchObject({ file: 'right.py', checks: [{ agrees: true }] });
    const file = join('class', 'adam', 'lab.py');
    expect(JSON.parse(found!)).toMatchObject({ file, checks: [{ mistakes: [{ line: 14, verified: true }] }] });
    expect(found).not.toMatch(/"(layerCase|detail|caseDetail|whyDetail)"/);
    expect(others.map((line) => JSON.parse(line) as unknown)).toEqual([
      { file: 'none.py', checks: [] },
      { file: 'absent.py', error: 'there is no such file or folder' },
      { file: 'empty', error: 'the folder has no Python file and no notebook' },
    ]);
    expect([json.status, json.stderr]).toEqual([
      2,
      'absent.py: there is no such file or folder\nempty: the folder has no Python file and no notebook\n',
    ]);
    expect(run(['check', 'none.py', 'right.py']).status).toBe(2);
  });

  test('the command line tells its usage, and refuses options and commands that it does not have', () => {
    expect(run(['check', '--jsn', 'right.py'])).toMatchObject({ status: 2, stdout: '' });
    expect(run(['other']).stderr).toContain('unknown command other\nusage: layer-lens check FILE');
    const help = run(['--help']);
    expect([help.status, help.stderr]).toEqual([0, '']);
    expect(help.stdout).toContain('layer-lens render');
    const checkHelp = run(['check', '--help']);
    expect([checkHelp.status, checkHelp.stderr]).toEqual([0, '']);
    expect(checkHelp.stdout).toContain('2: something was not checked');
  });

  test('the command line checks what is piped to it', () => {
    const piped = run(['check', '-'], right);
    expect([piped.status, piped.stdout]).toEqual([
      0,
      '-\npool_forward (line 3) as pool_forward: agrees with the layer.\n',
    ]);
  });
});
