// @ts-check
// Measures the readers on public texts that are not part of this repository.
//   node scripts/corpus.mjs FOLDER [part of a kind, repository or path] [--all] [--sources FILE] [--seconds N] [--json FILE]
// FOLDER holds the texts of test/corpus/sources.json as owner/name/path, and expected.json, which test/corpus/expect.py makes.
// Prints how many layer calls open rightly, are refused with a reason, open wrongly, or could not be checked because the real
// libraries did not run the cell; then every call that is not right, or all of them. A text gets at most N seconds (20).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { ensureDependencies } from './lib/dependencies.mjs';

await ensureDependencies();
const esbuild = await import('esbuild');

const root = fileURLToPath(new URL('../', import.meta.url));
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: 'boolean', default: false },
    sources: { type: 'string', default: `${root}test/corpus/sources.json` },
    seconds: { type: 'string', default: '20' },
    json: { type: 'string' },
  },
});
const [folder, filter = ''] = positionals;
if (folder === undefined) throw new Error('usage: node scripts/corpus.mjs FOLDER [filter] [--all]');
const outfile = `${root}.cache/corpus/measure-${process.pid}.mjs`;
mkdirSync(`${root}.cache/corpus`, { recursive: true });
await esbuild.build({
  entryPoints: [`${root}test/corpus/worker.ts`],
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  outfile,
});

/** @typedef {import('../test/corpus/measure').Row} Row */
/** @typedef {import('../test/corpus/measure').Source} Source */
/** @type {Source[]} */
const all = JSON.parse(readFileSync(options.sources, 'utf8'));
const sources = all.filter(({ kind, repository, path }) => `${kind} ${repository}/${path}`.includes(filter));
/** @type {Row[]} */
const rows = [];
let worker = start();
for (const [index, source] of sources.entries()) {
  if (process.stderr.isTTY)
    process.stderr.write(`\r${index + 1} of ${sources.length}: ${source.path.slice(-60)}\x1b[K`);
  rows.push(...(await measured(source)));
}
await worker.terminate();
if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
if (options.json !== undefined) writeFileSync(options.json, JSON.stringify(rows, null, 1));

/** @type {import('../test/corpus/measure').Verdict[]} */
const verdicts = ['right', 'refused', 'stated', 'wrong', 'unchecked', 'array', 'slow'];
const kinds = [...new Set(rows.map(({ kind }) => kind))];
console.log(
  `| kind | calls | lenses | refused lenses | ${verdicts.join(' | ')} |\n| --- | --- | --- | --- | ${verdicts.map(() => '---').join(' | ')} |`,
);
for (const kind of [...kinds, 'all']) {
  const own = rows.filter((row) => kind === 'all' || row.kind === kind);
  const counts = verdicts.map((verdict) => own.filter((row) => row.verdict === verdict).length);
  const lenses = own.filter(({ lens }) => lens);
  const refused = lenses.filter(({ verdict }) => verdict === 'refused' || verdict === 'array');
  console.log(`| ${kind} | ${own.length} | ${lenses.length} | ${refused.length} | ${counts.join(' | ')} |`);
}
for (const { kind, place, line, verdict, note } of rows) {
  if (verdict === 'right' && !options.all) continue;
  console.log(`\n${verdict} ${kind} ${place}\n  ${line}\n  ${note}`);
}

function start() {
  return new Worker(outfile, { workerData: { folder } });
}

/**
 * The rows of a source; those that it had when its time was over, and one for the call that was being opened.
 * @param {Source} source
 * @returns {Promise<Row[]>}
 */
function measured(source) {
  return new Promise((resolve, reject) => {
    /** @type {Row[]} */
    const found = [];
    const timer = setTimeout(
      () => {
        finish();
        void worker.terminate();
        worker = start();
        const { kind, repository, path } = source;
        found.push({
          kind,
          place: `${repository}/${path}`,
          line: '',
          verdict: 'slow',
          note: `${found.length} calls before`,
          lens: false,
        });
        resolve(found);
      },
      Number(options.seconds) * 1000,
    );
    /** @param {Row | 'end'} row */
    const receive = (row) => {
      if (row !== 'end') {
        found.push(row);
        return;
      }
      finish();
      resolve(found);
    };
    const finish = () => {
      clearTimeout(timer);
      worker.off('message', receive);
      worker.off('error', reject);
    };
    worker.on('message', receive);
    worker.on('error', reject);
    worker.postMessage(source);
  });
}
