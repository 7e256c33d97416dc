/** A notebook with outputs of NumPy: cells with the names of the cells above, selections, outputs. No kernel runs. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cellOf, expectBackwardPass, selectCell } from '../harness/notebook';
import { useWorkbench } from '../harness/session';
import type { Workbench } from '../harness/Workbench';

const open = useWorkbench({ shared: 'in any file' });
const notebook = readFileSync('test/e2e/files/pooling.ipynb', 'utf8');

/** `file`: another one for each test, because VS Code opens a notebook where it was left, and draws the cells in sight only. */
async function openNotebook(file: string): Promise<Workbench> {
  const { workbench } = await open({
    files: { [file]: notebook, 'small.py': 'x = [[1, 2], [3, 4]]\n' },
    open: 'small.py',
  });
  // Extensions run: before, a notebook would be opened as text.
  await workbench.page.locator('.codelens-decoration a', { hasText: 'Inspect' }).waitFor();
  await workbench.openFile(file);
  await cellOf(workbench, 'pool_backward(dA').waitFor();
  return workbench;
}

/** Selects the cell of a number, from 1, by the keyboard, which scrolls to it; another one is selected, not edited. */
async function selectNumber(workbench: Workbench, number: number): Promise<void> {
  const { page } = workbench;
  await workbench.notifications.hideList();
  await page.locator('.notebookOverlay .monaco-list').first().focus();
  const status = page.locator('.statusbar-item', { hasText: /Cell \d+ of 7/ });
  for (let at = 0; at < 12 && !(await status.innerText()).includes(`Cell ${number} of`); at++) {
    const before = Number(/\d+/.exec(await status.innerText())?.[0]);
    await page.keyboard.press(before < number ? 'ArrowDown' : 'ArrowUp');
    await page
      .locator('.statusbar-item', { hasText: `Cell ${before < number ? before + 1 : before - 1} of` })
      .waitFor();
  }
}

test('the menu of a cell steps through its call, with the arrays of the cells above', async () => {
  const workbench = await openNotebook('pooling.ipynb');
  await selectCell(workbench, 'pool_backward(dA');
  await workbench.page.locator('.code-cell-row.focused').hover();
  await workbench.page.locator('.cell-title-toolbar:visible .codicon-toolbar-more').click();
  await workbench.takeFromMenu(workbench.page.getByRole('menuitem', { name: 'Step Through Cell', exact: true }));
  await expectBackwardPass(await workbench.panel());
  await workbench.page.locator('.tab', { hasText: 'pooling.ipynb, cell 4' }).waitFor();
});

test('a selection in a cell uses the names of the cells above', async () => {
  const workbench = await openNotebook('selection.ipynb');
  await selectCell(workbench, 'pool_backward(dA');
  await workbench.page.keyboard.press('Control+A');
  await workbench.command('Layer Lens: Step Through Layer');
  await expectBackwardPass(await workbench.panel());
});

test('a cell’s output is inspected', async () => {
  const workbench = await openNotebook('filters.ipynb');
  await selectCell(workbench, 'filters = np.array');
  await workbench.command('Layer Lens: Inspect Cell Output');
  const panel = await workbench.panel();
  expect(await panel.values('array')).toEqual([
    [1, 0, -1],
    [2, 0, -2],
    [1, 0, -1],
  ]);
});

test('what is printed next to a returned value is read: dA_prev[1, 1]', async () => {
  const workbench = await openNotebook('printed.ipynb');
  await selectCell(workbench, 'pool_backward(dA');
  await workbench.command('Layer Lens: Inspect Cell Output');
  const panel = await workbench.panel();
  expect(await panel.values('array')).toEqual([
    [0, 0],
    [5.05844394, -1.68282702],
    [0, 0],
  ]);
});

test('for an abbreviated output a message explains how to print it whole; for a cell without output, that it has none', async () => {
  const workbench = await openNotebook('elided.ipynb');
  await selectCell(workbench, 'pool_backward(dA');
  await workbench.page.keyboard.press('Escape');
  await selectNumber(workbench, 6);
  await workbench.command('Layer Lens: Inspect Cell Output');
  await expect.poll(() => workbench.notifications.texts()).toContainEqual(expect.stringContaining('set_printoptions'));
  await selectNumber(workbench, 7);
  await workbench.command('Layer Lens: Inspect Cell Output');
  await expect
    .poll(() => workbench.notifications.texts())
    .toContainEqual(expect.stringContaining('cell 7 has no text output'));
});

test('lenses appear in cells; typing in a cell above changes the panel of the cell below', async () => {
  const workbench = await openNotebook('lenses.ipynb');
  await workbench.page
    .locator('.code-cell-row .codelens-decoration a', { hasText: 'Step through pool_backward' })
    .click();
  const panel = await workbench.panel();
  await expectBackwardPass(panel);
  await selectCell(workbench, 'np.random.seed(1)');
  await workbench.page.keyboard.press('Control+End');
  await workbench.page.keyboard.press('Backspace');
  await workbench.page.keyboard.press('Backspace');
  await workbench.page.keyboard.type('2)');
  const seeded = -0.41675785;
  await panel.seek(0);
  await expect.poll(async () => (await panel.values('x'))[0]![0]).toBeCloseTo(seeded, 6);
});
