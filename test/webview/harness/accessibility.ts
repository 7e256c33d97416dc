/** What axe finds in a page of the panel. The page has no frames, so that axe runs in it alone. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { ready } from './PanelPage';
import { themes, type ThemeName } from './themes';

/** The rules that read colours; the others read structure and names, which a theme does not change. */
const colorRules = ['color-contrast', 'link-in-text-block'];

/** In place of the source of axe, where the page has it already. */
const inPage = 'void 0';

/** Findings of every rule, one line each; of `part` of the page, a selector. Default: the whole page. */
export function axeFindings(page: Page, part?: string): Promise<readonly string[]> {
  return findings(new AxeBuilder({ page }), part);
}

/**
 * Applies every theme to a page that is open, the one it has last. In each: the findings of axe, of every rule in the first
 * theme and of the rules of colours in the others, and the pixels that the page scrolls sideways. One line each, with the theme.
 */
export async function findingsInThemes(page: Page, part?: string): Promise<readonly string[]> {
  const all: string[] = [];
  for (const [index, name] of themeNames.entries()) {
    if (index > 0) await applyTheme(page, name);
    const builder =
      index === 0 ? new AxeBuilder({ page }) : new AxeBuilder({ page, axeSource: inPage }).withRules(colorRules);
    const found = await findings(builder, part);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    all.push(...found.map((each) => `${name}: ${each}`), ...(overflow > 0 ? [`${name}: scrolls by ${overflow}`] : []));
  }
  await applyTheme(page, themeNames[0]!);
  return all;
}

const themeNames = Object.keys(themes) as ThemeName[];

async function findings(builder: AxeBuilder, part: string | undefined): Promise<readonly string[]> {
  if (part !== undefined) builder.include(part);
  // Else axe opens a second page to join the results of frames.
  const { violations } = await builder.setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
}

/** Returns when the panel has drawn the theme and its transitions are over. */
export async function applyTheme(page: Page, name: ThemeName): Promise<void> {
  await page.evaluate(async (theme) => {
    window.applyTheme(theme);
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    const ending = document.getAnimations().filter((each) => each.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map((each) => each.finished));
  }, themes[name]);
  await ready(page);
}
