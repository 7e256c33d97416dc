// The panel's browser tests: npx vitest run -c test/webview/browser/vitest.config.mjs
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/webview/browser/*.browser.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A browser on busy cores misses a frame now and then; a fault of ours fails every time.
    retry: 1,
  },
});
