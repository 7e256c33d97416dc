// @ts-check
// Measures the readers on public texts that are not part of this repository.
//   node scripts/corpus.mjs FOLDER [part of a kind, repository or path] [--all]
// FOLDER holds the texts of test/corpus/sources.json as owner/name/path, and expected.json, which test/corpus/expect.py makes.
// Prints how many layer calls open rightly, are refused with a reason, open wrongly, or could not be checked because the real
// libraries did not run the cell; then every call that is not right, or all of them.
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';

const root = fileURLToPath(new URL('../', import.meta.url));
const [folder, ...rest] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: node scripts/corpus.mjs FOLDER [filter] [--all]');
const filter = rest.find((word) => !word.startsWith('--')) ?? '';
const outfile = `${root}.cache/corpus/measure-${process.pid}.mjs`;
await esbuild.build({
  entryPoints: [`${root}test/corpus/measure.ts`],
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  outfile,
});
/** @type {typeof import('../test/corpus/measure')} */
const { measure } = await import(pathToFileURL(outfile).href);
const rows = measure(root, folder, filter);

/** @type {import('../test/corpus/measure').Verdict[]} */
const verdicts = ['right', 'refused', 'stated', 'wrong', 'unchecked', 'array'];
const kinds = [...new Set(rows.map(({ kind }) => kind))];
console.log(`| kind | calls | ${verdicts.join(' | ')} |\n| --- | --- | ${verdicts.map(() => '---').join(' | ')} |`);
for (const kind of [...kinds, 'all']) {
  const own = rows.filter((row) => kind === 'all' || row.kind === kind);
  const counts = verdicts.map((verdict) => own.filter((row) => row.verdict === verdict).length);
  console.log(`| ${kind} | ${own.length} | ${counts.join(' | ')} |`);
}
for (const { kind, place, line, verdict, note } of rows) {
  if (verdict === 'right' && !rest.includes('--all')) continue;
  console.log(`\n${verdict} ${kind} ${place}\n  ${line}\n  ${note}`);
}
