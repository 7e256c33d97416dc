// @ts-check
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{architecture,core,extension,webview,scripts}/**/*.test.ts'],
    setupFiles: ['test/fastCheckSeed.ts'],
    testTimeout: 60_000,
    // By default vitest leaves one core free, which of two cores is half.
    maxWorkers: '100%',
  },
});
