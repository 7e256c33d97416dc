// @ts-check
// Bundles the extension, which is its own worker, and the panel into dist/.
//   node esbuild.mjs [--watch] [--production] [--sizes]
import { gzipSync } from 'node:zlib';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { extensionBundle } from './scripts/lib/extensionBundle.mjs';
import { iconFont } from './scripts/lib/iconFont.mjs';
import { bundledPackages, thirdPartyNotices } from './scripts/lib/notices.mjs';

const flags = new Set(process.argv.slice(2));
const production = flags.has('--production');

/** @type {esbuild.BuildOptions} */
const common = {
  bundle: true,
  target: 'es2022',
  minify: production,
  sourcemap: production ? false : 'linked',
  sourcesContent: false,
  legalComments: 'none',
  logLevel: flags.has('--watch') ? 'warning' : 'error',
  metafile: true,
  plugins: [iconFont()],
  absWorkingDir: import.meta.dirname,
};

/** @type {esbuild.BuildOptions[]} */
const bundles = [
  { ...common, ...extensionBundle, outfile: 'dist/extension.js' },
  panel({ entryPoints: ['webview/main.ts'], outfile: 'dist/webview/main.js' }),
  panel({ entryPoints: ['webview/gallery/main.ts'], outfile: 'dist/webview/gallery.js' }),
  panel({ entryPoints: ['webview/main.css'], outfile: 'dist/webview/main.css' }),
  exportedPage({ entryPoints: ['webview/player/main.ts'], outfile: 'dist/webview/player.js' }),
  exportedPage({ entryPoints: ['webview/player/player.css'], outfile: 'dist/webview/player.css' }),
];

if (flags.has('--watch')) await watch();
else await build();

/**
 * A debugger cannot map the addresses of the panel's page to files, so its source map is inline and has absolute paths.
 * @param {esbuild.BuildOptions} options @returns {esbuild.BuildOptions}
 */
function panel(options) {
  const sourceRoot = pathToFileURL('dist/webview/').href;
  const map = production ? {} : { sourcemap: /** @type {const} */ ('inline'), sourceRoot };
  return { ...common, platform: 'browser', format: 'iife', ...map, ...options };
}

/**
 * Bundles of pages that users export: always minified and without a source map.
 * @param {esbuild.BuildOptions} options @returns {esbuild.BuildOptions}
 */
function exportedPage(options) {
  return { ...common, platform: 'browser', format: 'iife', minify: true, sourcemap: false, ...options };
}

async function build() {
  const results = await Promise.allSettled(bundles.map((options) => esbuild.build(options)));
  for (const result of results) {
    if (result.status === 'rejected') process.exitCode = 1;
    else if (flags.has('--sizes')) printSizes(Object.keys(result.value.metafile?.outputs ?? {}));
  }
  writeScenes();
  if (!production) return;
  for (const file of ['dist/extension.js', 'dist/webview/main.js']) await shortenNames(file);
  const inputs = results.flatMap((result) =>
    result.status === 'fulfilled' ? Object.keys(result.value.metafile?.inputs ?? {}) : [],
  );
  writeFileSync('dist/ThirdPartyNotices.txt', thirdPartyNotices(inputs));
  writeFileSync('dist/bundled-packages.json', JSON.stringify(bundledPackages(inputs), null, 2) + '\n');
}

/**
 * Gives the shortest names to what is named most often: deflated, the bundles are 19 kB smaller than with esbuild's names.
 * @param {string} file
 */
async function shortenNames(file) {
  const { minifySync } = await import('rolldown/experimental');
  const { code, errors } = minifySync(file, readFileSync(file, 'utf8'), { compress: false });
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  writeFileSync(file, inAscii(code));
}

/**
 * Characters beyond ASCII as escapes: with one of them beyond Latin-1, each thread keeps two bytes for every character of the code.
 * @param {string} code Without comments.
 */
function inAscii(code) {
  return code.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

async function watch() {
  const announce = announceBuilds();
  writeScenes();
  for (const options of bundles) {
    await (await esbuild.context({ ...options, plugins: [...(options.plugins ?? []), announce] })).watch();
  }
}

/** The scenes and the lessons of the package in one file each: in files of their own they take 20 kB more. */
function writeScenes() {
  mkdirSync('dist', { recursive: true });
  writeFileSync('dist/scenes.json', JSON.stringify(contentsOf('scenes', '.layerlens.json')));
  writeFileSync('dist/lessons.json', JSON.stringify(contentsOf('lessons', '.layerlens-lesson.json')));
}

/**
 * Parsed files of a folder by their names without `ending`.
 * @param {string} folder @param {string} ending @returns {Record<string, unknown>}
 */
function contentsOf(folder, ending) {
  const names = readdirSync(folder).filter((name) => name.endsWith(ending));
  const read = (/** @type {string} */ name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));
  return Object.fromEntries(names.sort().map((name) => [name.slice(0, -ending.length), read(name)]));
}

/**
 * Prints one line when the bundles begin to be built and one when all of them are: the problem matcher of
 * .vscode/tasks.json waits for these lines after every change.
 * @returns {esbuild.Plugin}
 */
function announceBuilds() {
  let running = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let end;
  return {
    name: 'announce-builds',
    setup: ({ onStart, onEnd }) => {
      onStart(() => {
        if (running === 0 && end === undefined) console.log('[watch] build started');
        clearTimeout(end);
        running++;
      });
      onEnd(() => {
        running--;
        if (running > 0) return;
        // The bundles of one change start one after the other.
        end = setTimeout(() => {
          end = undefined;
          console.log('[watch] build finished');
        }, 100);
      });
    },
  };
}

/** @param {string[]} files */
function printSizes(files) {
  for (const file of files) {
    if (file.endsWith('.map')) continue;
    const bytes = readFileSync(new URL(file, import.meta.url));
    const kilobytes = (/** @type {number} */ n) => `${(n / 1000).toFixed(1)} kB`;
    console.log(
      `${file.padEnd(24)} ${kilobytes(bytes.length).padStart(10)} ${kilobytes(gzipSync(bytes).length).padStart(10)} gz`,
    );
  }
}
