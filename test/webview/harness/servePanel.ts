/** Serves the panel, the host that replaces VS Code, and their pages to the browser of this machine. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { iconFont } from '../../../scripts/lib/iconFont.mjs';
import { axeFile, nonce } from './PanelPage';
import { panelHtml } from '../../../extension/session/panelHtml';

type Answer = readonly [contentType: string, body: string];

/**
 * Bundles the panel as the build does, and serves it until the process ends. Returns the origin. The scripts may be cached: pages
 * of one browser context compile them once.
 */
export async function servePanel(): Promise<string> {
  const [panel, gallery, styles, host] = await Promise.all(
    ['webview/main.ts', 'webview/gallery/main.ts', 'webview/main.css', 'test/webview/harness/host.ts'].map(bundle),
  );
  const files: Readonly<Record<string, Answer>> = {
    '/main.js': ['text/javascript; charset=utf-8', panel!],
    '/gallery.js': ['text/javascript; charset=utf-8', gallery!],
    '/main.css': ['text/css; charset=utf-8', styles!],
    '/host.js': ['text/javascript; charset=utf-8', host!],
    '/axe.js': ['text/javascript; charset=utf-8', readFileSync(axeFile, 'utf8')],
    '/blank': ['text/html; charset=utf-8', ''],
  };
  let origin = '';
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', origin);
    const page = pathname === '/' ? pageHtml(origin, searchParams) : undefined;
    const answer = page ? (['text/html; charset=utf-8', page] as const) : files[pathname];
    if (!answer) response.writeHead(204).end();
    else response.writeHead(200, { 'content-type': answer[0], 'cache-control': 'max-age=3600' }).end(answer[1]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A script that opened its pages ends without closing the server.
  server.unref();
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return origin;
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    minifyWhitespace: true,
    plugins: [iconFont()],
    logLevel: 'error',
  });
  return outputFiles[0]!.text;
}

/** The extension's own page, with the replacement host before the panel. Parameters: `language`, and `gallery` for its page. */
function pageHtml(origin: string, parameters: URLSearchParams): string {
  const language = parameters.get('language') ?? 'en';
  const isGallery = parameters.has('gallery');
  const script = `${origin}/${isGallery ? 'gallery' : 'main'}.js`;
  const html = panelHtml({
    cspSource: origin,
    nonce,
    scriptUri: script,
    styleUri: `${origin}/main.css`,
    language,
    title: 'Layer Lens',
    ...(isGallery && { page: 'gallery' as const }),
    bundle: language === 'en' ? {} : bundleOf(language),
  });
  const main = `<script nonce="${nonce}" src="${script}">`;
  return html.replace(main, `<script nonce="${nonce}" src="${origin}/host.js"></script>${main}`);
}

/** The translations of a display language. */
function bundleOf(language: string): Record<string, string> {
  return JSON.parse(readFileSync(`l10n/bundle.l10n.${language}.json`, 'utf8')) as Record<string, string>;
}
