/** Lessons, pictures and the status bar in the real VS Code. */
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { everything } from '../../everything';
import { useWorkbench } from '../harness/session';

const open = useWorkbench({ shared: 'in any file' });
/** A folder without the lessons that other tests have saved in theirs. */
const openAlone = useWorkbench();

const sum = {
  version: 2,
  title: 'A sum',
  arrays: [
    { name: 'x', shape: [2, 3], values: [1, 2, 3, 4, 5, 6] },
    { name: 'w', shape: [2, 2], values: [1, 1, 1, 1] },
  ],
  show: 'conv',
};

const text = 'A_prev = [[1, 2, 3], [4, 5, 6]]\nW = [[1, 0], [0, -1]]\nhparameters = {"stride": 1, "pad": 0}\n';

test('a teacher writes a note, makes a lesson of the scene, and plays it from its file', async () => {
  const { workbench, workspace } = await open({
    files: { 'lesson.py': text },
    open: 'lesson.py',
  });
  const { page } = workbench;
  await workbench.selectAll();
  await workbench.command('Layer Lens: Step Through Convolution');
  const panel = await workbench.panel();
  await workbench.command('Layer Lens: Write Note on Step');
  const editor = panel.frame.locator('[data-part=noteEditor]');
  await editor.locator('[data-action=noteText]').fill('The first window.');
  await editor.locator('[data-action=noteSave]').click();
  await panel.frame.getByText('The first window.').waitFor();
  await workbench.command('Layer Lens: New Lesson…');
  const input = page.locator('.quick-input-widget input').first();
  await input.fill('My lesson');
  await input.press('Enter');
  const file = workspace.path('my.layerlens-lesson.json');
  await expect.poll(() => input.inputValue()).toContain('My-lesson');
  await input.fill(file);
  await input.press('Enter');
  const saved = await workbench.notifications.containing('has this scene as part 1');
  const { parts } = JSON.parse(readFileSync(file, 'utf8')) as { parts: { scene: { notes: unknown } }[] };
  expect(parts[0]!.scene.notes).toEqual([{ step: 0, text: 'The first window.' }]);
  await saved.getByRole('button', { name: 'Open' }).click();
  await page.locator('.tab.active', { hasText: 'my.layerlens-lesson.json' }).waitFor();
  await (await workbench.panel()).frame.getByText('The first window.').waitFor();
});

test.runIf(everything)('where the folder has no lesson to add a scene to, VS Code asks for a file', async () => {
  const { workbench, workspace } = await openAlone({ files: { 'lesson.py': text }, open: 'lesson.py' });
  const { page } = workbench;
  await workbench.selectAll();
  await workbench.command('Layer Lens: Step Through Convolution');
  await workbench.panel();
  await workbench.command('Layer Lens: Add Scene to Lesson…');
  const input = page.locator('.quick-input-widget input').first();
  await expect.poll(() => input.inputValue()).toContain(workspace.folder);
  await input.press('Escape');
  await input.waitFor({ state: 'hidden' });
});

test('a scene is added to a lesson, whose parts are moved and removed', async () => {
  const lesson = { version: 1, title: 'Own', parts: ['First', 'Second'].map((title) => ({ title, scene: sum })) };
  const { workbench, workspace } = await open({
    files: { 'lesson.py': text, 'own.layerlens-lesson.json': JSON.stringify(lesson) },
    open: 'lesson.py',
  });
  const { page } = workbench;
  const titles = (): unknown[] => {
    const { parts } = JSON.parse(readFileSync(workspace.path('own.layerlens-lesson.json'), 'utf8')) as typeof lesson;
    return parts.map(({ title, scene }) => (title as string | undefined) ?? scene.title);
  };
  await workbench.selectAll();
  await workbench.command('Layer Lens: Step Through Convolution');
  await workbench.panel();
  await workbench.command('Layer Lens: Add Scene to Lesson…');
  await workbench.pick('own.layerlens-lesson.json');
  await expect.poll(titles).toEqual(['First', 'Second', 'lesson.py']);
  await workbench.command('Layer Lens: Arrange Lesson…');
  await workbench.pick('own.layerlens-lesson.json');
  const part = (name: string) => page.locator('.quick-input-widget .monaco-list-row', { hasText: name });
  const press = async (name: string, button: string): Promise<void> => {
    await part(name).hover();
    await part(name).getByRole('button', { name: button }).click();
  };
  await press('3. lesson.py', 'Move earlier');
  await expect.poll(titles).toEqual(['First', 'lesson.py', 'Second']);
  await press('1. First', 'Remove from the lesson');
  await expect.poll(titles).toEqual(['lesson.py', 'Second']);
});

test('a step is saved as PNG, the steps as GIF, and arrays as .npy and .npz', async () => {
  const { workbench, workspace } = await open({
    files: { 'lesson.py': text },
    open: 'lesson.py',
  });
  const { page } = workbench;
  await workbench.selectAll();
  await workbench.command('Layer Lens: Step Through Convolution');
  await workbench.panel();
  const input = page.locator('.quick-input-widget input').first();
  const save = async (name: string, offered = name.split('.')[1]): Promise<Buffer> => {
    const file = workspace.path(name);
    await expect.poll(() => input.inputValue()).toContain(offered);
    // While the dialog reads the folder it takes no key, and may write its own value.
    const closed = () =>
      input.waitFor({ state: 'hidden', timeout: 2_000 }).then(
        () => true,
        () => false,
      );
    do {
      await input.fill(file);
      await input.press('Enter');
    } while (!(await closed()));
    // The file is there before it has its content.
    await page.locator('.statusbar-item', { hasText: `${name} written` }).waitFor();
    return readFileSync(file);
  };
  await workbench.command('Layer Lens: Save Step as Picture…');
  await workbench.pick('PNG 2×');
  const png = await save('step.png');
  expect([png.subarray(1, 4).toString(), png.readUInt32BE(16)]).toEqual(['PNG', 1920]);
  await workbench.command('Layer Lens: Export Steps as Animation…');
  await expect.poll(() => input.inputValue()).toBe('1-2');
  await input.press('Enter');
  await expect.poll(() => input.inputValue()).toBe('2');
  await input.press('Enter');
  await workbench.pick('GIF');
  const gif = await save('steps.gif');
  expect([gif.subarray(0, 6).toString(), gif.readUInt16LE(6)]).toEqual(['GIF89a', 960]);
  await workbench.command('Layer Lens: Save Array As…');
  await workbench.pick('W');
  expect((await save('W.npy')).subarray(1, 6).toString()).toBe('NUMPY');
  await workbench.command('Layer Lens: Save Array As…');
  await workbench.pick('W');
  const members = Object.keys(unzipSync(await save('all.npz', 'npy')));
  expect(members).toEqual(expect.arrayContaining(['A_prev.npy', 'W.npy', 'Z.npy']));
});

test('the status bar has the shape of the selected array; a click inspects it', async () => {
  const { workbench } = await open({ files: { 'lesson.py': text }, open: 'lesson.py' });
  const { page } = workbench;
  await workbench.cursorTo(1, 12);
  const item = page.locator('.statusbar-item', { hasText: 'A_prev (2, 3)' });
  await item.waitFor();
  await workbench.cursorTo(3, 1);
  await item.waitFor({ state: 'hidden' });
  await workbench.selectLines(1, 2);
  const both = page.locator('.statusbar-item', { hasText: 'A_prev (2, 3), W (2, 2)' });
  await both.locator('a').click();
  const panel = await workbench.panel();
  await panel.frame.locator('[data-part=inspect]').waitFor();
});

test('the palette lists commands of a layer only while a layer is shown', async () => {
  const { workbench } = await open({ files: { 'lesson.py': text }, open: 'lesson.py' });
  // VS Code is told after the panel has shown something else.
  const absent = (title: string) => expect.poll(() => workbench.lists(`Layer Lens: ${title}`)).toBe(false);
  await workbench.cursorTo(1, 12);
  await workbench.command('Layer Lens: Inspect Array');
  const panel = await workbench.panel();
  await panel.frame.locator('[data-part=inspect]').waitFor();
  await workbench.command('Layer Lens: Copy Array As…');
  await workbench.pick('NumPy');
  await absent('Quiz Me');
  await absent('First Wrong Step');
  await workbench.selectAll();
  await workbench.command('Layer Lens: Step Through Convolution');
  await workbench.command('Layer Lens: Quiz Me');
  const layer = await workbench.panel();
  await layer.frame.locator('[data-part=quiz]').waitFor();
  await absent('First Wrong Step');
});
