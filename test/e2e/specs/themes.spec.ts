/** Themes of each contrast: an open panel takes each and is painted again, without a broken policy, an error or an unreadable text. */
import { expect, test } from 'vitest';
import { courseCase, courseText } from '../../shared/course';
import { useWorkbench } from '../harness/session';
import { themes, type Theme } from '../harness/workspace';

const open = useWorkbench({ shared: 'in any file' });

test('in each theme the maps are painted again and the console stays silent; axe finds nothing', async () => {
  const { workbench } = await open({ files: { 'case.py': courseText(courseCase('conv_forward')) }, open: 'case.py' });
  await workbench.extended();
  await workbench.setTheme(themes['hc-light']);
  await workbench.selectAll();
  await workbench.command('Layer Lens: Step Through Convolution');
  const panel = await workbench.panel();
  // The picture stays while a field has an error: both are examined at once.
  await panel.setField('stride', '0');
  await panel.frame.locator('.field-error:visible').waitFor();
  let before: Buffer | undefined;
  for (const theme of ['hc-light', 'dark', 'light'] satisfies Theme[]) {
    if (before) await workbench.setTheme(themes[theme]);
    await expect.poll(() => panel.body.getAttribute('data-vscode-theme-kind')).toBe(themes[theme].kind);
    await panel.ready();
    await expect.poll(async () => (await panel.map('x').screenshot()).equals(before ?? Buffer.of())).toBe(false);
    before = await panel.map('x').screenshot();
    expect(await panel.overflow(), theme).toBeLessThanOrEqual(0);
  }
  // The panel's own tests have axe examine its pages in the colours of all four themes.
  expect(await panel.accessibilityProblems()).toEqual([]);
  expect(workbench.problems.list()).toEqual([]);
});
