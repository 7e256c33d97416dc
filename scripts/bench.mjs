// @ts-check
// Bundles and runs the benchmarks of test/bench/*/bench.ts, prints their sections and writes them into test/bench/RESULTS.md.
//   npm run bench [-- <part of a folder's name> [<one part of its benchmarks>]]
// Each bench.ts exports section(root, part?): Promise<string>, Markdown. Without a filter all of them run, one after the other.
// The text of one part begins with a heading, and replaces the text below the same heading.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './lib/dependencies.mjs';

await ensureDependencies();
const esbuild = await import('esbuild');

const root = fileURLToPath(new URL('../', import.meta.url));
const results = `${root}test/bench/RESULTS.md`;
const [filter = '', part] = process.argv.slice(2);

const areas = readdirSync(`${root}test/bench`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(`${root}test/bench/${entry.name}/bench.ts`))
  .map(({ name }) => name)
  .filter((name) => name.includes(filter));
if (areas.length === 0) throw new Error(`no folder of test/bench has a bench.ts and '${filter}' in its name`);
for (const area of areas) {
  const text = `${await sectionOf(area)}\n\n${machine()}`;
  console.log(`${text}\n`);
  if (part === undefined) writeSection(area, text);
  else writePart(area, text);
}

/** Runs a benchmark in a process of its own, so that none runs code that another one has made the engine optimize. @param {string} area */
async function sectionOf(area) {
  const outfile = `${root}.cache/bench/${area}.mjs`;
  await esbuild.build({
    stdin: {
      contents: `import { section } from './test/bench/${area}/bench';
        import { writeFileSync } from 'node:fs';
        writeFileSync(${JSON.stringify(`${outfile}.md`)}, await section(${[root, ...(part === undefined ? [] : [part])].map((each) => JSON.stringify(each)).join(', ')}));
        process.exit(0);`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    outfile,
  });
  const { status } = spawnSync(process.execPath, ['--enable-source-maps', outfile], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error(`the benchmarks of test/bench/${area} failed`);
  return readFileSync(`${outfile}.md`, 'utf8').trim();
}

function machine() {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const load = loadavg().map((value) => value.toFixed(1));
  return [
    `Machine: ${first?.model ?? 'unknown'}, ${cpus().length} cores, ${memory} GiB; Node ${process.versions.node},`,
    `V8 ${process.versions.v8}; load average at the end ${load.join(', ')} (other work on the machine spreads the rounds).`,
  ].join('\n');
}

/** Replaces the area's own section and leaves the others. @param {string} area @param {string} text */
function writeSection(area, text) {
  const [begin, end] = [`<!-- ${area} -->`, `<!-- end of ${area} -->`];
  const section = `${begin}\n\n${text}\n\n${end}`;
  const before = existsSync(results) ? readFileSync(results, 'utf8') : '# Benchmarks\n\nWritten by `npm run bench`.\n';
  const start = before.indexOf(begin);
  const after = start < 0 ? `${before.trimEnd()}\n\n${section}\n` : replaceFrom(before, start, end, section);
  writeFileSync(results, after);
}

/** Replaces what is below the first line of `text`, a heading of the area's section. @param {string} area @param {string} text */
function writePart(area, text) {
  const before = readFileSync(results, 'utf8');
  const [begin, end] = [`<!-- ${area} -->`, `<!-- end of ${area} -->`];
  const start = before.indexOf(begin);
  const [heading = ''] = text.split('\n', 1);
  const blocks = before.slice(start, before.indexOf(end)).split(/\n(?=### )/);
  const place = blocks.findIndex((block) => block.startsWith(`${heading}\n`));
  if (start < 0 || place < 0) throw new Error(`RESULTS.md has no '${heading}': run all benchmarks of ${area} first`);
  blocks[place] = `${text}\n`;
  writeFileSync(results, replaceFrom(before, start, end, `${blocks.join('\n').trimEnd()}\n\n${end}`));
}

/** @param {string} text @param {number} start @param {string} end @param {string} section */
function replaceFrom(text, start, end, section) {
  return text.slice(0, start) + section + text.slice(text.indexOf(end, start) + end.length);
}
