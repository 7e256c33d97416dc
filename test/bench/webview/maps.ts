/** Updating a map of N × N cells and moving the window: our map under the panel's policy, Plotly's on a page of its own. */
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { panelHtml } from '../../../extension/session/panelHtml';
import { ensureChromium } from '../../../scripts/lib/chromium.mjs';
import { iconFont } from '../../../scripts/lib/iconFont.mjs';
import { browserFlags } from '../../shared/browserFlags';
import { themes } from '../../webview/harness/themes';
import type { MapBench, Way } from './maps/MapBench';
import { processorTime } from './processorTime';
import { milliseconds, ratioText, table } from './tables';

const sizes = [32, 64, 128, 256, 512];
/** CSS pixels of the map's side. */
const side = 480;
const rounds = 7;
/** Of one round: processes count their time in hundredths of a second. */
const updates = 50;

/** ms between two rounds. */
const rest = 500;
const origin = 'http://maps.test';
const nonce = 'bench';

const contenders = [
  ['ours', 'all'],
  ['react', 'all'],
  ['update', 'all by update'],
  ['ours, window', 'window'],
  ['relayout', 'window'],
] as const satisfies readonly (readonly [name: string, way: Way])[];

type Name = (typeof contenders)[number][0];

interface Round {
  /** ms from the call until the library has nothing more to do. */
  readonly script: number;
  /** ms that the browser's processes have computed for an update: script, style, layout, painting. */
  readonly cpu: number;
}

/** A page in a browser of its own, so that the browser's processor time is the page's. */
interface Place {
  readonly browser: Browser;
  readonly page: Page;
  readonly cdp: CDPSession;
}

export async function mapsSection(root: string): Promise<string> {
  const ours = await openPlace(ourPage(), {
    'bench.js': await bundle(`${root}test/bench/webview/maps/ours.ts`),
    'main.css': await bundle(`${root}webview/main.css`),
  });
  const plotly = await openPlace(plotlyPage(), {
    'plotly.js': readFileSync(`${root}node_modules/plotly.js-dist-min/plotly.min.js`, 'utf8'),
    'bench.js': await bundle(`${root}test/bench/webview/maps/plotly.ts`),
  });
  const all: string[][] = [];
  const windows: string[][] = [];
  for (const size of sizes) {
    process.stderr.write(`maps of ${size} × ${size}\n`);
    const times = await measureSize(ours, plotly, size);
    const of = (name: Name, what: keyof Round): number[] => times.get(name)!.map((round) => round[what]);
    const compared = (own: Name, peer: Name): string[] => [
      ratioText(of(own, 'script'), of(peer, 'script')),
      ratioText(of(own, 'cpu'), of(peer, 'cpu')),
    ];
    const own = (name: Name): string[] => [milliseconds(of(name, 'script')), milliseconds(of(name, 'cpu'))];
    all.push([String(size), ...own('ours'), ...compared('ours', 'react'), ...compared('ours', 'update')]);
    windows.push([String(size), ...own('ours, window'), ...compared('ours, window', 'relayout')]);
  }
  const version = ours.browser.version();
  for (const { browser } of [ours, plotly]) await browser.close();
  return report(all, windows, version, plotlyVersion(root));
}

/** All contenders once a round, after one round that is not counted. */
async function measureSize(ours: Place, plotly: Place, size: number): Promise<Map<Name, Round[]>> {
  const cell = side / size >= 4 ? Math.floor(side / size) : side / size;
  for (const { page } of [ours, plotly]) {
    await page.evaluate(([n, pixels]) => benchOf().prepare(n, pixels), [size, cell] as const);
  }
  const times = new Map<Name, Round[]>(contenders.map(([name]) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const [name, way] of contenders) {
      const measured = await measureRound(name.startsWith('ours') ? ours : plotly, way);
      if (round >= 0) times.get(name)!.push(measured);
    }
  }
  return times;
}

async function measureRound({ page, cdp }: Place, way: Way): Promise<Round> {
  // What an earlier round has left for when its updates rest is not this one's.
  await page.waitForTimeout(rest);
  const before = await processorTime(cdp);
  const script = await page.evaluate(([how, count]) => benchOf().run(how, count), [way, updates] as const);
  const after = await processorTime(cdp);
  return { script, cpu: (after - before) / updates };
}

/** Called in a page. */
declare function benchOf(): MapBench;

async function openPlace(html: string, files: Readonly<Record<string, string>>): Promise<Place> {
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: browserFlags });
  const page = await browser.newPage({ viewport: { width: 525, height: 800 } });
  page.on('pageerror', (error) => process.stderr.write(`${error.stack ?? error.message}\n`));
  await page.route(`${origin}/**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (name === '') return route.fulfill({ contentType: 'text/html', body: html });
    const body = files[name];
    if (body === undefined) return route.fulfill({ status: 204 });
    return route.fulfill({ contentType: name.endsWith('.css') ? 'text/css' : 'text/javascript', body });
  });
  await page.goto(`${origin}/`);
  await page.waitForFunction(() => 'bench' in window);
  const { style, className } = themes.dark;
  await page.evaluate(
    ([css, kind]) => {
      document.documentElement.style.cssText = css;
      document.body.className = kind;
      Object.assign(window, { benchOf: () => (window as unknown as { bench: unknown }).bench });
    },
    [style, className] as const,
  );
  return { browser, page, cdp: await browser.newBrowserCDPSession() };
}

/** The panel's own page and policy. */
function ourPage(): string {
  const address = (name: string): string => `${origin}/${name}`;
  return panelHtml({
    cspSource: origin,
    nonce,
    scriptUri: address('bench.js'),
    styleUri: address('main.css'),
    language: 'en',
    title: 'maps',
    bundle: {},
  });
}

function plotlyPage(): string {
  return '<!DOCTYPE html><body><script src="plotly.js"></script><script src="bench.js"></script></body>';
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    plugins: [iconFont()],
    logLevel: 'error',
  });
  return outputFiles[0]!.text;
}

function plotlyVersion(root: string): string {
  const { version } = JSON.parse(readFileSync(`${root}node_modules/plotly.js-dist-min/package.json`, 'utf8')) as {
    version: string;
  };
  return version;
}

function report(all: string[][], windows: string[][], chromiumVersion: string, plotly: string): string {
  const ours = ['N', 'ours, script ms', 'ours, CPU ms'];
  return [
    `### Maps of N × N cells against Plotly’s heatmap`,
    `Chromium ${chromiumVersion} without a GPU, plotly.js ${plotly}, maps ${side} pixels wide, every update drawn. Ours is the ` +
      'stage’s whole figure (picture, outline, grid where cells are large, title, colour bar, table of values) under the panel’s ' +
      'policy; Plotly has a page of its own without one, as it writes style sheets that the policy forbids, and draws no axes, no ' +
      'colour bar and no hover. Updates follow each other so fast that the table’s layout is left for when they rest, as in playing. *Script*: from the call until it is done. *CPU*: what all processes of the browser computed for an ' +
      'update, with style, layout and painting. Rounds have 50 updates and begin after half a second of rest. Ratios: Plotly’s ' +
      'time divided by ours, the median of the rounds (lowest–highest).',
    'All cells and a step of the 3 × 3 window:',
    table([[...ours, '`react`, script', '`react`, CPU', '`update`, script', '`update`, CPU'], ...all]),
    'The window alone, the numbers unchanged:',
    table([[...ours, '`relayout`, script', '`relayout`, CPU'], ...windows]),
  ].join('\n\n');
}
