/** The panel and the text are one, in the real editor: cursor and cell, reveal, edit and undo, typing with an error on the way. */
import { expect, test } from 'vitest';
import type { Panel } from '../harness/Panel';
import { useWorkbench } from '../harness/session';
import type { Workbench } from '../harness/Workbench';

const open = useWorkbench({ shared: 'in any file' });

const text = 'X = [[1, 5., 2],\n     [3, 4e0, 8]]\nhparameters = {"stride": 1, "f": 2}\n';

async function openPooling(): Promise<{ workbench: Workbench; panel: Panel }> {
  const { workbench } = await open({ files: { 'numbers.py': text }, open: 'numbers.py' });
  await workbench.selectAll();
  await workbench.command('Layer Lens: Step Through Pooling');
  const panel = await workbench.panel();
  await panel.click('last');
  return { workbench, panel };
}

/** The editor's text, as it is drawn. */
async function textOf(workbench: Workbench): Promise<string> {
  const lines = await workbench.page
    .locator('.editor-instance .monaco-editor')
    .first()
    .locator('.view-line')
    .allInnerTexts();
  return lines.join('\n').replaceAll('\u00a0', ' ');
}

function outlines(workbench: Workbench): Promise<number> {
  return workbench.page.locator('.monaco-editor .view-overlays [class*="ced-"]').count();
}

test('the cursor on a number outlines its cell; a cell with the keyboard outlines its number; r goes there', async () => {
  const { workbench, panel } = await openPooling();
  await workbench.cursorTo(2, 11);
  await expect.poll(() => panel.map('x').getAttribute('data-cursor')).toBe('1,1');
  await workbench.cursorTo(3, 3);
  await expect.poll(() => panel.map('x').getAttribute('data-cursor')).toBe(null);

  const before = await outlines(workbench);
  await panel.focus();
  await panel.map('x').locator('.map-surface').focus();
  await panel.press('Home');
  await panel.press('ArrowUp');
  await panel.press('ArrowRight');
  await expect.poll(() => outlines(workbench)).toBeGreaterThan(before);
  await panel.press('r');
  await expect
    .poll(() => workbench.page.locator('.statusbar-item', { hasText: /Ln \d/ }).innerText())
    .toMatch(/Ln 1, Col \d+ \(2 selected\)/);
});

test('a number typed over a cell is one undoable edit in the literal’s own format', async () => {
  const { workbench, panel } = await openPooling();
  expect(await panel.values('z')).toEqual([[5, 8]]);
  await panel.focus();
  await panel.map('x').locator('.map-surface').focus();
  await panel.press('Home');
  await panel.press('ArrowUp');
  await panel.press('ArrowRight');
  await panel.press('F2');
  await panel.frame.locator('.cell-editor').fill('9');
  await panel.press('Enter');
  await expect.poll(() => textOf(workbench)).toContain('[1, 9., 2]');
  await expect.poll(() => panel.values('z')).toEqual([[9, 9]]);
  await workbench.focusEditor();
  await workbench.page.keyboard.press('Control+Z');
  await expect.poll(() => textOf(workbench)).toContain('[1, 5., 2]');
  await expect.poll(() => panel.values('z')).toEqual([[5, 8]]);
});

test('typing updates the picture at the same step; a syntax error on the way leaves it, dimmed, with the message', async () => {
  const { workbench, panel } = await openPooling();
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
});
