/** An exported name is declared in one file: it has one meaning in the whole product. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** The two engines implement the same arithmetic under the same names; `core/layer/engine` chooses one of them. */
const engines = /^core\/layer\/(engine|typescript|wasm\/assembly)\//;

const declaration =
  /^export (?:declare )?(?:async )?(?:abstract )?(?:function\*? |const |let |class |interface |type |enum )(\w+)/gm;

/** The files that declare each exported name. */
function declarations(files: readonly (readonly [path: string, source: string])[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [path, source] of files) {
    // Overloads repeat a name in one file.
    for (const name of new Set([...source.matchAll(declaration)].map(([, name]) => name!)))
      found.set(name, [...(found.get(name) ?? []), path]);
  }
  return found;
}

/** `name: file, file` of each name that several files declare. */
function repeated(files: readonly (readonly [path: string, source: string])[]): string[] {
  return [...declarations(files)]
    .filter(([, paths]) => paths.length > 1 && !paths.every((path) => engines.test(path)))
    .map(([name, paths]) => `${name}: ${paths.join(', ')}`);
}

it('finds a name of two files, whatever it declares', () => {
  const files = [
    ['core/a.ts', 'export function sizeOf(): void {}\nexport const [x] = [1];'],
    ['webview/b.ts', 'export interface sizeOf {}\nconst y = 1;'],
    ['core/layer/typescript/c.ts', 'export function* pad() {}'],
    ['core/layer/wasm/assembly/c.ts', 'export function pad(): void {}'],
  ] as const;
  expect(repeated(files)).toEqual(['sizeOf: core/a.ts, webview/b.ts']);
});

it('no exported name has two declarations', () => {
  const files = ['core', 'extension', 'webview'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
      .map((name) => `${folder}/${name}`),
  );
  expect(files.length).toBeGreaterThan(500);
  expect(repeated(files.map((path) => [path, readFileSync(path, 'utf8')] as const))).toEqual([]);
});
