/** Opening the panel in a real VS Code against opening a web view panel with nothing in it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type CDPSession, type Frame, type Page } from 'playwright-core';
import { ensureChromium } from '../../../scripts/lib/chromium.mjs';
import { startServer } from '../../../scripts/lib/server.mjs';
import { makeVsix } from '../../../scripts/lib/vsix.mjs';
import { workbenchAddress } from '../../../scripts/lib/workbench.mjs';
import { browserFlags } from '../../e2e/harness/browser';
import { Workbench } from '../../e2e/harness/Workbench';
import { makeWorkspace } from '../../e2e/harness/workspace';
import { course } from '../../webview/harness/sceneTexts';
import { processorTime } from './processorTime';
import { milliseconds, ratioText, table } from './tables';

const rounds = 9;
const patience = 60_000;

/** ms after which nothing of an opening is left to do. */
const rest = 600;

const keys = { ours: 'Shift+Alt+L S', empty: 'Shift+Alt+L 9', close: 'Shift+Alt+L 8' };

/** A test-only extension: a key that opens an empty panel, as ours is opened, and one that closes the second editor group. */
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
        { command: 'bench.close', title: 'Bench: Close' },
      ],
      keybindings: [
        { command: 'bench.empty', key: 'shift+alt+l 9' },
        { command: 'bench.close', key: 'shift+alt+l 8' },
      ],
    },
  }),
  'extension.cjs': `
    const vscode = require('vscode');
    exports.activate = ({ subscriptions }) => subscriptions.push(
      vscode.commands.registerCommand('bench.empty', () => {
        const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
        const panel = vscode.window.createWebviewPanel('bench.empty', 'Empty', place, { enableScripts: true });
        panel.webview.html = '<!DOCTYPE html><html><body data-ready="true"></body></html>';
      }),
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
    const openings = { ours: [] as Opening[], empty: [] as Opening[] };
    for (let round = -1; round < rounds; round++) {
      for (const kind of ['ours', 'empty'] as const) {
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
  /** ms that all processes of the browser have computed from the key until the panel rests. */
  readonly processor: number;
}

/** Opens a panel and closes it again. */
async function openOnce(page: Page, cdp: CDPSession, kind: 'ours' | 'empty'): Promise<Opening> {
  const before = await processorTime(cdp);
  const start = Date.now();
  await chord(page, keys[kind]);
  const readyAt = await whenReady(page, start + patience);
  await page.waitForTimeout(rest);
  const processor = (await processorTime(cdp)) - before;
  await chord(page, keys.close);
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

function report({ ours, empty }: Record<'ours' | 'empty', Opening[]>, first: number): string {
  const row = (name: string, of: (opening: Opening) => number): string[] => {
    const [own, other] = [ours.map(of), empty.map(of)];
    return [name, milliseconds(own), milliseconds(other), ratioText(other, own)];
  };
  return [
    '### Opening the panel against opening an empty web view panel',
    'VS Code’s own server and workbench, from the key to `data-ready="true"` in the panel’s document, on the course’s case of ' +
      'conv backward; the other panel is one of a test-only extension whose page is ready as it comes. Processor time: of all ' +
      'processes of the browser, from the key until both rest. Medians of the rounds ' +
      `(lowest–highest). The very first opening in a window, with the extension’s activation: ${Math.round(first)} ms.`,
    table([
      ['', 'ours, ms', 'empty, ms', 'ours / empty'],
      row('processor time', ({ processor }) => processor),
      row('time', ({ time }) => time),
    ]),
  ].join('\n\n');
}
