// @ts-check
// npm test: installs what is missing and runs all checks and tests. Every stage runs, also after a failure; the last line has the counts.
// With `--all`, also the long tests, all of the programs and cases (test/everything.ts) and the newest VS Code run, which takes about
// half an hour more.
// The checks of the source and the package use one core each and run side by side. The end-to-end tests wait for VS Code most of
// their time: the others run meanwhile.
import { mkdirSync } from 'node:fs';
import { ensureChromium } from './lib/chromium.mjs';
import { ensureCodeServer, ensureNewest } from './lib/codeServer.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { endWithMessage } from './lib/log.mjs';
import { inRoot } from './lib/paths.mjs';
import { ensurePython } from './lib/python.mjs';
import { command, runStages } from './lib/stages.mjs';
import { vitest } from './lib/vitestStage.mjs';
import { makeVsix } from './lib/vsix.mjs';

endWithMessage();
await ensureDependencies();
mkdirSync(inRoot('.cache'), { recursive: true });
const all = process.argv.includes('--all');
if (all) process.env['CHECK_CORPUS'] = 'all';

await runStages([
  { name: 'tools', run: findTools },
  [
    // The longest first.
    { name: 'lint', run: () => command('node_modules/oxlint/bin/oxlint', ['.']) },
    // TypeScript 7 takes a fifth of the time; dependency-cruiser needs the API of TypeScript 6, which 7 does not have.
    ...['test', 'extension', 'webview', 'core', 'scripts'].map((folder) => ({
      name: `types of ${folder}`,
      run: () => command('node_modules/typescript-native/bin/tsc', ['-p', folder]),
    })),
    {
      name: 'imports',
      run: () =>
        command('node_modules/dependency-cruiser/bin/dependency-cruise.mjs', [
          ...['--config', '.dependency-cruiser.mjs'],
          ...['core', 'extension', 'webview', 'scripts', 'test'],
        ]),
    },
    { name: 'exports', run: () => command('node_modules/knip/bin/knip.js', []) },
    { name: 'language', run: () => command('scripts/lint-language.mjs', []) },
    { name: 'format', run: () => command('node_modules/oxfmt/bin/oxfmt', ['--check']) },
    { name: 'package', run: pack },
  ],
  {
    pair: [
      [
        { name: 'unit', run: () => vitest('unit', 'vitest.config.mjs') },
        { name: 'panel', run: () => vitest('panel', 'test/webview/browser/vitest.config.mjs') },
      ],
      [
        { name: 'end-to-end', run: () => vitest('e2e', 'vitest.e2e.config.mjs', { quiet: true }) },
        ...(all ? [{ name: 'newest VS Code', run: runInNewest }] : []),
      ],
    ],
  },
]);

async function findTools() {
  await ensurePython();
  await ensureCodeServer();
  process.env['CHROMIUM'] = await ensureChromium({ faster: true });
  return { passed: 1, failed: 0, skipped: 0 };
}

/** The main job in the newest VS Code that npm has; skipped, with the reason, where it cannot be had. `npm run e2e -- --newest` runs all. */
async function runInNewest() {
  try {
    await ensureNewest();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { passed: 0, failed: 0, skipped: 1, output: `the newest VS Code is not installed: ${reason}` };
  }
  const env = { ...process.env, LAYER_LENS_VSCODE: 'newest' };
  return vitest('newest', 'vitest.e2e.config.mjs', {
    quiet: true,
    files: ['readme.spec', 'check.spec'],
    env,
  });
}

async function pack() {
  const { path, size } = await makeVsix();
  process.env['LAYER_LENS_VSIX'] = path;
  return { passed: 1, failed: 0, skipped: 0, output: `${path}: ${(size / 1000).toFixed(0)} kB` };
}
