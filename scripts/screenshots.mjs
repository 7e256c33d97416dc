// @ts-check
// npm run screenshots: the README's media/panel.png from the real VS Code with the packed extension. With `-- --all`:
// every operation, both passes, four themes, two widths into test/output/screenshots/.
import { pathToFileURL } from 'node:url';
import { ensureChromium } from './lib/chromium.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { endWithMessage, say } from './lib/log.mjs';
import { inRoot } from './lib/paths.mjs';
import { startServer } from './lib/server.mjs';
import { makeVsix } from './lib/vsix.mjs';

endWithMessage();
await ensureDependencies();
const all = process.argv.includes('--all');
const executablePath = await ensureChromium();
const takeScreenshots = await loadPageObjects();
const server = await startServer({ vsix: (await makeVsix()).path });
const target = all ? inRoot('test', 'output', 'screenshots') : inRoot('media', 'panel.png');
try {
  await takeScreenshots({ origin: server.origin, executablePath, target, all, samples: inRoot('samples') });
  say(`written: ${target}`);
} finally {
  await server.stop();
}

/**
 * The end-to-end tests' page objects are TypeScript, so they are bundled first.
 * @typedef {{ origin: string, executablePath: string, target: string, all: boolean, samples: string }} Options
 * @returns {Promise<(options: Options) => Promise<void>>}
 */
async function loadPageObjects() {
  const { build } = await import('esbuild');
  const outfile = inRoot('.cache', 'screenshots.mjs');
  await build({
    entryPoints: [inRoot('test', 'e2e', 'screenshots.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  const { takeScreenshots } = await import(pathToFileURL(outfile).href);
  return takeScreenshots;
}
