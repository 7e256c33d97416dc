/** Before all files of browser tests: one build of the panel, and the Chromium that each worker starts. */
import type { TestProject } from 'vitest/node';
import { ensureChromium } from '../../../scripts/lib/chromium.mjs';
import { servePanel } from '../harness/servePanel';

declare module 'vitest' {
  interface ProvidedContext {
    readonly panelOrigin: string;
  }
}

export default async function setup(project: TestProject): Promise<void> {
  process.env['CHROMIUM'] ??= await ensureChromium();
  project.provide('panelOrigin', await servePanel());
}
