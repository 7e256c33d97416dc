/** Processor time of a browser. */
import type { CDPSession } from 'playwright-core';

/** ms of all its processes since it was started. */
export async function processorTime(cdp: CDPSession): Promise<number> {
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, { cpuTime }) => sum + 1000 * cpuTime, 0);
}
