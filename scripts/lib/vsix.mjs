// @ts-check
// Makes the VSIX and holds it to its size.
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { runQuietly } from './run.mjs';

/** Bytes. Heavier than this, something that does not run has slipped in. */
const limit = 800_000;

export function vsixPath() {
  const { version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  return inRoot('dist', `layer-lens-${version}.vsix`);
}

/** Builds, packs, checks. Returns the path and the size in bytes. */
export async function makeVsix() {
  const path = vsixPath();
  mkdirSync(inRoot('dist'), { recursive: true });
  if (existsSync(path)) rmSync(path);
  await runQuietly(process.execPath, [inRoot('esbuild.mjs'), '--production']);
  const vsce = inRoot('node_modules', '@vscode', 'vsce', 'vsce');
  const flags = ['--no-dependencies', '--no-rewrite-relative-links'];
  const output = await runQuietly(process.execPath, [vsce, 'package', ...flags, '--out', path]);
  const { size } = statSync(path);
  if (size > limit) throw new Error(`${path} has ${size} bytes, more than ${limit}\n${output}`);
  return { path, size, output };
}
