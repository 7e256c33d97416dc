// @ts-check
// Compares the layers of this checkout with those of another one in a single run and writes the ratios into RESULTS.md.
//   git worktree add <folder> <commit>
//   node test/bench/versions.mjs <folder>
// Both versions take turns on the same numbers; a ratio is the other version's processor time divided by this one's.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
const [folder, name = folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: node test/bench/versions.mjs <folder of another checkout> [its name]');
const other = resolve(folder);
const outfile = `${root}.cache/bench/versions.mjs`;
mkdirSync(`${root}.cache/bench`, { recursive: true });

await esbuild.build({
  stdin: { contents: program(), resolveDir: root, loader: 'ts' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  outfile,
});
const { status, stdout } = spawnSync(process.execPath, [outfile], {
  encoding: 'utf8',
  stdio: ['inherit', 'pipe', 'inherit'],
});
if (status !== 0) throw new Error('the comparison failed');
const results = `${root}test/bench/RESULTS.md`;
const [begin, end] = ['<!-- versions -->', '<!-- end of versions -->'];
const load = loadavg()
  .map((value) => value.toFixed(1))
  .join(', ');
const explained = [
  'Written by `node test/bench/versions.mjs`: the other version’s processor time divided by this one’s, the median of the rounds',
  `of one run, and the lowest and highest round. Above 1 this version is faster. Load average at the end ${load}.`,
].join('\n');
const section = `${begin}\n\n## Against ${name}\n\n${explained}\n\n${stdout.trim()}\n\n${end}`;
const before = readFileSync(results, 'utf8');
writeFileSync(
  results,
  before.includes(begin)
    ? before.slice(0, before.indexOf(begin)) + section + before.slice(before.indexOf(end) + end.length)
    : `${before.trimEnd()}\n\n${section}\n`,
);

/** Imports the engines and candidates of both checkouts; each has its own copy of every module. */
function program() {
  const from = (/** @type {string} */ base, /** @type {string} */ suffix) => `
    import { ownCandidate as own${suffix} } from '${base}/test/bench/layer/own';
    import { SimdEngine as Simd${suffix} } from '${base}/core/layer/wasm/SimdEngine';
    import { typescriptEngine as typescript${suffix} } from '${base}/core/layer/typescript/typescriptEngine';`;
  return `${from('.', 'Now')}${from(other, 'Then')}
    import { measure, ratio } from './test/bench/layer/measure';
    import { outputShapeOf, workloads } from './test/bench/layer/workloads';
    import { RandomState } from './core/index';

    const engines = {
      WebAssembly: [SimdNow.create({ residentBytes: 1.5e9 }), SimdThen.create({ residentBytes: 1.5e9 })],
      TypeScript: [typescriptNow, typescriptThen],
    };
    const random = new RandomState(1);
    const columns = Object.keys(engines).flatMap((engine) => [engine + ' float32', engine + ' float64']);
    console.log('| | ' + columns.join(' | ') + ' |');
    console.log('| --- |' + ' ---: |'.repeat(columns.length));
    for (const workload of workloads) {
      const wShape = workload.kind === 'conv' ? workload.w : [1];
      const draw = (...shape) => random.randn(...shape).data;
      const double = { x: draw(...workload.x), w: draw(...wShape), b: draw(wShape.at(-1)), dZ: draw(...outputShapeOf(workload)) };
      const single = Object.fromEntries(Object.entries(double).map(([key, data]) => [key, Float32Array.from(data)]));
      for (const pass of ['forward', 'backward']) {
        process.stderr.write(workload.name + ' ' + pass + '\\n');
        const cells = [];
        for (const [now, then] of Object.values(engines)) {
          for (const numbers of [single, double]) {
            const marks = [now.mark?.(), then.mark?.()];
            const timings = await measure([
              ownNow('now', now, workload, pass, numbers),
              ownThen('then', then, workload, pass, numbers),
            ]);
            const { median, low, high } = ratio(timings.get('now'), timings.get('then'));
            cells.push(median.toFixed(2) + ' (' + low.toFixed(2) + '–' + high.toFixed(2) + ')');
            now.release?.(marks[0]);
            then.release?.(marks[1]);
          }
        }
        console.log('| ' + workload.name + ' ' + pass + ' | ' + cells.join(' | ') + ' |');
      }
    }`;
}
