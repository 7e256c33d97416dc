/** Opening the panel in a real VS Code against opening a web view panel with nothing in it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type CDPSession, type Frame, type Page } from 'playwright-core';
import { ensureChromium } from '../../../scripts/lib/chromium.mjs';
import { startServer } from '../../../scripts/lib/server.mjs';
import { makeVsix } from '../../../scripts/lib/vsix.mjs';
import { workbenchAddress } from '../../../scripts/lib/workbench.mjs';
import { browserFlags } from '../../shared/browserFlags';
import { Workbench } from '../../e2e/harness/Workbench';
import { makeWorkspace } from '../../e2e/harness/workspace';
import { course } from '../../webview/harness/sceneTexts';
import { processorTimes, type ProcessorTimes } from './processorTime';
import { quartilesText, table } from './tables';

const rounds = 21;
const patience = 60_000;

/** ms after which nothing of an opening is left to do. */
const rest = 600;

/** What is opened, from nothing to the whole panel, and its key. */
const keys = {
  empty: 'Shift+Alt+L 9',
  files: 'Shift+Alt+L 7',
  script: 'Shift+Alt+L 6',
  ours: 'Shift+Alt+L S',
} as const;

type Kind = keyof typeof keys;

const closeKey = 'Shift+Alt+L 8';

const kinds = Object.keys(keys) as Kind[];

/**
 * A test-only extension: keys that open a panel as ours is opened, empty or with parts of our page, and one that closes the second
 * editor group.
 */
const emptyExtension = {
  'package.json': JSON.stringify({
    name: 'layer-lens-bench-empty',
    publisher: 'layer-lens-test',
    version: '0.0.1',
    engines: { vscode: '^1.100.0' },
    main: './extension.cjs',
    activationEvents: ['onStartupFinished'],
    contributes: {
      commands: [
        { command: 'bench.empty', title: 'Bench: Empty Panel' },
        { command: 'bench.files', title: 'Bench: Files' },
        { command: 'bench.script', title: 'Bench: Script' },
        { command: 'bench.close', title: 'Bench: Close' },
      ],
      keybindings: [
        { command: 'bench.empty', key: 'shift+alt+l 9' },
        { command: 'bench.files', key: 'shift+alt+l 7' },
        { command: 'bench.script', key: 'shift+alt+l 6' },
        { command: 'bench.close', key: 'shift+alt+l 8' },
      ],
    },
  }),
  'extension.cjs': `
    const vscode = require('vscode');
    const pages = {
      empty: () => '<body data-ready="true"></body>',
      files: ({ script, style }) => '<link rel="stylesheet" href="' + style + '"><body><script>fetch("' + script +
        '").then((answer) => answer.text()).then(() => (document.body.dataset.ready = "true"))</script></body>',
      script: ({ script, style }) => '<link rel="stylesheet" href="' + style + '"><body>' + texts + '<script src="' + script +
        '"></script>' + ready + '</body>',
    };
    const texts = '<script type="application/json" id="l10n">{}</script>';
    const ready = '<script>document.body.dataset.ready = "true"</script>';
    exports.activate = ({ subscriptions }) => subscriptions.push(
      ...Object.entries(pages).map(([name, page]) => vscode.commands.registerCommand('bench.' + name, () => {
        const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
        const lens = vscode.extensions.all.find(({ packageJSON }) => packageJSON.name === 'layer-lens');
        const root = vscode.Uri.joinPath(lens.extensionUri, 'dist', 'webview');
        const options = { enableScripts: true, localResourceRoots: [root] };
        const panel = vscode.window.createWebviewPanel('bench.' + name, name, place, options);
        const [script, style] = ['main.js', 'main.css'].map((file) => vscode.Uri.joinPath(root, file));
        const uris = { script: panel.webview.asWebviewUri(script), style: panel.webview.asWebviewUri(style) };
        panel.webview.html = '<!DOCTYPE html><html>' + page(uris) + '</html>';
      })),
      vscode.commands.registerCommand('bench.close', () => vscode.window.tabGroups.close(
        vscode.window.tabGroups.all.filter(({ viewColumn }) => viewColumn > 1).flatMap(({ tabs }) => tabs))),
    );`,
};

export async function openSection(): Promise<string> {
  const { path: vsix } = await makeVsix();
  const server = await startServer({ vsix });
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: browserFlags });
  const extension = mkdtempSync(join(tmpdir(), 'layer-lens-bench-'));
  for (const [name, text] of Object.entries(emptyExtension)) writeFileSync(join(extension, name), text);
  const workspace = makeWorkspace({ files: { 'case.py': course('conv_backward') } });
  try {
    const options = { origin: server.origin, folder: workspace.folder, file: workspace.path('case.py') };
    const workbench = await Workbench.open(browser, options);
    const { page } = workbench;
    await page.context().addInitScript(noteWhenReady);
    await page.goto(withExtension(workbenchAddress(server.origin, workspace.folder, options.file), extension));
    await workbench.editor.locator('.view-line').first().waitFor();
    await workbench.command('Bench: Close');
    await workbench.selectAll();
    const cdp = await browser.newBrowserCDPSession();
    const first = await openOnce(page, cdp, 'ours');
    const openings = Object.fromEntries(kinds.map((kind): [Kind, Opening[]] => [kind, []])) as Record<Kind, Opening[]>;
    for (let round = -1; round < rounds; round++) {
      for (const kind of kinds) {
        const opening = await openOnce(page, cdp, kind);
        if (round >= 0) openings[kind].push(opening);
      }
    }
    return report(openings, first.time);
  } finally {
    await browser.close();
    await server.stop();
    workspace.remove();
    rmSync(extension, { recursive: true });
  }
}

interface Opening {
  /** ms from the key to the panel's readiness. */
  readonly time: number;
  /** ms that the processes of the browser have computed from the key until the panel rests. */
  readonly processor: ProcessorTimes;
}

function spent(before: ProcessorTimes, after: ProcessorTimes): ProcessorTimes {
  return {
    all: after.all - before.all,
    renderers: after.renderers - before.renderers,
    browser: after.browser - before.browser,
    graphics: after.graphics - before.graphics,
  };
}

/** Opens a panel and closes it again. */
async function openOnce(page: Page, cdp: CDPSession, kind: Kind): Promise<Opening> {
  const before = await processorTimes(cdp);
  const start = Date.now();
  await chord(page, keys[kind]);
  const readyAt = await whenReady(page, start + patience);
  await page.waitForTimeout(rest);
  const processor = spent(before, await processorTimes(cdp));
  await chord(page, closeKey);
  while (panels(page).length > 0) await page.waitForTimeout(50);
  // The rest of closing must not delay the next.
  await page.waitForTimeout(300);
  return { time: readyAt - start, processor };
}

async function chord(page: Page, both: string): Promise<void> {
  for (const key of both.split(' ')) await page.keyboard.press(key);
}

async function whenReady(page: Page, until: number): Promise<number> {
  while (Date.now() < until) {
    for (const frame of panels(page)) {
      // A frame that VS Code is still filling has no answer.
      const readyAt = await frame.evaluate(() => (window as { readyAt?: number }).readyAt).catch(() => undefined);
      if (readyAt !== undefined) return readyAt;
    }
    await page.waitForTimeout(100);
  }
  throw new Error('the panel did not become ready');
}

function panels(page: Page): Frame[] {
  return page.frames().filter((frame) => frame.parentFrame()?.parentFrame());
}

/** Runs in every frame before its own scripts. */
function noteWhenReady(): void {
  // The panel’s document is in a frame in a frame.
  if (window.parent !== window.top) {
    const look = setInterval(() => {
      if (document.body?.dataset.ready !== 'true') return;
      clearInterval(look);
      Object.assign(window, { readyAt: Date.now() });
    }, 2);
  }
}

function withExtension(text: string, folder: string): string {
  const address = new URL(text);
  const payload = JSON.parse(address.searchParams.get('payload') ?? '[]') as [string, string][];
  const path = folder.replaceAll('\\', '/');
  payload.push([
    'extensionDevelopmentPath',
    `vscode-remote://${address.host}${path.startsWith('/') ? '' : '/'}${path}`,
  ]);
  address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}

const labels: Readonly<Record<Kind, string>> = {
  empty: 'an empty page',
  files: 'the script and the style sheet are loaded, not run',
  script: 'the script has run, without a layer',
  ours: 'the panel with its layer',
};

function report(openings: Readonly<Record<Kind, readonly Opening[]>>, first: number): string {
  const row = (kind: Kind): string[] => {
    const of = (value: (opening: Opening) => number): [string, string] => [
      quartilesText(openings[kind].map(value)),
      quartilesText(openings[kind].map((opening, round) => value(opening) / value(openings.empty[round]!))),
    ];
    const median = (name: keyof ProcessorTimes): string =>
      quartilesText(openings[kind].map(({ processor }) => processor[name])).split(' ')[0]!;
    const parts = (['renderers', 'browser', 'graphics'] as const).map(median);
    return [labels[kind], ...of(({ processor }) => processor.all), parts.join(' + '), ...of(({ time }) => time)];
  };
  return [
    '### Opening the panel against opening an empty web view panel',
    'VS Code’s own server and workbench, from the key to `data-ready="true"` in the panel’s document, on the course’s case of ' +
      'conv backward; the other panels are those of a test-only extension. Processor time: of all processes of the browser ' +
      '(in it: renderers + browser + graphics), from the key until all rest. Medians of ' +
      `${rounds} rounds in turn (first–third quartile); ratios: to the empty page of the same round. The very first opening in a window, with the extension’s activation: ${Math.round(first)} ms.`,
    table([['', 'processor time, ms', 'ratio', 'in it', 'time, ms', 'ratio'], ...kinds.map(row)]),
  ].join('\n\n');
}
