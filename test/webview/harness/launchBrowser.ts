/** The Chromium that `CHROMIUM` names, else the one that the end-to-end tests find. */
import { chromium, type Browser } from 'playwright-core';
import { ensureChromium } from '../../../scripts/lib/chromium.mjs';
import { browserFlags } from '../../e2e/harness/browser';

export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? (await ensureChromium());
  return chromium.launch({ executablePath, args: browserFlags });
}
