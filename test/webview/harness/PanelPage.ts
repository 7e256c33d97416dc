/** Opens the panel in a plain browser page, under the policy that it has in VS Code. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { HarnessOptions } from './host';
import { themes, type ThemeName } from './themes';

export interface PanelPageOptions extends Omit<Partial<HarnessOptions>, 'theme'> {
  readonly text: string;
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
}

export interface PanelPage {
  readonly page: Page;
  /** Broken content security policy, console errors and exceptions so far. */
  readonly problems: readonly string[];
}

export const axeFile = 'node_modules/axe-core/axe.min.js';

/** Of the scripts that the page may load. */
export const nonce = 'harness';

/** How every context of a panel is made; a page sets its own size. */
export const contextOptions = { viewport: { width: 525, height: 800 }, deviceScaleFactor: 2 };

/** Opens a page in the context, or in one of its own where a browser is given; `origin` is that of `servePanel`. */
export async function openPanel(
  opener: Browser | BrowserContext,
  origin: string,
  options: PanelPageOptions,
): Promise<PanelPage> {
  // Axe needs a page of a context that was made for it.
  const context = 'newContext' in opener ? await opener.newContext(contextOptions) : opener;
  return openIn(await newPage(context), origin, options);
}

/** A page that panels can be opened in, one after the other: the second one takes half of the time of one in a new page. */
export async function newPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(
    ([key, fresh]) => {
      const setup = location.origin === 'null' ? null : sessionStorage.getItem(key);
      if (setup === null) return;
      window.harness = JSON.parse(setup) as HarnessOptions;
      if (sessionStorage.getItem(fresh) === null) return;
      // The panel before may have kept its state until its page was left, which would be taken for a reload.
      sessionStorage.clear();
      sessionStorage.setItem(key, setup);
    },
    [setupKey, freshKey] as const,
  );
  return page;
}

const setupKey = 'layer-lens-harness';
/** There until the page is loaded for the first time. */
const freshKey = 'layer-lens-harness-fresh';

/** Opens a panel in a page of `newPage`, with nothing of the panel before. */
export async function openIn(page: Page, origin: string, options: PanelPageOptions): Promise<PanelPage> {
  const { theme = 'dark', width = 525, height = 800, text, purpose = 'any', delay = 0 } = options;
  const { preferences, check, scene, gallery, lesson, language } = options;
  const setup: HarnessOptions = {
    text,
    purpose,
    theme: themes[theme],
    delay,
    ...(preferences && { preferences }),
    ...(check && { check }),
    ...(scene !== undefined && { scene }),
    ...(gallery && { gallery }),
    ...(lesson && { lesson }),
    ...(language !== undefined && { language }),
  };
  const parameters = new URLSearchParams({
    ...(language !== undefined && { language }),
    ...(gallery && { gallery: '' }),
  });
  if (page.url().startsWith(origin)) await page.mouse.move(0, 0);
  else await page.goto(`${origin}/blank`);
  await page.emulateMedia({ media: null, colorScheme: null, forcedColors: null, reducedMotion: null });
  await page.setViewportSize({ width, height });
  await page.evaluate(
    ([key, fresh, json]) => {
      sessionStorage.setItem(key, json);
      sessionStorage.setItem(fresh, '');
    },
    [setupKey, freshKey, JSON.stringify(setup)] as const,
  );
  const problems = problemsOf(page);
  await page.goto(`${origin}/?${parameters}`);
  await ready(page);
  return { page, problems };
}

function problemsOf(page: Page): readonly string[] {
  const problems: string[] = [];
  page.removeAllListeners('console').on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy/i.test(message.text())) problems.push(message.text());
  });
  page.removeAllListeners('pageerror').on('pageerror', (error) => problems.push(error.stack ?? error.message));
  return problems;
}

/** Waits until what is shown is current. */
export async function ready(page: Page): Promise<void> {
  await page.locator('body[data-ready="true"]').waitFor({ state: 'attached', timeout: 60_000 });
}

/** Waits until what has another size is drawn for it, and the listing is scrolled to its line. */
export async function nextFrame(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  });
}

/** Changes the size of an open panel and waits until it is drawn for it: the browser reports a size with its next frame. */
export async function resizePanel(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.evaluate(
    ([wide, high]) =>
      new Promise<void>((resolve) => {
        const look = (): void => {
          const isReported = innerWidth === wide && innerHeight === high;
          requestAnimationFrame(isReported ? () => resolve() : look);
        };
        requestAnimationFrame(look);
      }),
    [width, height] as const,
  );
  await ready(page);
}
