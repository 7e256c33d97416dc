/** Processor time of a browser. */
import type { CDPSession } from 'playwright-core';

/** ms since the processes were started: all of them, the pages', the browser's own, and the one that draws. */
export interface ProcessorTimes {
  readonly all: number;
  readonly renderers: number;
  readonly browser: number;
  readonly graphics: number;
}

export async function processorTimes(cdp: CDPSession): Promise<ProcessorTimes> {
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  const sumOf = (isCounted: (type: string) => boolean): number =>
    processInfo.reduce((sum, { type, cpuTime }) => sum + (isCounted(type) ? 1000 * cpuTime : 0), 0);
  return {
    all: sumOf(() => true),
    renderers: sumOf((type) => type === 'renderer'),
    browser: sumOf((type) => type === 'browser'),
    graphics: sumOf((type) => type === 'GPU'),
  };
}

/** ms of all its processes since it was started. */
export async function processorTime(cdp: CDPSession): Promise<number> {
  return (await processorTimes(cdp)).all;
}
