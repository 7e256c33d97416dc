/**
 * The contact sheet: every scene in every theme and size, and a page with all of them.
 * npm run screenshots -- all [scene,…] [theme,…] [width×height,…]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { launchBrowser } from '../../shared/launchBrowser';
import { applyTheme } from './accessibility';
import { nextFrame, openPanel, ready } from './PanelPage';
import { scenes } from './scenes';
import { servePanel } from './servePanel';
import { themes, type ThemeName } from './themes';

const target = 'test/output/contact';

/** 560x360 is 1120x720 at 200 % zoom. */
const sizes = ['380x800', '525x800', '700x800', '1120x800', '1280x720', '1600x900', '560x360'];

export async function main([onlyScenes, onlyThemes, onlySizes]: readonly string[]): Promise<void> {
  mkdirSync(target, { recursive: true });
  const [origin, browser] = await Promise.all([servePanel(), launchBrowser()]);
  const chosenThemes = chosen(Object.keys(themes) as ThemeName[], onlyThemes);
  const chosenSizes = onlySizes ? onlySizes.split(',') : sizes;
  const rows: string[] = [];
  for (const [name, scene] of Object.entries(scenes)) {
    if (!chosen([name], onlyScenes).length) continue;
    const cells: string[] = [];
    for (const size of chosenSizes) {
      const [width = 525, height = 800] = size.split('x').map(Number);
      const { page, problems } = await openPanel(browser, origin, { ...scene, width, height });
      try {
        await scene.prepare?.(page);
        await ready(page);
        await nextFrame(page);
      } catch (error) {
        cells.push(`<p>${name} ${size}: ${String(error).split('\n')[0]}</p>`);
      }
      for (const theme of chosenThemes) {
        const file = `${name}-${size}-${theme}.png`;
        await applyTheme(page, theme);
        await page.screenshot({ path: `${target}/${file}` });
        cells.push(figure(file, `${size} ${theme}${problems.length > 0 ? `: ${problems.join(' ')}` : ''}`, width));
      }
      await page.context().close();
    }
    rows.push(`<h2>${name}</h2><div>${cells.join('')}</div>`);
  }
  await browser.close();
  writeFileSync(`${target}/index.html`, pageOf(rows));
  console.log(`written: ${target}/index.html`);
}

function chosen<T extends string>(all: readonly T[], only: string | undefined): readonly T[] {
  const wanted = only && only !== '-' ? only.split(',') : undefined;
  return wanted ? all.filter((each) => wanted.includes(each)) : all;
}

function figure(file: string, caption: string, width: number): string {
  const image = `<a href="${file}"><img src="${file}" width="${Math.round(width / 2)}" loading="lazy"></a>`;
  return `<figure>${image}<figcaption>${caption}</figcaption></figure>`;
}

function pageOf(rows: readonly string[]): string {
  const style =
    'body{font:13px sans-serif}div{display:flex;flex-wrap:wrap;gap:12px;align-items:flex-start}figure{margin:0}';
  return `<!DOCTYPE html><meta charset="utf-8"><title>Layer Lens: contact sheet</title><style>${style}</style>${rows.join('\n')}`;
}
