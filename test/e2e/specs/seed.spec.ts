/** The seed text, a course in Chinese with unfenced code, as a plain-text file: the block at the cursor opens. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { panelFrames } from '../harness/Panel';
import { useWorkbench } from '../harness/session';

const open = useWorkbench({ shared: 'in any file' });

const text = readFileSync('test/fixtures/seed/pooling.zh.txt', 'utf8');
function lineOf(at: string): number {
  return text.slice(0, text.indexOf(at)).split('\n').length;
}

test('among the imports nothing opens, with the reason; the call above the cursor opens, then that of the definition at the cursor', async () => {
  const { workbench } = await open({
    files: { 'seed.txt': text },
    open: 'seed.txt',
    place: `${lineOf("plt.rcParams['figure.figsize']")}:1`,
  });
  for (const command of ['Step Through Layer', 'Inspect Array']) {
    await workbench.command(`Layer Lens: ${command}`);
    await expect
      .poll(() => workbench.notifications.texts())
      .toContainEqual(expect.stringContaining('neither an array nor a call of a layer'));
  }
  expect(await workbench.page.locator(panelFrames).count()).toBe(0);

  // Two lines below the call with mode = "max": max pooling, whose printed number is reached.
  await workbench.cursorTo(lineOf("print('mean of dA = '"));
  await workbench.command('Layer Lens: Step Through Layer');
  const panel = await workbench.panel();
  expect((await panel.position()).count).toBe(80);
  await panel.seek(22);
  expect((await panel.values('dX'))[1]![1]).toBeCloseTo(5.05844394, 8);

  await workbench.cursorTo(lineOf('    average = dz'));
  await workbench.command('Layer Lens: Step Through Layer');
  await expect
    .poll(async () => (await workbench.panel()).values('z'))
    .toEqual([
      [0.5, 0.5],
      [0.5, 0.5],
    ]);
});
