/** Before all specs: one VS Code server with the VSIX installed and one Chromium, shared by the specs. */
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { ensureChromium } from '../../scripts/lib/chromium.mjs';
import { startServer } from '../../scripts/lib/server.mjs';
import { browserFlags } from './harness/browser';

declare module 'vitest' {
  interface ProvidedContext {
    readonly origin: string;
    readonly browser: string;
    readonly vsix: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const vsix = process.env['LAYER_LENS_VSIX'];
  if (!vsix) throw new Error('run the end-to-end tests with `npm run e2e`, which packs the extension first');
  const server = await startServer({ vsix, quick: true });
  const browser = await chromium.launchServer({ executablePath: await ensureChromium(), args: browserFlags });
  project.provide('origin', server.origin);
  project.provide('browser', browser.wsEndpoint());
  project.provide('vsix', vsix);
  return async () => {
    await browser.close();
    await server.stop();
  };
}
