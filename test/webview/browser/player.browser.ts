/** The exported page: one file that plays the steps without VS Code and without a network. */
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { createStepper } from '../../../core';
import { packPlayerData, playerData } from '../../../core/export/player/PlayerData';
import { playerPage } from '../../../core/export/player/playerPage';
import { iconFont } from '../../../scripts/lib/iconFont.mjs';
import { axeFindings } from '../harness/accessibility';
import { useBrowser } from '../harness/usePanel';

const x = { shape: [1, 4, 5, 2], data: Float64Array.from({ length: 40 }, (_, k) => ((k * 7) % 11) - 3.5) };
const w = { shape: [3, 2, 2, 2], data: Float64Array.from({ length: 24 }, (_, k) => (k % 5) - 1.25) };
const stepper = createStepper({ kind: 'conv', pass: 'forward', x, w, options: {} });
const view = { channel: 0, filter: 0, granularity: 'window' as const };
const notes = [{ step: 1, text: 'The **second** filter, `W[…, 1]`.' }];
const data = packPlayerData(
  playerData(stepper, view, { from: 0, to: 15 }, { title: 'steps', notes, precision: 2, colorMap: 'lens' }),
);

const browser = useBrowser();
let page: string;

beforeAll(async () => {
  const bundle = async (entry: string) => {
    const options = { bundle: true, write: false, minify: true, format: 'iife', logLevel: 'error' } as const;
    return (await build({ entryPoints: [entry], plugins: [iconFont()], ...options })).outputFiles[0]!.text;
  };
  const [script, styles] = await Promise.all(['webview/player/main.ts', 'webview/player/player.css'].map(bundle));
  const withoutScripts = 'Open it in a browser.';
  page = playerPage({
    title: 'steps',
    language: 'en',
    data,
    bundle: {},
    withoutScripts,
    script: script!,
    styles: styles!,
  });
});

async function open(colorScheme: 'dark' | 'light' = 'dark'): Promise<{ page: Page; problems: string[] }> {
  const context = await browser().newContext({ viewport: { width: 900, height: 700 }, colorScheme });
  const opened = await context.newPage();
  const problems: string[] = [];
  opened.on('console', (message) => void (message.type() === 'error' && problems.push(message.text())));
  opened.on('pageerror', (error) => problems.push(error.message));
  opened.on('request', (request) => void (request.url() !== 'http://page.test/' && problems.push(request.url())));
  await opened.route('http://page.test/', (route) => route.fulfill({ contentType: 'text/html', body: page }));
  await opened.goto('http://page.test/');
  return { page: opened, problems };
}

const stepOf = (opened: Page) => opened.locator('body').getAttribute('data-t');

describe('the exported page', () => {
  test('is smaller than 300 kB without its numbers', () => {
    expect(page.length - data.length).toBeLessThan(300_000);
  });

  test('steps by keyboard, slider and buttons; shows the note of the step; asks for nothing from a network', async () => {
    const { page: opened, problems } = await open();
    expect(await stepOf(opened)).toBe('0');
    expect(await opened.evaluate(() => window.scrollY)).toBe(0);
    await opened.keyboard.press('ArrowRight');
    expect(await stepOf(opened)).toBe('1');
    const note = opened.locator('.player-note');
    expect(await note.textContent()).toBe('The second filter, W[…, 1].');
    expect([await note.locator('strong').textContent(), await note.locator('code').textContent()]).toEqual([
      'second',
      'W[…, 1]',
    ]);
    expect(await note.getAttribute('aria-live')).toBe('polite');
    expect(await opened.locator('.player-line.now').count()).toBe(1);
    await opened.keyboard.press('End');
    expect(await stepOf(opened)).toBe('15');
    expect(await opened.locator('.player-count').textContent()).toBe('16 / 16');
    await opened.getByRole('button', { name: 'one step back' }).click();
    expect(await stepOf(opened)).toBe('14');
    expect(problems).toEqual([]);
  });

  test('names where no scripts run that it needs them', async () => {
    const context = await browser().newContext({ javaScriptEnabled: false });
    const opened = await context.newPage();
    await opened.setContent(page);
    expect((await opened.locator('body').innerText()).trim()).toBe('Open it in a browser.');
  });

  test('plays to the end with Space', async () => {
    const { page: opened } = await open();
    await opened.keyboard.press('End');
    await opened.keyboard.press('ArrowLeft');
    await opened.keyboard.press(' ');
    await expect.poll(() => stepOf(opened)).toBe('15');
    await expect.poll(() => opened.getByRole('button', { name: 'play (Space)' }).isVisible()).toBe(true);
  });

  test('the value under the pointer is exact', async () => {
    const { page: opened } = await open();
    await opened
      .locator('[data-row=products] canvas')
      .first()
      .hover({ position: { x: 5, y: 5 } });
    expect(await opened.locator('.player-tooltip').textContent()).toBe('A_prev[0, 0, 0, 0] = -3.5');
  });

  test.each(['dark', 'light'] as const)('axe has no finding in %s', async (scheme) => {
    const { page: opened } = await open(scheme);
    expect(await axeFindings(opened)).toEqual([]);
    await opened.screenshot({ path: `test/output/player-${scheme}.png` });
    await opened.emulateMedia({ forcedColors: 'active' });
    expect(await axeFindings(opened), 'forced colours').toEqual([]);
  });
});
