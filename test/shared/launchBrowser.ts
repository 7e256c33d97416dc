/** Starts Chromium. */
import { chromium, type Browser } from 'playwright-core';
import { ensureChromium } from '../../scripts/lib/chromium.mjs';
import { browserFlags } from './browserFlags';

/** The browser of this process, started when it is first asked for; it ends with the process. */
export function workersBrowser(): Promise<Browser> {
  return (running ??= launchBrowser());
}

let running: Promise<Browser> | undefined;

/** The Chromium that `CHROMIUM` names, else the one that the end-to-end tests find. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? (await ensureChromium());
  return chromium.launch({ executablePath, args: browserFlags });
}
