/** The tools of VS Code's chat, listed and invoked through the extension host by another extension. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { useWorkbench } from '../harness/session';
import { testExtension } from '../harness/testExtension';

const open = useWorkbench({ shared: 'in any file' });

const pool = `import numpy as np

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
                    A[i, h, w, c] = np.max(a) if mode == "max" else np.mean(a)
    cache = (A_prev, hparameters)
    return A, cache
`;

const arrays = 'A_prev = [[1, 2, 3], [4, 5, 6]]\nW = [[1, 0], [0, -1]]\nhparameters = {"stride": 1, "pad": 0}\n';

/** The last one is invoked and not allowed. */
const asked = [
  { name: 'layerlens_compute', input: {} },
  { name: 'layerlens_check', input: { code: 3 } },
  { name: 'layerlens_compute', input: { code: arrays } },
  { name: 'layerlens_compute', input: { code: 'x = undefined_name' } },
  { name: 'layerlens_check', input: { code: pool } },
  { name: 'layerlens_check', input: { code: 'x = 1' } },
  { name: 'layerlens_compute', input: { code: 'not_allowed = [1]' } },
];

interface Answered {
  readonly tools: readonly { readonly name: string; readonly description: string; readonly inputSchema: object }[];
  readonly answers: readonly { readonly text?: string; readonly error?: string }[];
}

test('both tools are listed; each asks with its code, and answers with values, mistakes or what is wrong', async () => {
  const files = { 'tools.py': arrays, '.vscode/asked.json': JSON.stringify(asked) };
  const { workbench, workspace } = await open({ ...testExtension(files), open: 'tools.py' });
  const { page } = workbench;
  await workbench.command('Layer Lens Test: Invoke Tools');
  const dialog = page.locator('.monaco-dialog-box');
  // One dialog follows another: each is told by a text of its own.
  const confirm = async (texts: readonly string[], button: 'Yes' | 'Cancel'): Promise<void> => {
    for (const text of texts) await dialog.getByText(text).first().waitFor();
    await dialog.getByRole('button', { name: button }).click();
  };
  const compute = 'Compute the layer of this code? It is read, not executed.';
  const check = 'Check the functions of this code against their layers? It is interpreted, not executed.';
  await confirm(['Compute a layer with Layer Lens', compute, 'W = [[1, 0], [0, -1]]'], 'Yes');
  await confirm([compute, 'x = undefined_name'], 'Yes');
  await confirm(['Check functions with Layer Lens', check, 'n_W = int(', 'Lines not shown: 5'], 'Yes');
  await confirm([check, 'x = 1'], 'Yes');
  await confirm([compute, 'not_allowed = [1]'], 'Cancel');

  const file = workspace.path('.vscode/answered.json');
  await expect.poll(() => existsSync(file), { timeout: 60_000 }).toBe(true);
  const { tools, answers } = JSON.parse(readFileSync(file, 'utf8')) as Answered;
  const own = tools.filter(({ name }) => name.startsWith('layerlens_'));
  expect(own.map(({ name }) => name).sort()).toEqual(['layerlens_check', 'layerlens_compute']);
  expect(own.map(({ inputSchema }) => (inputSchema as { required: unknown }).required)).toEqual([['code'], ['code']]);
  expect(own.every(({ description }) => description.includes('never executed'))).toBe(true);

  const [missing, number, computed, unknown, wrong, none, refused] = answers;
  expect(missing?.error).toContain('code of the input must be a string, not undefined');
  expect(number?.error).toContain('code of the input must be a string, not number');
  expect(computed?.text).toContain('conv_forward');
  expect(computed?.text).toContain('Z = np.array([[[[-4.0],\n                [-4.0]]]])');
  expect(unknown?.error).toContain('undefined_name');
  expect(wrong?.text).toContain('Line 14: ');
  expect(wrong?.text).toContain('a = A_prev[i, h * stride:h * stride + f, w * stride:w * stride + f, c]');
  expect(wrong?.text).toContain('With this repair it agrees on all tested geometries.');
  expect(none?.text).toBe('No function that implements a convolution or pooling layer was found.');
  expect(refused?.text).toBeUndefined();
  expect(refused?.error).toBeDefined();
}, 180_000);
