/** Layer Lens in a workbench whose display language is Simplified Chinese: lenses, commands, gallery, lesson, panel. */
import { expect, test } from 'vitest';
import { panelFrames } from '../harness/Panel';
import { useWorkbench } from '../harness/session';

const open = useWorkbench();

const han = /\p{Script=Han}/u;

test('lenses, commands, the gallery and a lesson are in Chinese', async () => {
  const files = { 'case.py': 'A_prev = [[1, 2, 3], [4, 5, 6]]\nW = [[1, 0], [0, -1]]\n' };
  const { workbench } = await open({ files, open: 'case.py', language: 'zh-cn' });
  const { page } = workbench;
  await page.locator('.codelens-decoration a', { hasText: '查看 (2, 3)' }).waitFor();
  await workbench.command('Layer Lens: 打开场景库');
  await page.locator('.tab', { hasText: 'Layer Lens 场景库' }).waitFor();
  const gallery = page.frameLocator(panelFrames).last().frameLocator('#active-frame');
  await gallery.locator('body[data-ready="true"]').waitFor({ state: 'attached' });
  for (const card of await gallery.locator('.gallery-card').allInnerTexts()) expect(card).toMatch(han);
  await gallery.locator('[data-lesson="package:forward"]').click();
  const panel = await workbench.panel();
  expect(await panel.frame.locator('html').getAttribute('lang')).toBe('zh-cn');
  // Names of arrays, numbers and keys have no language; everything else of the page's controls has.
  const named = await panel.body.locator('button, select, input').evaluateAll((controls) =>
    controls
      .filter((control) => control.checkVisibility())
      .map((control) => control.getAttribute('aria-label') ?? control.getAttribute('title') ?? '')
      .filter((name) => /[a-z]{3,} [a-z]{2,}/i.test(name)),
  );
  expect(named).toEqual([]);
  await panel.frame.getByText('用 → 前进').waitFor();
  const lesson = panel.frame.locator('[data-part=lesson]');
  await lesson.locator('[data-action=lessonNext]').click();
  await expect.poll(() => lesson.locator('[data-action=lessonPart]').inputValue()).toBe('1');
  await panel.ready();
  await panel.body.press('q');
  await panel.frame.getByRole('button', { name: '揭晓答案' }).waitFor();
});
