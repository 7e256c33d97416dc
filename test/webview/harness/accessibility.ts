/** What axe finds in a page of the panel. The page has no frames, so that axe runs in it alone. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { axeFile, nonce, ready } from './PanelPage';
import { everything } from '../../everything';
import { themes, type ThemeName } from './themes';

/** The rules that read colours; the others read structure and names, which a theme does not change. */
const colorRules = ['color-contrast', 'link-in-text-block'];

/** Findings of every rule, one line each; of `part` of the page, a selector. Default: the whole page. */
export async function axeFindings(page: Page, part?: string): Promise<readonly string[]> {
  await loadAxe(page);
  return findings(page, part);
}

/** The harness serves axe, so that the browser compiles it once; other pages may load nothing. */
async function loadAxe(page: Page): Promise<void> {
  if (!page.url().startsWith('http://127.0.0.1:')) await page.evaluate(readFileSync(axeFile, 'utf8'));
  else {
    await page.evaluate(async (token) => {
      if ('axe' in window) return;
      const script = Object.assign(document.createElement('script'), { src: '/axe.js', nonce: token });
      const loaded = new Promise((resolve) => script.addEventListener('load', resolve));
      document.head.append(script);
      await loaded;
      script.remove();
    }, nonce);
  }
}

/**
 * Applies every one of `others` to a page that is open, then the theme it has. In each: the findings of axe, of every rule in the
 * first theme and of the rules of colours in the others, and the pixels that the page scrolls sideways. One line each, with the
 * theme. `part`: a selector, default: the page. `others`: default: one of them, all in the whole set.
 */
export async function findingsInThemes(
  page: Page,
  { part, others = otherThemesOf(0) }: Examined = {},
): Promise<readonly string[]> {
  const all: string[] = [];
  await loadAxe(page);
  for (const [index, name] of [firstTheme!, ...others].entries()) {
    if (index > 0) await applyColors(page, name);
    const found = await findings(page, part, index === 0 ? undefined : colorRules);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    all.push(...found.map((each) => `${name}: ${each}`), ...(overflow > 0 ? [`${name}: scrolls by ${overflow}`] : []));
  }
  if (others.length > 0) await applyColors(page, firstTheme!);
  return all;
}

interface Examined {
  readonly part?: string;
  readonly others?: readonly Colors[];
}

/** A theme, or the few colours that a system forces on every page. */
type Colors = ThemeName | typeof forcedColors;

const forcedColors = 'forced colours';

const [firstTheme, ...allOthers] = Object.keys(themes) as ThemeName[];

export const otherThemes: readonly Colors[] = [...allOthers, forcedColors];

/** One of the others for each state, in turn, where many states have the same colours; all of them in the whole set. */
export function otherThemesOf(index: number): readonly Colors[] {
  return everything ? otherThemes : [otherThemes[index % otherThemes.length]!];
}

/** The part of axe that is used here. */
interface Axe {
  run(
    part: Document | { readonly include: readonly (readonly string[])[] },
    options: object,
  ): Promise<{
    readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
  }>;
}

/** Only what is found leaves the page: results of rules that pass are large. `rules`: default: all. */
async function findings(page: Page, part: string | undefined, rules?: readonly string[]): Promise<readonly string[]> {
  await page.evaluate(readForcedColors);
  return page.evaluate(
    async ([selector, values]) => {
      const { axe } = window as unknown as { axe: Axe };
      const { violations } = await axe.run(selector === undefined ? document : { include: [[selector]] }, {
        ...(values && { runOnly: { type: 'rule', values } }),
        resultTypes: ['violations'],
        preload: false,
      });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
    },
    [part, rules] as const,
  );
}

/**
 * Runs in the page. Axe asks for the colour that fills a text, which Chromium gives as it would be without forced colours; if that
 * is empty, it asks for the text's colour.
 */
function readForcedColors(): void {
  const { prototype } = CSSStyleDeclaration;
  const read = Object.getOwnPropertyDescriptor(prototype, 'getPropertyValue')!.value as (
    this: CSSStyleDeclaration,
    name: string,
  ) => string;
  if ('forcedRead' in prototype) return;
  Object.assign(prototype, { forcedRead: true });
  prototype.getPropertyValue = function (name): string {
    const isForced = name === '-webkit-text-fill-color' && matchMedia('(forced-colors: active)').matches;
    return isForced ? '' : read.call(this, name);
  };
}

async function applyColors(page: Page, name: Colors): Promise<void> {
  await page.emulateMedia({ forcedColors: name === forcedColors ? 'active' : null });
  await applyTheme(page, name === forcedColors ? firstTheme! : name);
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
