/** Check My Code in the real VS Code: a worker checks the file, and the quick fix's repair is applied. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { useWorkbench } from '../harness/session';

const open = useWorkbench({ shared: 'in any file' });

const poolForward = readFileSync('test/e2e/files/ignoredStride.py', 'utf8');

test('a stride that is ignored is named; Apply repairs the line; the lens over the function counts agreeing cases', async () => {
  const { workbench } = await open({ files: { 'pool.py': poolForward }, open: 'pool.py', place: '1:1' });
  const { page } = workbench;
  await workbench.command('Layer Lens: Check My Code');
  const toast = await workbench.notifications.containing('stride');
  await page
    .locator('.codelens-decoration', { hasText: /pool_forward: agrees with the layer on \d+ of \d+/ })
    .waitFor();
  await toast.getByText('Apply', { exact: true }).click();
  await expect.poll(() => workbench.editorText()).toContain('vs = h * stride');
});

test('a repair that is applied in the panel is checked there: what was wrong agrees', async () => {
  const { workbench } = await open({ files: { 'repaired.py': poolForward }, open: 'repaired.py', place: '1:1' });
  await workbench.command('Layer Lens: Check My Code');
  const toast = await workbench.notifications.containing('stride');
  await toast.getByText('Show Steps', { exact: true }).click();
  const panel = await workbench.panel();
  const verdict = panel.frame.locator('[data-verdict]');
  await expect.poll(() => verdict.getAttribute('data-verdict')).toBe('differs');
  await panel.frame.locator('[data-action="applyRepair"]').dblclick();
  await expect.poll(() => verdict.getAttribute('data-verdict')).toBe('agrees');
  expect(await workbench.page.getByText('the text has changed since the check').count()).toBe(0);
  expect(await panel.body.innerText()).not.toContain('not applied');
});

test('the seed text: pool_backward is wrong from stride 2 on, both windows are stepped there, the repair is applied and the printed results agree', async () => {
  const text = readFileSync('test/fixtures/seed/pooling.zh.txt', 'utf8');
  const { workbench } = await open({ files: { 'seed.txt': text }, open: 'seed.txt', place: '1:1' });
  await workbench.command('Layer Lens: Check My Code');
  const toast = await workbench.notifications.containing('stride');
  await toast.getByText('Show Steps', { exact: true }).click();
  const panel = await workbench.panel();
  await expect.poll(() => panel.mapIds()).toEqual(expect.arrayContaining(['yours', 'layer']));
  await expect.poll(() => panel.body.innerText()).toContain('stride 2');
  expect(await panel.values('yours')).not.toEqual(await panel.values('layer'));
  expect((await panel.position()).t).toBeGreaterThan(0);
  for (const action of await panel.frame.locator('[data-action="applyRepair"]').all()) await action.click();
  await expect.poll(() => panel.frame.locator('[data-verdict]').getAttribute('data-verdict')).toBe('agrees');
  expect(await panel.body.innerText()).toContain('stride 2');
  const line = text.slice(0, text.indexOf('vert_start = h')).split('\n').length;
  await workbench.cursorTo(line);
  await expect.poll(() => workbench.editorText()).toContain('vert_start = h * stride');
  await workbench.cursorTo(text.slice(0, text.indexOf("print('mean of dA = '")).split('\n').length);
  await workbench.command('Layer Lens: Step Through Layer');
  const layer = await workbench.panel();
  await expect.poll(() => layer.body.innerText()).toContain('printed results agree with the layer');
});

test('Compare with Result: a printed result that is selected is compared with the layer of the panel', async () => {
  const program = [
    'import numpy as np',
    'np.random.seed(1)',
    'A_prev = np.random.randn(2, 5, 5, 3)',
    'A, cache = pool_forward(A_prev, {"stride": 1, "f": 3})',
    '# A[1, 1, 0] = [1.96710175 0.84616065 1.5]',
  ].join('\n');
  const { workbench } = await open({ files: { 'result.py': program }, open: 'result.py', place: '4:1' });
  await workbench.command('Layer Lens: Step Through Layer');
  const panel = await workbench.panel();
  await workbench.selectLines(5, 5);
  await workbench.command('Layer Lens: Compare with Result');
  await expect.poll(() => panel.body.innerText()).toContain('values differ');
  await workbench.command('Layer Lens: First Wrong Step');
  const first = (await panel.position()).t;
  await workbench.command('Layer Lens: Next Difference');
  await expect.poll(async () => (await panel.position()).t).not.toBe(first - 1);
});
