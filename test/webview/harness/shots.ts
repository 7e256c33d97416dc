/** Pictures of the panel in the harness, to be looked at: node test/webview/harness/run.mjs shots [scene] [theme] [width]. */
import { mkdirSync } from 'node:fs';
import { launchBrowser } from '../../shared/launchBrowser';
import { openPanel, ready } from './PanelPage';
import { servePanel } from './servePanel';
import { scenes } from './scenes';
import { themes, type ThemeName } from './themes';

const target = 'test/output/panel';

export async function main([onlyScene, onlyTheme, onlyWidth]: readonly string[]): Promise<void> {
  mkdirSync(target, { recursive: true });
  const origin = await servePanel();
  const browser = await launchBrowser();
  const chosen = (value: string, only: string | undefined): boolean => !only || only === '-' || only === value;
  for (const [name, scene] of Object.entries(scenes)) {
    for (const theme of Object.keys(themes) as ThemeName[]) {
      for (const width of [525, 1120]) {
        if (!chosen(name, onlyScene) || !chosen(theme, onlyTheme) || !chosen(String(width), onlyWidth)) continue;
        const { page, problems } = await openPanel(browser, origin, { ...scene, theme, width });
        await scene.prepare?.(page);
        await ready(page);
        await page.screenshot({ path: `${target}/${name}-${theme}-${width}.png` });
        if (problems.length > 0) console.log(name, theme, width, problems);
        await page.close();
      }
    }
  }
  await browser.close();
}
