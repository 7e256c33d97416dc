/** The declaration that other extensions copy: what `activate` returns fulfils it, and the guide's example compiles with it alone. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, expect, expectTypeOf, test } from 'vitest';
import type * as declared from '../../../extension/api/layer-lens';
import type { LayerLensApi } from '../../../extension/api/LayerLensApi';
import type { SceneRequest } from '../../../extension/session/api/sceneOfRequest';

const root = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'declaration-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('what activate returns fulfils the declaration, and a declared request is one that is read', () => {
  expectTypeOf<LayerLensApi>().toExtend<declared.LayerLensApi>();
  expectTypeOf<declared.SceneRequest>().toExtend<SceneRequest>();
});

/** Messages of the compiler for each program of another extension that has only the declaration. */
function problemsOf(programs: Readonly<Record<string, string>>): string[][] {
  copyFileSync(join(root, 'extension/api/layer-lens.d.ts'), join(folder, 'layer-lens.d.ts'));
  const paths = Object.entries(programs).map(([name, program]) => {
    const path = join(folder, name);
    writeFileSync(path, program);
    return path;
  });
  const options = { strict: true, noEmit: true, types: [], lib: ['lib.es2022.d.ts'], target: ts.ScriptTarget.ES2022 };
  const compiled = ts.createProgram(paths, options);
  return paths.map((path) =>
    ts
      .getPreEmitDiagnostics(compiled, compiled.getSourceFile(path))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
  );
}

test('the example of the guide for engineers compiles; a misspelt entry does not', () => {
  const [, example = ''] = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(root, 'docs/engineer.md'), 'utf8'))!;
  const program = (text: string) =>
    `import type { LayerLensApi } from './layer-lens';
export async function use(api: LayerLensApi): Promise<unknown> {
${text}
  const [check] = await api.check('def conv_forward(): pass');
  return [arrays[2]!.array.data[0], options['stride'], check?.mistakes[0]?.line];
}`;
  expect(example).toContain('api.compute(');
  const [right, misspelt] = problemsOf({
    'right.ts': program(example),
    'misspelt.ts': program(example.replace('shape:', 'shapes:')),
  });
  expect(right).toEqual([]);
  expect(misspelt![0]).toContain("'shapes' does not exist");
});
