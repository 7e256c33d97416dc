/** Before all files of browser tests: one build of the panel and one Chromium, shared by them. */
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { ensureChromium } from '../../../scripts/lib/chromium.mjs';
import { browserFlags } from '../../e2e/harness/browser';
import { servePanel } from '../harness/servePanel';

declare module 'vitest' {
  interface ProvidedContext {
    readonly panelOrigin: string;
    readonly panelBrowser: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = process.env['CHROMIUM'] ?? (await ensureChromium());
  const [origin, browser] = await Promise.all([
    servePanel(),
    chromium.launchServer({ executablePath, args: browserFlags }),
  ]);
  project.provide('panelOrigin', origin);
  project.provide('panelBrowser', browser.wsEndpoint());
  return () => browser.close();
}
