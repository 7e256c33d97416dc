/** Playing the course's cases: whether a task of the panel takes longer than a frame of 60 Hz. */
import { chromium, type Browser } from 'playwright-core';
import { ensureChromium } from '../../../scripts/lib/chromium.mjs';
import { browserFlags } from '../../shared/browserFlags';
import { openPanel } from '../../webview/harness/PanelPage';
import { scenes } from '../../webview/harness/scenes';
import { servePanel } from '../../webview/harness/servePanel';
import { table } from './tables';

const cases = ['conv-forward', 'conv-backward', 'pool-forward', 'pool-backward'];
const sizes = [
  { width: 525, height: 800 },
  { width: 1600, height: 900 },
];
const speed = 15;
const duration = 4000;

/** ms between two frames. */
const frame = 1000 / 60;

/** Events of Chrome's tracing; `tdur`: processor time of the thread in µs. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

export async function framesSection(): Promise<string> {
  process.stderr.write('frames while playing\n');
  const origin = await servePanel();
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: browserFlags });
  const rows: string[][] = [];
  for (const name of cases) {
    for (const size of sizes)
      rows.push([name, `${size.width} × ${size.height}`, ...(await play(browser, origin, name, size))]);
  }
  await browser.close();
  return [
    '### Tasks while playing',
    `The course’s cases at ${speed} steps per second for ${duration / 1000} s, with the motion between steps. Processor time of the page’s main ` +
      'thread, from Chrome’s tracing: of each task, and of a step with all that follows from it until the next (script, style, ' +
      `layout, the frames of its motion). A task of more than ${frame.toFixed(1)} ms would delay a frame at 60 Hz on a machine without other work.`,
    table([['case', 'size', 'steps', 'ms a step', 'tasks', 'longest, ms', 'longer than a frame'], ...rows]),
  ].join('\n\n');
}

async function play(
  browser: Browser,
  origin: string,
  name: string,
  size: { readonly width: number; readonly height: number },
): Promise<string[]> {
  const { text, purpose } = scenes[name]!;
  const { page } = await openPanel(browser, origin, { text, purpose, preferences: { speed }, ...size });
  const stepOf = async (): Promise<number> => Number(await page.locator('body').getAttribute('data-t'));
  const first = await stepOf();
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  await page.locator('[data-action=play]').click();
  await page.waitForTimeout(duration);
  const steps = (await stepOf()) - first;
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  await page.context().close();
  const times = mainThreadTasks(traceEvents);
  const sum = times.reduce((all, time) => all + time, 0);
  const late = times.filter((time) => time > frame).length;
  return [steps, (sum / steps).toFixed(1), times.length, Math.max(...times).toFixed(1), late].map(String);
}

/** ms of every task of the pages' main threads. */
function mainThreadTasks(events: readonly TraceEvent[]): number[] {
  const thread = ({ pid, tid }: TraceEvent): string => `${pid}/${tid}`;
  const isMain = ({ name, args }: TraceEvent): boolean => name === 'thread_name' && args?.name === 'CrRendererMain';
  const mains = new Set(events.filter(isMain).map(thread));
  const tasks = events.filter(
    (event) => event.name.endsWith('RunTask') && event.ph === 'X' && mains.has(thread(event)),
  );
  return tasks.map(({ tdur = 0 }) => tdur / 1000);
}
