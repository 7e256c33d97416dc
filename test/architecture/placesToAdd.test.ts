/** ARCHITECTURE.md names every place that a new operation, language, file format or colour map touches. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Each kind of addition: how its section begins, and what the places of one that exists contain. */
const additions: readonly [section: string, pattern: RegExp, roots: readonly string[]][] = [
  [
    '**An operation**',
    /kind: 'relu'|case 'relu'|kind === 'relu'|\brelu: \w+|\brelu_(?:forward|backward)\b/,
    ['core', 'extension', 'webview'],
  ],
  ['**A language**', /'julia'/, ['core', 'extension', 'webview']],
  ['**A file format**', /\bsafetensors\b/i, ['core', 'extension', 'webview', 'package.json']],
  ['**A colour map**', /\bbrBG\b/, ['core', 'extension', 'webview', 'scripts', 'package.json', 'package.nls.json']],
];

const text = readFileSync('ARCHITECTURE.md', 'utf8');

/** Paths that a paragraph names in backticks. */
function pathsOf(section: string): string[] {
  const paragraph = text.split('\n\n').find((each) => each.startsWith(section)) ?? '';
  return [...paragraph.matchAll(/`([\w./-]*[/.][\w./-]*)`/g)].map(([, path = '']) => path.replace(/\/$/, ''));
}

function filesIn(root: string): string[] {
  if (!statSync(root).isDirectory()) return [root];
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|mjs)$/.test(file) && !file.includes('node_modules'))
    .map((file) => `${root}/${file.replaceAll('\\', '/')}`);
}

describe('ARCHITECTURE.md', () => {
  it.each(additions)('%s: every place is named', (section, pattern, roots) => {
    const named = pathsOf(section);
    const files = roots.flatMap(filesIn).filter((file) => pattern.test(readFileSync(file, 'utf8')));
    expect(files).not.toEqual([]);
    expect(files.filter((file) => !named.some((path) => file === path || file.startsWith(`${path}/`)))).toEqual([]);
  });

  it('names only files and folders that exist', () => {
    const paths = [...text.matchAll(/`((?:core|extension|webview|test|scripts|docs)\/[\w./-]+)`/g)].map(
      ([, path]) => path!,
    );
    expect(paths.length).toBeGreaterThan(20);
    expect(paths.filter((path) => !existsSync(path) && !existsSync(`${path}.ts`))).toEqual([]);
  });
});
