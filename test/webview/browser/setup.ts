/** Before all files of browser tests: one build of the panel and one Chromium, shared by them. */
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { ensureChromium } from '../../../scripts/lib/chromium.mjs';
import { browserFlags } from '../../e2e/harness/browser';
import { buildPanel, type PanelFiles } from '../harness/PanelPage';

declare module 'vitest' {
  interface ProvidedContext {
    readonly panelFiles: PanelFiles;
    readonly panelBrowser: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = process.env['CHROMIUM'] ?? (await ensureChromium());
  const [files, browser] = await Promise.all([
    buildPanel(),
    chromium.launchServer({ executablePath, args: browserFlags }),
  ]);
  project.provide('panelFiles', files);
  project.provide('panelBrowser', browser.wsEndpoint());
  return () => browser.close();
}
