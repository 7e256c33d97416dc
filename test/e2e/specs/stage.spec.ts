/** The panel and the text are one, in the real editor: cursor and cell, reveal, edit and undo, typing with an error on the way. */
import { expect, test } from 'vitest';
import type { Panel } from '../harness/Panel';
import { useWorkbench } from '../harness/session';
import type { Workbench } from '../harness/Workbench';

const open = useWorkbench({ shared: 'in any file' });

const text = 'X = [[1, 5., 2],\n     [3, 4e0, 8]]\nhparameters = {"stride": 1, "f": 2}\n';

function outlines(workbench: Workbench): Promise<number> {
  return workbench.page.locator('.monaco-editor .view-overlays [class*="ced-"]').count();
}

test('the cursor outlines a cell and a cell its number; an edit of a cell and its undo, and what is typed, change both', async () => {
  const { workbench } = await open({ files: { 'numbers.py': text }, open: 'numbers.py' });
  await workbench.selectAll();
  await workbench.command('Layer Lens: Step Through Pooling');
  const panel = await workbench.panel();
  await panel.click('last');
  await cursorAndCell(workbench, panel);
  await editAndUndo(workbench, panel);
  await typing(workbench, panel);
});

/** A cell with the keyboard outlines its number, and r goes there. */
async function cursorAndCell(workbench: Workbench, panel: Panel): Promise<void> {
  await workbench.cursorTo(2, 11);
  await expect.poll(() => panel.map('x').getAttribute('data-cursor')).toBe('1,1');
  await workbench.cursorTo(3, 3);
  await expect.poll(() => panel.map('x').getAttribute('data-cursor')).toBe(null);

  const before = await outlines(workbench);
  await toCell(panel);
  await expect.poll(() => outlines(workbench)).toBeGreaterThan(before);
  await panel.press('r');
  await expect
    .poll(() => workbench.page.locator('.statusbar-item', { hasText: /Ln \d/ }).innerText())
    .toMatch(/Ln 1, Col \d+ \(2 selected\)/);
}

/** The keyboard focus on the number 5. */
async function toCell(panel: Panel): Promise<void> {
  await panel.focus();
  await panel.map('x').locator('.map-surface').focus();
  for (const key of ['Home', 'ArrowUp', 'ArrowRight']) await panel.press(key);
}

/** A number typed over a cell is one undoable edit in the literal’s own format. */
async function editAndUndo(workbench: Workbench, panel: Panel): Promise<void> {
  expect(await panel.values('z')).toEqual([[5, 8]]);
  await toCell(panel);
  await panel.press('F2');
  await panel.frame.locator('.cell-editor').fill('9');
  await panel.press('Enter');
  await expect.poll(() => workbench.editorText()).toContain('[1, 9., 2]');
  await expect.poll(() => panel.values('z')).toEqual([[9, 9]]);
  await workbench.focusEditor();
  await workbench.page.keyboard.press('Control+Z');
  await expect.poll(() => workbench.editorText()).toContain('[1, 5., 2]');
  await expect.poll(() => panel.values('z')).toEqual([[5, 8]]);
}

/** Typing updates the picture at the same step; a syntax error on the way leaves it, dimmed, with the message. */
async function typing(workbench: Workbench, panel: Panel): Promise<void> {
  const { t } = await panel.position();
  const page = panel.frame.locator('.layer-page');
  await workbench.cursorTo(2, 7);
  await workbench.page.keyboard.type('[');
  await panel.frame.locator('[data-part="error"]').waitFor();
  await expect.poll(() => page.getAttribute('class')).toContain('stale');
  expect(await panel.values('z')).toEqual([[5, 8]]);
  await workbench.page.keyboard.press('Backspace');
  await workbench.page.keyboard.type('6');
  await expect.poll(() => panel.values('z')).toEqual([[63, 8]]);
  await expect.poll(() => page.getAttribute('class')).not.toContain('stale');
  expect((await panel.position()).t).toBe(t);
}

test('NaN and infinities in the equation of a step', async () => {
  const { workbench } = await open({ files: { 'nan.json': '[[1, NaN], [Infinity, -Infinity]]\n' }, open: 'nan.json' });
  await workbench.selectAll();
  await workbench.command('Layer Lens: Step Through Pooling');
  const panel = await workbench.panel();
  expect(await panel.frame.locator('.number').allInnerTexts()).toEqual(expect.arrayContaining(['NaN', '∞', '−∞']));
});
