// @ts-check
// Makes the VSIX and checks its size.
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { absoluteLinks } from './absoluteLinks.mjs';
import { packagedReadme } from './packagedReadme.mjs';
import { inRoot } from './paths.mjs';
import { runQuietly } from './run.mjs';

/** Bytes. Where they are, and why not 500 kB: docs/decisions/0011-package-size.md. */
export const vsixLimit = 1_215_000;

/** Seconds: 1980-01-02, near the earliest time of a zip archive. All entries have it, so that two builds are equal. */
const timeOfEntries = '315619200';

export function vsixPath() {
  const { version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  return inRoot('dist', `layer-lens-${version}.vsix`);
}

/** Builds, packs, checks. Returns the path and the size in bytes. */
export async function makeVsix() {
  await runQuietly(process.execPath, [inRoot('esbuild.mjs'), '--production']);
  return packVsix(vsixPath());
}

/** Packs what dist/ contains. The same files give the same bytes. @param {string} path */
export async function packVsix(path) {
  mkdirSync(inRoot('dist'), { recursive: true });
  if (existsSync(path)) rmSync(path);
  const vsce = inRoot('node_modules', '@vscode', 'vsce', 'vsce');
  const { repository } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  const readme = readFileSync(inRoot('README.md'), 'utf8');
  writeFileSync(inRoot('dist', 'README.md'), absoluteLinks(packagedReadme(readme), repository.url));
  const flags = ['--no-dependencies', '--no-rewrite-relative-links', '--readme-path', 'dist/README.md'];
  const env = { ...process.env, SOURCE_DATE_EPOCH: timeOfEntries, TZ: 'UTC' };
  const output = await runQuietly(
    process.execPath,
    ['--require', inRoot('scripts', 'lib', 'smallestZip.cjs'), vsce, 'package', ...flags, '--out', path],
    { env },
  );
  if (/\bWARNING\b/.test(output)) throw new Error(`the package has warnings\n${output}`);
  const { size } = statSync(path);
  if (size > vsixLimit) throw new Error(`${path} has ${size} bytes, more than ${vsixLimit}\n${output}`);
  return { path, size, output };
}
