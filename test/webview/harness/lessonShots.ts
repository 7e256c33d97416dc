/** Pictures of lessons and of the presentation, to be looked at: node test/webview/harness/run.mjs lessonShots. */
import { mkdirSync, readFileSync } from 'node:fs';
import { readLesson, resolveLesson } from '../../../core/lesson/readLesson';
import { readScene } from '../../../core/scene/readScene';
import { launchBrowser } from './launchBrowser';
import { openPanel, ready } from './PanelPage';
import { servePanel } from './servePanel';

const target = 'test/output/panel';

export async function main(): Promise<void> {
  mkdirSync(target, { recursive: true });
  const origin = await servePanel();
  const browser = await launchBrowser();
  const text = readFileSync('lessons/backward.layerlens-lesson.json', 'utf8');
  const lesson = await resolveLesson(readLesson(text), (path) =>
    Promise.resolve(readScene(readFileSync(`lessons/${path}`, 'utf8'))),
  );
  for (const [language, theme] of [
    ['en', 'dark'],
    ['zh-cn', 'light'],
  ] as const) {
    const { page } = await openPanel(browser, origin, { text: '', lesson, language, theme });
    await page.locator('[data-action=forward]').click();
    await page.locator('[data-action=forward]').click();
    await ready(page);
    await page.screenshot({ path: `${target}/lesson-${language}.png` });
    await page.locator('body').press('n');
    await page.locator('[data-part=noteEditor]').waitFor();
    await page.screenshot({ path: `${target}/note-editor-${language}.png` });
    await page.context().close();
  }
  for (const name of ['01-conv-forward', '30-conv-backward']) {
    const scene = readFileSync(`scenes/${name}.layerlens.json`, 'utf8');
    const { page } = await openPanel(browser, origin, { text: '', scene, width: 1280, height: 720 });
    await page.locator('body').press('p');
    await page.locator('body.presenting').waitFor();
    await ready(page);
    await page.screenshot({ path: `${target}/present-${name}.png` });
    await page.context().close();
  }
  await browser.close();
}
