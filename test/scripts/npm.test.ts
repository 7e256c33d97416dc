import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { npm } from '../../scripts/lib/npm.mjs';

test('where npm cannot install, the error has its output, how to try the registry, and the remedy at the end', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'layer-lens-npm-'));
  const failing = npm(['ci', '--offline'], empty, 'Copy node_modules.');
  await expect(failing).rejects.toThrow(/npm ci --offline ended with 1[^]*`npm ping`[^]*Copy node_modules\.$/);
  rmSync(empty, { recursive: true });
});
