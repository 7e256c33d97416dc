// @ts-check
// npm run release -- --dry-run: checks the version, the changelog and the repository, runs all tests, builds the VSIX twice,
// compares the two, and writes the bill of materials and the checksum. Without --dry-run it also publishes and tags.
//   --skip-tests   only with --dry-run
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { complain, endWithMessage, say } from './lib/log.mjs';
import { inRoot, root } from './lib/paths.mjs';
import { notesOf, releaseProblems } from './lib/releaseChecks.mjs';
import { run, runQuietly } from './lib/run.mjs';
import { bomOfBundles } from './lib/sbom.mjs';
import { makeVsix } from './lib/vsix.mjs';

endWithMessage();
const dryRun = process.argv.includes('--dry-run');
const skipTests = process.argv.includes('--skip-tests');
if (skipTests && !dryRun) throw new Error('--skip-tests is for a dry run');
if (!dryRun && !process.env['VSCE_PAT']) throw new Error('set VSCE_PAT to the access token of the publisher');
await ensureDependencies();

const { version } = json('package.json');
const changelog = readFileSync(inRoot('CHANGELOG.md'), 'utf8');
const problems = releaseProblems({
  version,
  lockVersion: json('package-lock.json').version,
  changelog,
  tags: (await runQuietly('git', ['tag'])).split('\n'),
  changes: await runQuietly('git', ['status', '--porcelain']),
});
for (const problem of problems) complain(problem);
if (!skipTests) {
  const { code } = await run(process.execPath, [inRoot('scripts', 'test.mjs'), '--all']);
  if (code !== 0) problems.push('npm test -- --all failed');
}

const { path, size } = await makeVsix();
const first = checksum(path);
await makeVsix();
const second = checksum(path);
if (first !== second) problems.push(`two builds of the VSIX differ: ${first}, ${second}`);
else say(`${relative(root, path)}: ${(size / 1000).toFixed(0)} kB, two builds are equal`);

const bom = bomOfBundles(
  JSON.parse(await runQuietly('npm', ['sbom', '--sbom-format', 'cyclonedx'])),
  json('dist/bundled-packages.json'),
);
const bomPath = path.replace(/\.vsix$/, '.cdx.json');
writeFileSync(bomPath, JSON.stringify(bom, null, 2) + '\n');
writeFileSync(`${path}.sha256`, `${second}  layer-lens-${version}.vsix\n`);
say(`${relative(root, bomPath)}: CycloneDX, ${bom.components.length} packages`);
say(`notes of ${version}:\n\n${notesOf(changelog, version)}\n`);

if (problems.length > 0) {
  complain(`not released: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`);
  process.exitCode = 1;
} else if (dryRun) say(`version ${version} could be released; nothing was published`);
else {
  const vsce = inRoot('node_modules', '@vscode', 'vsce', 'vsce');
  await runQuietly(process.execPath, [vsce, 'publish', '--packagePath', path]);
  await runQuietly('git', ['tag', '-a', `v${version}`, '-m', `Version ${version}`]);
  say(`version ${version} is published and tagged; push the tag with: git push origin v${version}`);
}

/** @param {string} file */
function json(file) {
  return JSON.parse(readFileSync(inRoot(file), 'utf8'));
}

/** @param {string} file */
function checksum(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
