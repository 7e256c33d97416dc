/** Seeking to the first step against seeking to the last, in the panel with its session behind it. */
import { chromium, type Page } from 'playwright-core';
import { ensureChromium } from '../../../scripts/lib/chromium.mjs';
import { browserFlags } from '../../shared/browserFlags';
import { openPanel, ready } from '../../webview/harness/PanelPage';
import { course } from '../../webview/harness/sceneTexts';
import { servePanel } from '../../webview/harness/servePanel';
import { milliseconds, ratioText, table } from './tables';

const rounds = 9;

const large = [
  'np.random.seed(1)',
  'A_prev = np.random.randn(2, 56, 56, 16)',
  'W = np.random.randn(3, 3, 16, 16)',
  'b = np.random.randn(1, 1, 1, 16)',
  'dZ = np.random.randn(2, 56, 56, 16)',
  'hparameters = {"stride": 1, "pad": 1}',
].join('\n');

const cases: readonly (readonly [title: string, text: string])[] = [
  ['conv backward of the course', course('conv_backward')],
  ['conv backward (2, 56, 56, 16), 16 filters of 3 × 3, pad 1', large],
];

export async function seekSection(): Promise<string> {
  const origin = await servePanel();
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: browserFlags });
  const rows: string[][] = [];
  for (const [title, text] of cases) {
    process.stderr.write(`seeking, ${title}\n`);
    const { page } = await openPanel(browser, origin, { text, purpose: 'conv' });
    const last = Number(await page.locator('input[data-action=seek]').getAttribute('max'));
    const targets = [0, last - 1, last];
    const times = targets.map((): number[] => []);
    for (let round = -1; round < rounds; round++) {
      for (const [index, t] of targets.entries()) {
        await openAnewAt(page, Math.floor(last / 2));
        const time = await seek(page, t);
        if (round >= 0) times[index]!.push(time);
      }
    }
    const [first, loop, unpad] = times as [number[], number[], number[]];
    rows.push([
      title,
      String(last + 1),
      milliseconds(first),
      milliseconds(loop),
      ratioText(first, loop),
      milliseconds(unpad),
      ratioText(first, unpad),
    ]);
    await page.context().close();
  }
  await browser.close();
  const headings = ['case', 'steps', 'first, ms', 'last of the loop, ms', 'ratio', 'last un-padding, ms', 'ratio'];
  return [
    '### Seeking to the last step against the first',
    'From the seek posted to the step drawn, in the panel with the extension’s session in the same page. Before each seek the ' +
      'layer is opened anew in the middle of the timeline, so that nothing about the step is known. Ratios: the last step’s time ' +
      'divided by the first’s, the median of the rounds (lowest–highest).',
    table([headings, ...rows]),
  ].join('\n\n');
}

/** A field that is set to what it holds makes the session build the layer again, with nothing computed or sent yet. */
async function openAnewAt(page: Page, t: number): Promise<void> {
  await seek(page, t);
  const stride = await page.locator('[data-field=stride] input').inputValue();
  await page.evaluate(async (value) => {
    const { generation } = document.body.dataset;
    const vscode = (
      window as unknown as { acquireVsCodeApi: () => { postMessage(message: unknown): void } }
    ).acquireVsCodeApi();
    vscode.postMessage({ type: 'setField', id: 'stride', value, number: 0 });
    while (document.body.dataset.generation === generation) await new Promise((resolve) => setTimeout(resolve, 5));
    // Prefetched frames must not delay the seek.
    await new Promise((resolve) => setTimeout(resolve, 150));
  }, stride);
  await ready(page);
}

/** ms until the panel reports that it has drawn the step. */
function seek(page: Page, wanted: number): Promise<number> {
  return page.evaluate(async (t) => {
    const slider = document.querySelector<HTMLInputElement>('input[data-action=seek]')!;
    const drawn = new Promise<void>((resolve) => {
      const look = (): boolean => document.body.dataset.t === String(t) && document.body.dataset.ready === 'true';
      const observer = new MutationObserver(() => {
        if (!look()) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(document.body, { attributeFilter: ['data-t', 'data-ready'] });
      if (look()) resolve();
    });
    const start = performance.now();
    slider.value = String(t);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await drawn;
    return performance.now() - start;
  }, wanted);
}
