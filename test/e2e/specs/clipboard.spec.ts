/** What was copied elsewhere is stepped through; text without an array is explained. */
import { expect, test } from 'vitest';
import { panelFrames } from '../harness/Panel';
import { useWorkbench } from '../harness/session';

const open = useWorkbench({ shared: 'in any file' });
const words = 'Convolve X = [[1,2,3],[4,5,6],[7,8,9]] with K = [[1,0],[0,-1]] and a stride of 2.\n';
const command = 'Layer Lens: Open from Clipboard';

test('a copied R matrix opens, and a sentence with its stride; text without an array is refused with a reason', async () => {
  const files = { 'copied.txt': 'a = matrix(c(1, 2, 3, 4, 5, 6), nrow = 2, byrow = TRUE)\nhello world\n' + words };
  const { workbench } = await open({ files, open: 'copied.txt' });
  await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);

  await workbench.selectLines(2, 2);
  await workbench.page.keyboard.press('Control+C');
  await workbench.command(command);
  await expect
    .poll(() => workbench.notifications.texts())
    .toContainEqual(expect.stringContaining('nothing in the clipboard can be read as an array: no array was found'));
  expect(await workbench.page.locator(panelFrames).count()).toBe(0);

  await workbench.selectLines(1, 1);
  await workbench.page.keyboard.press('Control+C');
  await workbench.command(command);
  const panel = await workbench.panel();
  const rows = await panel.values('x');
  expect(rows.flat().filter((value) => value !== 0)).toEqual([1, 2, 3, 4, 5, 6]);
  await expect.poll(() => workbench.page.locator('.tab', { hasText: 'Layer Lens: Clipboard' }).count()).toBe(1);

  await workbench.selectLines(3, 3);
  await workbench.page.keyboard.press('Control+C');
  await workbench.command(command);
  await expect.poll(async () => (await workbench.panel()).values('z')).toEqual([[-4]]);
});
