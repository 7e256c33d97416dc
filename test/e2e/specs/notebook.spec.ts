/** A notebook with outputs of NumPy: cells with the names of the cells above, selections, outputs. No kernel runs. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cellOf, expectBackwardPass, selectCell } from '../harness/notebook';
import { panelFrames } from '../harness/Panel';
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

/** Closes the panel, which has the keyboard focus; the notebook stays. */
async function closePanel(workbench: Workbench): Promise<void> {
  await workbench.command('View: Close All Editors in Group');
  await workbench.page.locator(panelFrames).first().waitFor({ state: 'detached' });
}

test('a cell is stepped through from its menu, a selection and its lens, with the cells above; typing above changes it', async () => {
  const workbench = await openNotebook('pooling.ipynb');
  const { page } = workbench;
  await selectCell(workbench, 'pool_backward(dA');
  await page.locator('.code-cell-row.focused').hover();
  await page.locator('.cell-title-toolbar:visible .codicon-toolbar-more').click();
  await workbench.takeFromMenu(page.getByRole('menuitem', { name: 'Step Through Cell', exact: true }));
  await expectBackwardPass(await workbench.panel());
  await page.locator('.tab', { hasText: 'pooling.ipynb, cell 4' }).waitFor();
  await closePanel(workbench);

  await selectCell(workbench, 'pool_backward(dA');
  await page.keyboard.press('Control+A');
  await workbench.command('Layer Lens: Step Through Layer');
  await expectBackwardPass(await workbench.panel());
  await closePanel(workbench);

  await page.locator('.code-cell-row .codelens-decoration a', { hasText: 'Step through pool_backward' }).click();
  const panel = await workbench.panel();
  await expectBackwardPass(panel);
  await selectCell(workbench, 'np.random.seed(1)');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('2)');
  const seeded = -0.41675785;
  await panel.seek(0);
  await expect.poll(async () => (await panel.values('x'))[0]![0]).toBeCloseTo(seeded, 6);
});

test('outputs are inspected: what is returned, what is printed next to it; without one or abbreviated, a message has the reason', async () => {
  const workbench = await openNotebook('outputs.ipynb');
  const { notifications } = workbench;
  const inspected = async (): Promise<(number | undefined)[][]> => (await workbench.panel()).values('array');
  const inspect = 'Layer Lens: Inspect Cell Output';
  await selectCell(workbench, 'pool_backward(dA');
  await workbench.command(inspect);
  expect(await inspected()).toEqual([
    [0, 0],
    [5.05844394, -1.68282702],
    [0, 0],
  ]);
  await selectCell(workbench, 'filters = np.array');
  await workbench.command(inspect);
  await expect.poll(inspected).toEqual([
    [1, 0, -1],
    [2, 0, -2],
    [1, 0, -1],
  ]);
  await selectCell(workbench, 'filters = np.array');
  await workbench.page.keyboard.press('Escape');
  await selectNumber(workbench, 6);
  await workbench.command(inspect);
  await expect.poll(() => notifications.texts()).toContainEqual(expect.stringContaining('set_printoptions'));
  await selectNumber(workbench, 7);
  await workbench.command(inspect);
  await expect.poll(() => notifications.texts()).toContainEqual(expect.stringContaining('cell 7 has no text output'));
});
