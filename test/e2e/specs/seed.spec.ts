/** The seed text, a course in Chinese with unfenced code, as a plain-text file: the block at the cursor opens. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { useWorkbench } from '../harness/session';

const open = useWorkbench({ shared: 'in any file' });

const text = readFileSync('test/fixtures/seed/pooling.zh.txt', 'utf8');
const files = { 'seed.txt': text };

function place(at: string): string {
  return `${text.slice(0, text.indexOf(at)).split('\n').length}:1`;
}

test('with the cursor two lines below the call with mode = "max" max pooling opens, and its printed number is reached', async () => {
  const { workbench } = await open({ files, open: 'seed.txt', place: place("print('mean of dA = '") });
  await workbench.command('Layer Lens: Step Through Layer');
  const panel = await workbench.panel();
  expect((await panel.position()).count).toBe(80);
  await panel.seek(22);
  expect((await panel.values('dX'))[1]![1]).toBeCloseTo(5.05844394, 8);
});

test('with the cursor in the definition of distribute_value its call opens', async () => {
  const { workbench } = await open({ files, open: 'seed.txt', place: place('    average = dz') });
  await workbench.command('Layer Lens: Step Through Layer');
  const panel = await workbench.panel();
  expect(await panel.values('z')).toEqual([
    [0.5, 0.5],
    [0.5, 0.5],
  ]);
});

test('with the cursor among the imports nothing opens, and a message gives the reason', async () => {
  const { workbench } = await open({ files, open: 'seed.txt', place: place("plt.rcParams['figure.figsize']") });
  for (const command of ['Step Through Layer', 'Inspect Array']) {
    await workbench.command(`Layer Lens: ${command}`);
    await expect
      .poll(() => workbench.notifications.texts())
      .toContainEqual(expect.stringContaining('neither an array nor a call of a layer'));
  }
});
