/** Pictures of single scenes: run.mjs look scene[,scene] widthxheight[,…] theme[,…] [device pixels per CSS pixel] [language]. */
import { mkdirSync } from 'node:fs';
import { launchBrowser } from '../../shared/launchBrowser';
import { contextOptions, nextFrame, openPanel, ready } from './PanelPage';
import { scenes } from './scenes';
import { servePanel } from './servePanel';
import type { ThemeName } from './themes';

const target = 'test/output/look';

export async function main([
  names = '',
  sizes = '525x800',
  themeNames = 'dark',
  scale = '2',
  language,
]: readonly string[]): Promise<void> {
  const chosen = names === '' ? Object.keys(scenes) : names.split(',');
  const unknown = chosen.filter((name) => !Object.hasOwn(scenes, name));
  if (unknown.length > 0) throw new Error(`no scene ${unknown.join(', ')}; scenes: ${Object.keys(scenes).join(', ')}`);
  mkdirSync(target, { recursive: true });
  const [origin, browser] = await Promise.all([servePanel(), launchBrowser()]);
  for (const name of chosen) {
    for (const size of sizes.split(',')) {
      const [width, height] = size.split('x').map(Number);
      for (const theme of themeNames.split(',') as ThemeName[]) {
        const scene = scenes[name]!;
        const context = await browser.newContext({ ...contextOptions, deviceScaleFactor: Number(scale) });
        const { page, problems } = await openPanel(context, origin, {
          ...scene,
          theme,
          width: width!,
          height: height!,
          ...(language !== undefined && { language }),
        });
        await scene.prepare?.(page);
        await ready(page);
        await nextFrame(page);
        await page.screenshot({ path: `${target}/${[name, size, theme, language].filter(Boolean).join('-')}.png` });
        if (problems.length > 0) console.log(name, size, theme, problems);
        await page.context().close();
      }
    }
  }
  await browser.close();
}
