/** Opening a large backward convolution against opening the course's: the panel's part, from its messages to its picture. */
import type { CDPSession } from 'playwright-core';
import { contextOptions, newPage, openIn } from '../../webview/harness/PanelPage';
import { launchBrowser } from '../../shared/launchBrowser';
import { servePanel } from '../../webview/harness/servePanel';
import { course } from '../../webview/harness/sceneTexts';
import { milliseconds, ratioText, table } from './tables';

const rounds = 9;

/** ms after which nothing of an opening is left to do. */
const rest = 200;

const large = `np.random.seed(1)
A_prev, dZ = np.random.randn(1, 112, 112, 64), np.random.randn(1, 112, 112, 64)
W, b = np.random.randn(3, 3, 64, 64), np.random.randn(1, 1, 1, 64)
cache_conv = (A_prev, W, b, {"pad": 1, "stride": 1})
dA, dW, db = conv_backward(dZ, cache_conv)
`;

interface TraceEvent {
  readonly name: string;
  /** Microseconds of the thread. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

interface Opening {
  readonly time: number;
  readonly layouts: number;
}

export async function largePanelSection(): Promise<string> {
  process.stderr.write('opening a large layer in the panel\n');
  const [origin, browser] = await Promise.all([servePanel(), launchBrowser()]);
  const page = await newPage(await browser.newContext(contextOptions));
  const cdp = await page.context().newCDPSession(page);
  const open = async (text: string): Promise<Opening> => {
    const events = await traced(cdp, async () => {
      await openIn(page, origin, { text, purpose: 'conv' });
      await page.waitForTimeout(rest);
    });
    const ours = events.filter(({ name, args }) => name === 'FunctionCall' && /main\.js/.test(args?.data?.url ?? ''));
    const time = ours.reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0);
    return { time, layouts: events.filter(({ name }) => name === 'Layout').length };
  };
  const openings: Record<'course' | 'large', Opening[]> = { course: [], large: [] };
  for (let round = -2; round < rounds; round++) {
    const [small, big] = [await open(course('conv_backward')), await open(large)];
    if (round < 0) continue;
    openings.course.push(small);
    openings.large.push(big);
  }
  await browser.close();
  const times = (kind: keyof typeof openings): number[] => openings[kind].map(({ time }) => time);
  const row = (label: string, kind: keyof typeof openings): string[] => [
    label,
    milliseconds(times(kind)),
    ratioText(times('course'), times(kind)),
    String(Math.max(...openings[kind].map(({ layouts }) => layouts))),
  ];
  return [
    '### Opening a large backward convolution in the panel',
    '(1, 112, 112, 64) with 64 filters of 3 × 3, pad 1; the maps of more examples are the same. Processor time of the panel’s ' +
      'scripts with the layouts that they ask for, from the state to the picture at rest. Medians of the rounds ' +
      '(lowest–highest); ratios: to the course’s case. Asked: 2 at most.',
    table([['', 'processor time, ms', 'ratio', 'layouts'], row('the course’s case', 'course'), row('large', 'large')]),
  ].join('\n\n');
}

/** What the browser's threads did meanwhile. */
async function traced(cdp: CDPSession, run: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }): void => void events.push(...(value as TraceEvent[]));
  cdp.on('Tracing.dataCollected', collect);
  await cdp.send('Tracing.start', { transferMode: 'ReportEvents', categories: 'devtools.timeline' });
  await run();
  const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
  await cdp.send('Tracing.end');
  await complete;
  cdp.off('Tracing.dataCollected', collect);
  return events;
}
