/** The formulas of the window mapping are in core/layer/window.ts only. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const owner = 'core/layer/window.ts';
/** One hand-optimised and the compiled kernels, which the unit tests of core/layer compare with naive loops. */
const kernels = /^core\/layer\/(engine\/gradientByPhases\.ts|wasm\/assembly\/)/;

const formulas: readonly [name: string, pattern: RegExp][] = [
  [
    'kernel extent',
    /dilation\s*\*\s*\(\s*[\w.]*kernel\w*\s*-\s*1\s*\)|\(\s*[\w.]*kernel\w*\s*-\s*1\s*\)\s*\*\s*[\w.]*dilation/,
  ],
  [
    'padded size',
    /padBefore\s*\+\s*[\w.]*size\b|size\s*\+\s*[\w.]*padBefore(?!\s*\)?\s*\?)|size\s*\+\s*(2\s*\*\s*)?[\w.]*pad\b/,
  ],
  ['window start', /\b(out|h|w|v|row|col)\w*\s*\*\s*(axis|rows|cols)\.stride\b/],
  ['tap position', /\b(tap|kernelRow|kernelCol|k|l)\s*\*\s*[\w.]*\bdilation\b/],
  ['kernel cell', /Math\.floor\(\s*[\w.]*tap\s*\/|[\w.]*tap\s*%\s*[\w.]*kernel/],
  ['covered size', /\(\s*[\w.]*outSize\s*-\s*1\s*\)\s*\*\s*[\w.]*stride/],
];

/** Names of the formulas that `source` contains, comments and strings aside. */
function formulasIn(source: string): string[] {
  const code = source
    .replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    .replaceAll(/'[^'\n]*'/g, "''")
    .replaceAll(/`(?:[^`\\$]|\\.|\$(?!\{))*`/g, '``');
  return formulas.filter(([, pattern]) => pattern.test(code)).map(([name]) => name);
}

describe('the window mapping', () => {
  it.each([
    ['kernel extent', 'const extent = rows.dilation * (rows.kernel - 1) + 1;'],
    ['padded size', 'const height = rows.padBefore + rows.size + rows.padAfter;'],
    ['padded size', 'const height = axis.size + axis.padBefore;'],
    ['window start', 'const start = out * axis.stride;'],
    ['window start', 'const start = h * rows.stride - rows.padBefore;'],
    ['tap position', 'const row = start + tap * rows.dilation;'],
    ['kernel cell', 'const row = Math.floor(tap / cols.kernel);'],
    ['covered size', 'const end = (axis.outSize - 1) * axis.stride + 1;'],
  ])('the check finds the %s in “%s”', (name, source) => {
    expect(formulasIn(source)).toContain(name);
  });

  it('is written once: no other file of core, extension or webview contains its formulas', () => {
    const files = ['core', 'extension', 'webview']
      .flatMap((folder) => sourcesIn(folder))
      .filter((file) => file !== owner && !kernels.test(file));
    expect(files.length).toBeGreaterThan(100);
    const found = files.flatMap((file) => formulasIn(readFileSync(file, 'utf8')).map((name) => `${file}: ${name}`));
    expect(found).toEqual([]);
  });
});

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`);
}
