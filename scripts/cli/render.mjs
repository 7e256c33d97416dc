// @ts-check
// `layer-lens render SCENE -o FILE`: a scene as a picture, an animation or a page, by the ending of FILE. SVG, HTML and notebooks need
// nothing else; PNG, GIF and WebM are drawn in Chromium, which has fonts and codecs.
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { load, text } from './bundle.mjs';
import { reasonOf } from './reasonOf.mjs';

const folder = join(import.meta.dirname, '..', '..');

/** @type {string[]} Values of the setting layerLens.colorMap. */
const colorMaps = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).contributes.configuration.properties[
  'layerLens.colorMap'
].enum;

/** Languages with a bundle of translations. */
const translations = readdirSync(join(folder, 'l10n')).flatMap(
  (file) => /^bundle\.l10n\.(.+)\.json$/.exec(file)?.[1] ?? [],
);
const languages = ['en', ...translations];

export const renderUsage =
  'layer-lens render SCENE.layerlens.json -o FILE.svg|png|gif|webm|html|ipynb [--steps 1-20] [--speed 2] [--scale 2] [--light]\n' +
  `         [--precision 2] [--color-map ${colorMaps.join('|')}] [--language ${languages.join('|')}]`;

/** @param {string[]} args @returns {Promise<number>} exit code: 0, or 2 with a message on stderr */
export async function render(args) {
  /** @type {ReturnType<typeof read>} */
  let request;
  try {
    request = read(args);
  } catch (error) {
    return fail(`${reasonOf(error)}\nusage: ${renderUsage}`);
  }
  const { scene, out, format, scale, speed, steps, look } = request;
  try {
    const { renderScene } = await load('extension/session/api/renderScene.ts');
    const rendered = renderScene(readFileSync(scene, 'utf8'), look);
    const range = rendered.range(steps ?? (rendered.count <= 500 ? `1-${rendered.count}` : '1-500'));
    if (!range) return fail(`--steps ${steps}: the scene has steps 1 to ${rendered.count}; at most 500 at once`);
    if (!steps && rendered.count > range.to + 1 && !['svg', 'png'].includes(format))
      process.stderr.write(`${scene}: steps 1 to 500 of ${rendered.count}; --steps chooses others\n`);
    if (format === 'svg') write(out, rendered.svg(steps ? range.from : rendered.step));
    else if (format === 'html' || format === 'ipynb') {
      const [script, styles] = await Promise.all([text('webview/player/main.ts'), text('webview/player/player.css')]);
      const page = rendered.page(range, { script, styles });
      write(out, format === 'html' ? page : rendered.notebook(page, range.from));
    } else {
      const first = steps ? range.from : rendered.step;
      const frames =
        format === 'png' ? [first] : Array.from({ length: range.to - range.from + 1 }, (_, k) => range.from + k);
      write(out, await draw(frames, rendered.svg, { format, scale, delay: 1000 / speed }));
    }
    console.log(out);
    return 0;
  } catch (error) {
    return fail(`${scene}: ${reasonOf(error)}`);
  }
}

/** @param {string[]} args */
function read(args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      output: { type: 'string', short: 'o' },
      steps: { type: 'string' },
      speed: { type: 'string', default: '2' },
      scale: { type: 'string' },
      light: { type: 'boolean', default: false },
      precision: { type: 'string', default: '2' },
      'color-map': { type: 'string', default: 'lens' },
      language: { type: 'string', default: 'en' },
    },
  });
  const [scene, ...others] = positionals;
  const { output: out, language } = values;
  if (scene === undefined || others.length > 0) throw new Error('one scene is expected');
  if (out === undefined) throw new Error('the output file is missing: -o FILE');
  const format = extname(out).slice(1).toLowerCase();
  if (!['svg', 'png', 'gif', 'webm', 'html', 'ipynb'].includes(format))
    throw new Error(`${out}: unknown format; supported: .svg, .png, .gif, .webm, .html, .ipynb`);
  const scale = within('--scale', values.scale ?? (format === 'gif' ? '1' : '2'), 0.25, 8);
  const speed = within('--speed', values.speed, 0.1, 30);
  const precision = within('--precision', values.precision, 0, 8);
  if (!Number.isInteger(precision)) throw new Error(`--precision ${values.precision}: expected a whole number`);
  const colorMap = values['color-map'];
  if (!colorMaps.includes(colorMap)) throw new Error(`--color-map ${colorMap}: expected ${colorMaps.join(', ')}`);
  const look = { dark: !values.light, colorMap, precision, language, bundle: bundleOf(language) };
  return { scene, out, format, scale, speed, steps: values.steps, look };
}

/** @param {string} name @param {string} given @param {number} min @param {number} max */
function within(name, given, min, max) {
  const number = Number(given);
  if (given.trim() !== '' && number >= min && number <= max) return number;
  throw new Error(`${name} ${given}: expected a number from ${min} to ${max}`);
}

/** @param {string} language @returns {Record<string, string>} */
function bundleOf(language) {
  if (language === 'en') return {};
  if (!translations.includes(language)) throw new Error(`--language ${language}: expected ${languages.join(' or ')}`);
  return JSON.parse(readFileSync(join(folder, 'l10n', `bundle.l10n.${language}.json`), 'utf8'));
}

/**
 * Draws steps in a page of Chromium with the panel's own code.
 * @param {readonly number[]} steps @param {(t: number) => string} svg
 * @param {{ format: string, scale: number, delay: number }} how
 */
async function draw(steps, svg, { format, scale, delay }) {
  const { chromium } = await import('playwright-core');
  const { ensureChromium } = await import('../lib/chromium.mjs');
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    // A browser has its video encoder on pages of secure origins only.
    const origin = 'http://localhost/';
    await page.route(origin, (route) => route.fulfill({ contentType: 'text/html', body: '' }));
    await page.goto(origin);
    await page.addScriptTag({ content: await text('webview/export/recorderFor.ts', 'recorders') });
    await page.evaluate(`recorder = recorders.recorderFor(${JSON.stringify(format)}, ${scale}, ${delay})`);
    for (const t of steps) await page.evaluate(`recorder.add(${JSON.stringify(svg(t))})`);
    const bytes = await page.evaluate('recorder.finish().then((bytes) => Array.from(bytes))');
    return Uint8Array.from(/** @type {number[]} */ (bytes));
  } finally {
    await browser.close();
  }
}

/** Writes under another name and renames at the end: an interrupted run leaves no incomplete file of this name. @param {string} path @param {string | Uint8Array} contents */
function write(path, contents) {
  const unfinished = `${path}.part`;
  try {
    writeFileSync(unfinished, contents);
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw new Error(`${path} cannot be written: ${reasonOf(error)}`, { cause: error });
  }
}

/** @param {string} text */
function fail(text) {
  process.stderr.write(`${text}\n`);
  return 2;
}
