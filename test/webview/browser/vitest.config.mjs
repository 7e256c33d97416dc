// The panel's browser tests: npx vitest run -c test/webview/browser/vitest.config.mjs
import { defineConfig } from 'vitest/config';
import { longestFirst } from '../../../scripts/lib/longestFirst.mjs';

const longest = ['states', 'classroom', 'keyboard', 'popups', 'accessibility', 'teach', 'views', 'tasks', 'inspect'];

export default defineConfig({
  test: {
    include: ['test/webview/browser/*.browser.ts'],
    globalSetup: 'test/webview/browser/setup.ts',
    setupFiles: ['test/leaveOutLong.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // By default a second, which a machine with other work may take for one answer.
    expect: { poll: { timeout: 30_000 } },
    // Files share the modules of their worker; see vitest.config.mjs.
    isolate: false,
    // By default vitest leaves one core free, which of two cores is half.
    maxWorkers: '100%',
    sequence: { sequencer: longestFirst(longest) },
    // A second attempt only in continuous integration; the reporter names the tests that needed it.
    retry: process.env['CI'] ? 1 : 0,
    reporters: ['default', './scripts/lib/RetriedReporter.mjs'],
  },
});
