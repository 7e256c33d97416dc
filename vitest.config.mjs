// @ts-check
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{architecture,core,extension,webview,scripts}/**/*.test.ts'],
    // Files share the modules of their worker: loading these for each file took half of the time. No test may depend on another
    // file having run, or leave something changed; `--sequence.shuffle` shows one that does.
    isolate: false,
    setupFiles: ['test/fastCheckSeed.ts', 'test/leaveOutLong.ts'],
    testTimeout: 60_000,
    // Some files bundle the extension first.
    hookTimeout: 60_000,
    // As long as a test may take: these tests are not about how fast a worker ends.
    expect: { poll: { timeout: 50_000, interval: 20 } },
    // By default vitest leaves one core free, which of two cores is half.
    maxWorkers: '100%',
  },
});
