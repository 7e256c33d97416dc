/** Pictures of the package's scenes and of the gallery, to be looked at: node test/webview/harness/run.mjs sceneShots [part of a name] [language]. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { launchBrowser } from '../../shared/launchBrowser';
import { openPanel, ready } from './PanelPage';
import { servePanel } from './servePanel';

const target = 'test/output/scenes';

export async function main([only = '', language = 'en']: readonly string[]): Promise<void> {
  mkdirSync(target, { recursive: true });
  const origin = await servePanel();
  const browser = await launchBrowser();
  const texts = Object.fromEntries(
    readdirSync('scenes').map((file) => [file.split('.')[0]!, readFileSync(`scenes/${file}`, 'utf8')]),
  );
  const inThemes = async (name: string, options: object): Promise<void> => {
    for (const theme of ['dark', 'light'] as const) {
      const size = { width: 700, height: 820 };
      const { page, problems } = await openPanel(browser, origin, { text: '', ...size, theme, language, ...options });
      await ready(page);
      await page.screenshot({ path: `${target}/${name}-${theme}.png` });
      if (problems.length > 0) console.log(name, theme, problems);
      await page.context().close();
    }
  };
  for (const [name, scene] of Object.entries(texts)) if (name.includes(only)) await inThemes(name, { scene });
  if ('gallery'.includes(only)) await inThemes('gallery', { gallery: texts, height: 3600 });
  await browser.close();
}
