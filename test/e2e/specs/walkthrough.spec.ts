/** The walkthrough in the real VS Code: every step has its picture in a dark theme, and the first one in a light one. */
import { expect, test } from 'vitest';
import { useWorkbench } from '../harness/session';
import { themes } from '../harness/workspace';

const open = useWorkbench({ shared: 'in any file' });

test('each step of the walkthrough has a picture, and one of its own for a light theme', async () => {
  const { workbench } = await open({ files: { 'notes.txt': 'notes\n' }, open: 'notes.txt' });
  const { page } = workbench;
  await workbench.extended();
  await workbench.command('Welcome: Open Walkthrough...');
  await workbench.pick('Step through your first layer');
  const steps = page.locator('.getting-started-step');
  await steps.first().waitFor();
  expect(await steps.count()).toBe(5);
  // VS Code unfolds the first step, or the one that was unfolded last in this window; a click folds it again.
  await page.locator('.getting-started-step.expanded').first().waitFor();
  const picture = page.locator('.getting-started-media img');
  const names = ['example', 'gallery', 'own', 'backward', 'inspect'];
  for (const theme of ['dark', 'light'] as const) {
    await workbench.setTheme(themes[theme]);
    for (const [index, name] of names.slice(0, theme === 'dark' ? names.length : 1).entries()) {
      const step = steps.nth(index);
      if (!/\bexpanded\b/.test((await step.getAttribute('class')) ?? '')) await step.locator('.step-title').click();
      await expect.poll(() => picture.evaluate(drawnFile)).toContain(`${name}-${theme}.svg`);
    }
  }
});

/** Runs in the page: the file of a picture that was drawn. */
function drawnFile(element: Element): string {
  const image = element as HTMLImageElement;
  return image.complete && image.naturalWidth > 0 ? decodeURIComponent(image.currentSrc) : 'not drawn';
}
