// @ts-check
import { defineConfig } from 'vitest/config';
import { longestFirst } from './scripts/lib/longestFirst.mjs';

const longest = [
  'web',
  'files',
  'debug-node',
  'lesson',
  'commands',
  'scene',
  'notebook',
  'lens',
  'debug-python',
  'check',
];

/**
 * Long specs that `npm test -- --all` and `npm run e2e -- NAME` run: of the connection, the server and the hosts, which change less
 * than the panel and its commands, and of what other tests show too, in less time.
 */
const long = [
  ...['remote', 'location', 'hostile', 'pauses', 'web', 'restricted'],
  ...['debug-python', 'details', 'themes', 'tools'],
].map((name) => `test/e2e/specs/${name}.spec.ts`);

export default defineConfig({
  test: {
    include: ['test/e2e/**/*.spec.ts'],
    exclude: process.env['CHECK_CORPUS'] === 'all' ? [] : long,
    globalSetup: 'test/e2e/setup.ts',
    // Only a test that hangs is ended: on a machine with much other work some take two minutes.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000, interval: 100 } },
    // Files share the modules of their worker; see vitest.config.mjs.
    isolate: false,
    // Two pages at a time keep two cores busy; the server and the browser are shared.
    maxWorkers: 2,
    sequence: { sequencer: longestFirst(longest) },
    // Where nothing works (no server, no extension host), the run ends after the first failures.
    bail: 12,
    // A second attempt only in continuous integration; the reporter names the tests that needed it.
    retry: process.env['CI'] ? 1 : 0,
    reporters: ['default', './scripts/lib/RetriedReporter.mjs'],
  },
});
