/** Check My Code in the real VS Code: a worker checks the file, and the quick fix's repair is applied. */
import { expect, test } from 'vitest';
import { useWorkbench } from '../harness/session';

const open = useWorkbench();

const poolForward = `import numpy as np

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
                    vs = h
                    hs = w * stride
                    a = A_prev[i, vs:vs + f, hs:hs + f, c]
                    A[i, h, w, c] = np.max(a) if mode == "max" else np.mean(a)
    return A, (A_prev, hparameters)
`;

test('a stride that is ignored is named; Apply repairs the line; the lens over the function counts agreeing cases', async () => {
  const { workbench } = await open({ files: { 'pool.py': poolForward }, open: 'pool.py', place: '1:1' });
  const { page } = workbench;
  await workbench.command('Layer Lens: Check My Code');
  const toast = page.locator('.notifications-toasts .notification-list-item', { hasText: 'stride' });
  await toast.waitFor({ timeout: 60_000 });
  await page
    .locator('.codelens-decoration', { hasText: /pool_forward: agrees with the layer on \d+ of \d+/ })
    .waitFor();
  await toast.getByText('Apply', { exact: true }).click();
  await expect.poll(() => workbench.editorText()).toContain('vs = h * stride');
});
