/** A text that opens no layer: its message offers the arrays that can be read, and opens them. */
import { expect, test } from 'vitest';
import { useWorkbench } from '../harness/session';

const open = useWorkbench();

/** A function of another file, which no result in the text explains. */
const CODE = `class Blur {
  void run() {
    int[][] image = {{3, 1, 4}, {1, 5, 9}, {2, 6, 5}};
    int[][] kernel = {{1, 2}, {0, 1}};
    int[][] out = Filters.convolve(image, kernel, Border.WRAP);
  }
}
`;

test('Inspect Arrays in the message of a refusal opens the arrays of the text', async () => {
  const { workbench } = await open({ files: { 'Blur.java': CODE }, open: 'Blur.java' });
  await workbench.selectAll();
  await workbench.command('Layer Lens: Step Through Layer');
  const message = await workbench.notifications.containing('Filters.convolve is not supported in Java code');
  await message.getByText('Inspect Arrays', { exact: true }).click();
  const panel = await workbench.panel();
  expect(await panel.values('array')).toEqual([
    [3, 1, 4],
    [1, 5, 9],
    [2, 6, 5],
  ]);
});
