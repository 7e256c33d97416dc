/** The README's first steps, followed word by word, and the promise that the panel's keys do not edit the text. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { useWorkbench } from '../harness/session';

const open = useWorkbench({ shared: 'in any file' });

const sample = readFileSync('samples/pool_backward.py', 'utf8');
const recipe = readRecipe(readFileSync('README.md', 'utf8'));

test('README: the call on the named line opens with its number of steps, and the named step shows the named numbers', async () => {
  const line = 1 + sample.split('\n').findIndex((each) => each.startsWith(`${recipe.variable} =`));
  const { workbench } = await open({ files: { [recipe.file]: sample }, open: recipe.file, place: `${line}:1` });
  await workbench.command(`Layer Lens: ${recipe.command}`);
  const panel = await workbench.panel();
  expect(await panel.position()).toEqual({ t: recipe.firstStep - 1, count: recipe.count });
  for (let step = recipe.firstStep; step < recipe.step; step++) await panel.press('ArrowRight');
  expect((await panel.position()).t).toBe(recipe.step - 1);
  const words = await panel.text('words');
  expect(words).toContain(recipe.before);
  expect(words).toContain(recipe.after);
  const [, row = 0, col = 0] = recipe.cell;
  expect((await panel.values('dX'))[row]![col]).toBeCloseTo(Number(recipe.exact), 8);
});

test('with everything selected, keys step in the panel after its command, and key bindings from the editor; the text stays', async () => {
  const text = 'X = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [13, 14, 15, 16]]\n';
  const { workbench } = await open({ files: { 'x.py': text }, open: 'x.py' });
  await workbench.selectAll();
  await workbench.command('Layer Lens: Step Through Pooling');
  const panel = await workbench.panel();
  for (const [key, t] of [
    ['ArrowRight', 1],
    ['End', 3],
    ['ArrowLeft', 2],
    ['Home', 0],
    ['Space', 3],
  ] as const) {
    await panel.press(key);
    await expect.poll(async () => (await panel.position()).t).toBe(t);
  }
  await panel.press('Home');
  await workbench.focusEditor();
  for (const [key, t] of [
    ['Alt+.', 1],
    ['Alt+.', 2],
    ['Alt+,', 1],
    ['Alt+/', 3],
  ] as const) {
    await workbench.page.keyboard.press(key);
    await expect.poll(async () => (await panel.position()).t).toBe(t);
  }
  expect(await workbench.editorText()).toBe(text.trimEnd());
});

test('a command begun while the panel has the focus reads the text next to it', async () => {
  const text = 'A_prev = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]\nW = [[1, 0], [0, -1]]\n';
  const { workbench } = await open({ files: { 'layer.py': text }, open: 'layer.py' });
  await workbench.selectAll();
  await workbench.command('Layer Lens: Step Through Pooling');
  const panel = await workbench.panel();
  expect(await panel.mapIds()).not.toContain('w');
  await panel.focus();
  await workbench.command('Layer Lens: Step Through Convolution');
  await expect.poll(() => panel.mapIds()).toContain('w');
});

/** The parts of the README that the test follows; a part that is not found fails the test. */
function readRecipe(readme: string) {
  const part = (pattern: RegExp): string[] => {
    const found = pattern.exec(readme.replace(/\s+/g, ' '));
    if (!found) throw new Error(`the README has no ${pattern}`);
    return found.slice(1);
  };
  const [file = '', variable = ''] = part(/opens `samples\/([\w.]+)` with the cursor on the line of `(\w+)`/);
  const [command = '', first = '', count = ''] = part(/choose _Layer Lens: ([^_]+)_\. .*? at step (\d+) of (\d+)/);
  const [step, cell = '', before = '', after = ''] = part(
    /until step (\d+): `\w+\[([\d, ]+)\]` grows from ([\d.]+) to ([\d.]+\d)/,
  );
  const [exact] = part(/The course prints ([\d.]+\d)/);
  return {
    file,
    variable,
    command,
    firstStep: Number(first),
    count: Number(count),
    step: Number(step),
    cell: cell.split(',').map(Number),
    before,
    after,
    exact,
  };
}
