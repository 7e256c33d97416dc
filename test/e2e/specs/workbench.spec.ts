/** The harness itself: a file opens with the cursor where it was asked, text is selected, the palette runs commands. */
import { expect, test } from 'vitest';
import { useWorkbench } from '../harness/session';

const open = useWorkbench();

test('a file opens at a place, its lines can be selected and the palette transforms them', async () => {
  const { workbench } = await open({ files: { 'a.txt': 'one\ntwo\nthree\n' }, open: 'a.txt', place: '2:1' });
  await workbench.selectLines(2, 3);
  await workbench.command('Transform to Uppercase');
  await expect.poll(() => workbench.editor.locator('.view-lines').innerText()).toContain('THREE');
  const text = await workbench.editor.locator('.view-lines').innerText();
  expect(text.split('\n').map((line) => line.trim())).toEqual(expect.arrayContaining(['one', 'TWO', 'THREE']));
  expect(workbench.problems.list()).toEqual([]);
});
