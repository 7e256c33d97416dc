/** The four themes: the panel takes each, also while it is open, without a broken policy, an error or an unreadable text. */
import { expect, test } from 'vitest';
import { courseCase, courseText } from '../harness/course';
import { useWorkbench } from '../harness/session';
import { themes, type Theme } from '../harness/workspace';

const open = useWorkbench({ shared: true });
const files = { 'case.py': courseText(courseCase('conv_forward')) };

test.each(Object.keys(themes) as Theme[])('%s: axe finds nothing and the console stays silent', async (theme) => {
  const { workbench } = await open({ files, open: 'case.py' });
  await workbench.extended();
  await workbench.setTheme(themes[theme]);
  await workbench.selectAll();
  await workbench.command('Layer Lens: Step Through Convolution');
  const panel = await workbench.panel();
  await expect.poll(() => panel.body.getAttribute('data-vscode-theme-kind')).toBe(themes[theme].kind);
  expect(await panel.overflow()).toBeLessThanOrEqual(0);
  // The picture stays while a field has an error: both are examined at once.
  await panel.setField('stride', '0');
  await panel.frame.locator('.field-error:visible').waitFor();
  expect(await panel.accessibilityProblems()).toEqual([]);
  expect(workbench.problems.list()).toEqual([]);
});

test('a change of theme while the panel is open repaints it', async () => {
  const { workbench } = await open({ files, open: 'case.py' });
  await workbench.extended();
  await workbench.setTheme(themes.dark);
  await workbench.selectAll();
  await workbench.command('Layer Lens: Step Through Convolution');
  const panel = await workbench.panel();
  const dark = await panel.map('x').screenshot();
  await workbench.setTheme(themes.light);
  await expect.poll(() => panel.body.getAttribute('data-vscode-theme-kind')).toBe('vscode-light');
  await panel.ready();
  await expect.poll(async () => (await panel.map('x').screenshot()).equals(dark)).toBe(false);
  expect(workbench.problems.list()).toEqual([]);
});
