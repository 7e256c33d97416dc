/** Icons are characters of one font, which the page has with it: those of other fonts look otherwise on every computer, or are missing. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Pictures and signs that few fonts have: technical signs except brackets of mathematics and keys of a Mac, shapes, dingbats, private use. */
const sign =
  /[\u2300-\u2302\u2304-\u2307\u230c-\u2317\u2319-\u2324\u2326-\u23ff\u25a0-\u27bf\u2b00-\u2bff\ue000-\uf8ff]|[\u{1f000}-\u{1faff}]/u;

/** The Mac's keys are written as its menus write them. */
const keys = /[⌃⌥⇧⌘]/gu;

const drawsSvg = /<svg|createElementNS\(\s*'http:\/\/www\.w3\.org\/2000\/svg'/;

const files = readdirSync('webview', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|css)$/.test(name))
  .map((name) => [name.replaceAll('\\', '/'), readFileSync(`webview/${name}`, 'utf8')] as const);

/** Files with a sign, also one that is written as an escape. */
function filesWithSigns(sources: typeof files): string[] {
  const written = (source: string): string =>
    source.replace(/\\u?\{?([0-9a-f]{4,5})\b\}?/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));
  return sources.filter(([, source]) => sign.test(written(source).replace(keys, ''))).map(([name]) => name);
}

test('a sign is found as a character and as an escape of a script or a style sheet', () => {
  const sources = [
    ['a.ts', "'✓'"],
    ['b.ts', "'\\u2713'"],
    ['c.css', "content: '\\ea76'"],
    ['d.ts', "'← → ⌊a⌋ ⌃⌥.'"],
  ] as const;
  expect(filesWithSigns([...sources])).toEqual(['a.ts', 'b.ts', 'c.css']);
});

test('icons are characters in one file only', () => {
  expect(files.length).toBeGreaterThan(100);
  expect(filesWithSigns(files)).toEqual(['ui/icon.ts']);
});

test('no file draws icons', () => {
  expect(files.filter(([, source]) => drawsSvg.test(source)).map(([name]) => name)).toEqual([]);
});
