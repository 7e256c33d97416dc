/** The seed text, a course in Chinese with unfenced code, as a plain-text file: the block at the cursor opens. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { panelFrames } from '../harness/Panel';
import { useWorkbench } from '../harness/session';

const open = useWorkbench({ shared: 'in any file' });

const text = readFileSync('test/fixtures/seed/pooling.zh.txt', 'utf8');
function lineOf(at: string): number {
  return lineIn(text, at);
}

function lineIn(content: string, at: string): number {
  return content.slice(0, content.indexOf(at)).split('\n').length;
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

const exercises = `Exercise 1. Take the maximum of 2x2 windows with max pooling and a stride of 1:

9 8 7
6 5 4
3 2 1

Exercise 2. Convolve the input

1 2 3
4 5 6
7 8 9

with the kernel

1 0
0 -1

and a padding of 1 (stride 2).
`;

test('the exercise at the cursor opens with the options of its words, also after they are edited', async () => {
  const { workbench } = await open({ files: { 'exercises.txt': exercises }, open: 'exercises.txt' });
  const z = async () => (await workbench.panel()).values('z');
  await workbench.cursorTo(lineIn(exercises, '4 5 6'));
  await workbench.command('Layer Lens: Step Through Layer');
  const panel = await workbench.panel();
  await panel.click('last');
  expect(await z()).toEqual([
    [-1, -3],
    [-7, -4],
  ]);
  await workbench.page.keyboard.press('Control+1');
  await workbench.cursorTo(lineIn(exercises, 'and a padding'), 'and a padding of 1'.length + 1);
  await workbench.page.keyboard.press('Backspace');
  await workbench.page.keyboard.type('0');
  await expect.poll(async () => (await workbench.panel()).position()).toEqual({ t: 0, count: 1 });
  expect(await z()).toEqual([[-4]]);
});
