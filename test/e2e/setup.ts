/** Before all specs: a folder for their workspaces, one VS Code server with the VSIX installed, shared by the specs, and the Chromium that each worker starts. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ensureChromium } from '../../scripts/lib/chromium.mjs';
import { startServer } from '../../scripts/lib/server.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    readonly origin: string;
    readonly vsix: string;
    /** The folder of all workspaces. */
    readonly workspaces: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const vsix = process.env['LAYER_LENS_VSIX'];
  if (!vsix) throw new Error('run the end-to-end tests with `npm run e2e`, which packs the extension first');
  process.env['CHROMIUM'] ??= await ensureChromium();
  const server = await startServer({ vsix, quick: true });
  project.provide('origin', server.origin);
  project.provide('vsix', vsix);
  const workspaces = mkdtempSync(join(tmpdir(), 'layer-lens-workspaces-'));
  project.provide('workspaces', workspaces);
  return async () => {
    await server.stop();
    rmSync(workspaces, { recursive: true, force: true });
  };
}
