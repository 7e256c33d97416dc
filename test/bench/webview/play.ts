/** Playing at 30 steps per second with and without 100 ms on every message each way: how evenly the steps come. */
import { chromium, type Browser } from 'playwright-core';
import { ensureChromium } from '../../../scripts/lib/chromium.mjs';
import { browserFlags } from '../../shared/browserFlags';
import { openPanel } from '../../webview/harness/PanelPage';
import { course } from '../../webview/harness/sceneTexts';
import { servePanel } from '../../webview/harness/servePanel';
import { table } from './tables';

const speed = 30;
/** Steps that are played in one turn. */
const steps = 150;
const turns = 2;

export async function playSection(): Promise<string> {
  process.stderr.write('playing\n');
  const origin = await servePanel();
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: browserFlags });
  const gaps = new Map<number, number[]>([0, 100].map((delay) => [delay, []]));
  for (let turn = 0; turn < turns; turn++) {
    for (const [delay, all] of gaps) all.push(...(await play(browser, origin, delay)));
  }
  await browser.close();
  const rows = [...gaps].map(([delay, all]) => {
    const sorted = all.sort((a, b) => a - b);
    const at = (part: number): string => String(Math.round(sorted[Math.floor(part * (sorted.length - 1))]!));
    return [`${delay} ms`, at(0.5), at(0.9), at(0.99), at(1)];
  });
  return [
    '### Playing over a slow connection',
    `Conv backward of the course at ${speed} steps per second (${Math.round(1000 / speed)} ms a step), ${turns} turns of ${steps} steps ` +
      'each, in turns with and without the delay. ms between two steps drawn; a stall for want of frames would show as a gap of ' +
      'at least a message’s way there and back, 200 ms, in the second row and not in the first.',
    table([['delay of a message', 'median', '90 %', '99 %', 'longest'], ...rows]),
  ].join('\n\n');
}

/** ms between the steps, from the second on. */
async function play(browser: Browser, origin: string, delay: number): Promise<number[]> {
  const { page } = await openPanel(browser, origin, {
    text: course('conv_backward'),
    purpose: 'conv',
    delay,
    preferences: { speed },
  });
  const times = await page.evaluate(async (count) => {
    const drawn: number[] = [];
    const observer = new MutationObserver(() => drawn.push(performance.now()));
    observer.observe(document.body, { attributeFilter: ['data-t'] });
    document.querySelector<HTMLElement>('[data-action=play]')!.click();
    while (drawn.length < count) await new Promise((resolve) => setTimeout(resolve, 50));
    observer.disconnect();
    return drawn;
  }, steps);
  await page.context().close();
  return times.slice(1).map((time, index) => time - times[index]!);
}
