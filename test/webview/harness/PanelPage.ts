/** Opens the panel in a plain browser page, under the policy that it has in VS Code. No server: every file is routed. */
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { panelHtml } from '../../../extension/session/panelHtml';
import type { HarnessOptions } from './host';
import { themes, type ThemeName } from './themes';

const origin = 'http://panel.test';
const nonce = 'harness';

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

export interface PanelFiles {
  readonly panel: string;
  readonly gallery: string;
  readonly styles: string;
  readonly host: string;
}

/** Bundles the panel as the build does, and the host that replaces VS Code. */
export async function buildPanel(): Promise<PanelFiles> {
  const bundle = async (entry: string): Promise<string> => {
    const { outputFiles } = await build({
      entryPoints: [entry],
      bundle: true,
      write: false,
      format: 'iife',
      target: 'es2022',
      logLevel: 'error',
    });
    return outputFiles[0]!.text;
  };
  const [panel, gallery, styles, host] = await Promise.all(
    ['webview/main.ts', 'webview/gallery/main.ts', 'webview/main.css', 'test/webview/harness/host.ts'].map(bundle),
  );
  return { panel: panel!, gallery: gallery!, styles: styles!, host: host! };
}

export async function openPanel(browser: Browser, files: PanelFiles, options: PanelPageOptions): Promise<PanelPage> {
  const { theme = 'dark', width = 525, height = 800, text, purpose = 'any', delay = 0 } = options;
  const { preferences, check, scene, gallery, lesson, language } = options;
  // Axe needs a page of a context of its own.
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy/i.test(message.text())) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.stack ?? error.message));
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
  const answers: Readonly<Record<string, readonly [type: string, body: string]>> = {
    '/': ['text/html', pageHtml(gallery ? 'gallery' : undefined, language)],
    '/main.js': ['text/javascript', gallery ? files.gallery : files.panel],
    '/main.css': ['text/css', files.styles],
    '/host.js': ['text/javascript', `window.harness = ${JSON.stringify(setup)};\n${files.host}`],
  };
  await page.route(`${origin}/**`, (route) => {
    const answer = answers[new URL(route.request().url()).pathname];
    return answer ? route.fulfill({ contentType: answer[0], body: answer[1] }) : route.fulfill({ status: 204 });
  });
  await page.goto(`${origin}/`);
  await ready(page);
  return { page, problems };
}

/** Waits until what is shown is current. */
export async function ready(page: Page): Promise<void> {
  await page.locator('body[data-ready="true"]').waitFor({ state: 'attached', timeout: 30_000 });
}

/** The extension's own page, with the replacement host before the panel. */
function pageHtml(kind: 'gallery' | undefined, language = 'en'): string {
  const html = panelHtml({
    cspSource: origin,
    nonce,
    scriptUri: `${origin}/main.js`,
    styleUri: `${origin}/main.css`,
    language,
    title: 'Layer Lens',
    ...(kind && { page: kind }),
    bundle: language === 'en' ? {} : bundleOf(language),
  });
  const host = `<script nonce="${nonce}" src="${origin}/host.js"></script>`;
  return html.replace(
    `<script nonce="${nonce}" src="${origin}/main.js">`,
    `${host}<script nonce="${nonce}" src="${origin}/main.js">`,
  );
}

/** The translations of a display language. */
function bundleOf(language: string): Record<string, string> {
  return JSON.parse(readFileSync(`l10n/bundle.l10n.${language}.json`, 'utf8')) as Record<string, string>;
}
