// @ts-check
// npm run screenshots: the README's media/panel.png from the real VS Code with the packed extension. With `-- --all`:
// every operation, both passes, four themes, two widths, and other situations into test/output/screenshots/; `-- --all NAME,…`:
// some of them. With `-- all`: the contact sheet of the panel alone (test/webview/harness/contact.ts), every operation, both passes,
// four themes, all widths, without VS Code. With `-- drawn`: media/hero.gif and the walkthrough's pictures, drawn from scenes.
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { ensureChromium } from './lib/chromium.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { endWithMessage, say } from './lib/log.mjs';
import { inRoot } from './lib/paths.mjs';
import { drawHero, drawWalkthrough } from './pictures.mjs';
import { startServer } from './lib/server.mjs';
import { makeVsix } from './lib/vsix.mjs';

endWithMessage();
await ensureDependencies();
if (process.argv[2] === 'all') {
  const harness = inRoot('test', 'webview', 'harness', 'run.mjs');
  const { status } = spawnSync(process.execPath, [harness, 'contact', ...process.argv.slice(3)], {
    cwd: inRoot(),
    stdio: 'inherit',
  });
  process.exit(status ?? 1);
}
if (process.argv[2] === 'drawn') {
  say(`written: ${await drawWalkthrough()}`);
  say(`written: ${await drawHero()}`);
  process.exit();
}
const all = process.argv.includes('--all');
const only = all ? process.argv[process.argv.indexOf('--all') + 1]?.split(',') : undefined;
const executablePath = await ensureChromium();
const takeScreenshots = await loadPageObjects();
const server = await startServer({ vsix: (await makeVsix()).path });
const target = all ? inRoot('test', 'output', 'screenshots') : inRoot('media', 'panel.png');
try {
  await takeScreenshots({ origin: server.origin, executablePath, target, all, only, samples: inRoot('samples') });
  say(`written: ${target}`);
} finally {
  await server.stop();
}

/**
 * The end-to-end tests' page objects are TypeScript, so they are bundled first.
 * @typedef {{ origin: string, executablePath: string, target: string, all: boolean, only: string[] | undefined, samples: string }} Options
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
