/** Exported code in real programs: NumPy, PyTorch, a C compiler and Node give back every number, bit by bit. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, describe, expect, test } from 'vitest';
import type { ExportedArray, ExportFormat } from '../../../core/export/ExportFormat';
import { cFormat } from '../../../core/export/formats/c';
import { matlabFormat } from '../../../core/export/formats/matlab';
import { rFormat } from '../../../core/export/formats/r';
import { csvFormat } from '../../../core/export/formats/csv';
import { jsonFormat } from '../../../core/export/formats/json';
import { javascriptFormat } from '../../../core/export/formats/javascript';
import { numpyFormat } from '../../../core/export/formats/numpy';
import { pythonListFormat } from '../../../core/export/formats/pythonList';
import { pytorchFormat } from '../../../core/export/formats/pytorch';
import { writeNpy } from '../../../core/export/files/writeNpy';
import { writeNpz } from '../../../core/export/files/writeNpz';
import { pythonWith } from '../step/shared/runPython';
import { edges, isFinite, samples } from './exportedArrays';

const folder = mkdtempSync(join(tmpdir(), 'export-'));
afterAll(() => rmSync(folder, { recursive: true }));

const withNumpy = pythonWith('numpy');
const withTorch = pythonWith('torch');
const isThere = (program: string) => spawnSync(program, ['--version']).status === 0;
const compiler = ['cc', 'gcc', 'clang'].find(isThere);

/** Bits of the doubles, so that NaN and −0 compare equal to themselves only. */
const bitsOf = (values: ArrayLike<number>): string[] =>
  Array.from(new BigUint64Array(Float64Array.from(values).buffer), (bits) => bits.toString(16));

const numbers = ({ array }: ExportedArray) => ({ shape: [...array.shape], bits: bitsOf(array.data) });
const expected = samples.map(numbers);

function run(program: string, args: readonly string[]): string {
  const { stdout, stderr, status, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw error ?? new Error(stderr);
  return stdout;
}

const report = `
def report(array):
    array = np.asarray(array)
    bits = np.atleast_1d(array.astype('<f8')).ravel().view('<u8')
    return {'shape': list(array.shape), 'bits': [format(int(b), 'x') for b in bits], 'dtype': str(array.dtype)}
`;

interface Reported {
  readonly shape: number[];
  readonly bits: string[];
  readonly dtype: string;
}

function runPython(python: string, code: string): Reported[] {
  const script = join(folder, 'script.py');
  writeFileSync(script, `import json, numpy as np\n${report}\nout = []\n${code}\nprint(json.dumps(out))\n`);
  return JSON.parse(run(python, [script])) as Reported[];
}

const numbersOf = (reported: readonly Reported[]) => reported.map(({ shape, bits }) => ({ shape, bits }));

/** One assignment a sample, then what its variable holds. */
function assignments(format: ExportFormat, value = (name: string) => name, arrays = samples): string {
  return arrays.map((sample) => `${format.write(sample)}\nout.append(report(${value(sample.name!)}))`).join('\n');
}

describe.runIf(withNumpy)('NumPy', () => {
  test('runs the NumPy code and the lists', () => {
    expect(numbersOf(runPython(withNumpy!, assignments(numpyFormat)))).toEqual(expected);
    expect(numbersOf(runPython(withNumpy!, assignments(pythonListFormat)))).toEqual(expected);
  });

  test('runs a single number and arrays without an element', () => {
    const found = runPython(
      withNumpy!,
      assignments(numpyFormat, (name) => name, edges),
    );
    expect(numbersOf(found)).toEqual(edges.map(numbers));
    expect(found.map(({ dtype }) => dtype)).toEqual(['float64', 'float64', 'float64', 'float32']);
  });

  test('reads CSV and JSON with the modules of Python', () => {
    const finite = samples.filter(({ array }) => isFinite(array));
    for (const sample of finite) writeFileSync(join(folder, `${sample.name}.json`), jsonFormat.write(sample));
    const matrices = samples.filter(({ array }) => array.shape.length === 2);
    for (const sample of matrices) writeFileSync(join(folder, `${sample.name}.csv`), csvFormat.write(sample));
    const code = [
      ...finite.map(({ name }) => `out.append(report(json.load(open(r'${folder}/${name}.json'))))`),
      ...matrices.map(
        ({ name }) => `out.append(report(np.genfromtxt(r'${folder}/${name}.csv', delimiter=',', ndmin=2)))`,
      ),
    ].join('\n');
    expect(numbersOf(runPython(withNumpy!, code))).toEqual([...finite, ...matrices].map(numbers));
  });

  test('gives the stated element types', () => {
    const dtypes = runPython(withNumpy!, assignments(numpyFormat)).map(({ dtype }) => dtype);
    expect(dtypes).toEqual(['float64', 'float64', 'float32', 'float64', 'uint8', 'int64', 'bool']);
  });

  test('loads .npy and .npz files', () => {
    const names = samples.map(({ name }) => name!);
    for (const sample of samples) writeFileSync(join(folder, `${sample.name}.npy`), writeNpy(sample));
    writeFileSync(join(folder, 'all.npz'), writeNpz(samples));
    const load = (source: string) => names.map((name) => `out.append(report(${source.replace('NAME', name)}))`);
    const single = runPython(withNumpy!, load(`np.load(r'${folder}/NAME.npy')`).join('\n'));
    const archive = runPython(withNumpy!, [`z = np.load(r'${folder}/all.npz')`, ...load("z['NAME']")].join('\n'));
    expect(numbersOf(single)).toEqual(expected);
    expect(numbersOf(archive)).toEqual(expected);
    expect(single.map(({ dtype }) => dtype)).toEqual([
      'float64',
      'float64',
      'float32',
      'float64',
      'uint8',
      'int64',
      'bool',
    ]);
  });
});

test.runIf(withTorch)('PyTorch runs the tensors', () => {
  const all = [...samples, ...edges];
  const code = `import torch\n${assignments(pytorchFormat, (name) => `${name}.numpy()`, all)}`;
  expect(numbersOf(runPython(withTorch!, code))).toEqual(all.map(numbers));
});

test.runIf(compiler)('a C compiler takes the arrays without a warning', () => {
  const parts = samples.map((sample) => {
    const element = `const __typeof__(${sample.name}${sample.array.shape.map(() => '[0]').join('')})`;
    const loop = `for (size_t k = 0; k < ${sample.array.data.length}; k++)`;
    const print = `  ${loop} { show((double)((${element} *)${sample.name})[k]); }\n  printf("\\n");`;
    return { declaration: cFormat.write(sample), print };
  });
  const program = `#include <stdio.h>
#include <string.h>
#include <stdint.h>
static void show(double value) { uint64_t bits; memcpy(&bits, &value, 8); printf("%llx ", (unsigned long long)bits); }
${parts.map(({ declaration }) => declaration).join('\n')}
int main(void) {
${parts.map(({ print }) => print).join('\n')}
  return 0;
}
`;
  const source = join(folder, 'arrays.c');
  const binary = join(folder, 'arrays');
  writeFileSync(source, program);
  run(compiler!, ['-std=gnu11', '-Wall', '-Wextra', '-Werror', '-o', binary, source]);
  const lines = run(binary, []).trim().split('\n');
  const positiveNaN = (bits: string) => (/^f?ff8/.test(bits) ? '7ff8000000000000' : bits);
  expect(lines.map((line) => line.trim().split(' ').map(positiveNaN))).toEqual(
    expected.map(({ bits }) => bits.map(positiveNaN)),
  );
});

test('Node runs the JavaScript', () => {
  for (const [index, sample] of samples.entries()) {
    const value = runInNewContext(`${javascriptFormat.write(sample)} ${sample.name}`) as number[];
    const flat: number[] = value.flat(Infinity);
    expect(bitsOf(flat), sample.name).toEqual(expected[index]!.bits);
  }
});

/** NaN has bits of its own in each program. */
const plainBits = (bits: string) => (/^[7f]ff8/.test(bits) ? '7ff8000000000000' : bits.replace(/^0+(?=.)/, ''));
const plainExpected = () => expected.map(({ bits }) => bits.map(plainBits).join(' '));
const reportedBits = (output: string) =>
  output
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(plainBits).join(' '));

test.runIf(isThere('octave'))('Octave runs the MATLAB code', () => {
  const script = join(folder, 'arrays.m');
  const show = `1;
function show(x)
  y = permute(double(x), ndims(x):-1:1);
  printf('%016x ', typecast(y(:)', 'uint64'));
  printf('\\n');
end
`;
  writeFileSync(
    script,
    show + samples.map((each) => `${matlabFormat.write(each)}\nshow(${each.name!})\nclear ${each.name!}`).join('\n'),
  );
  expect(reportedBits(run('octave', ['--no-gui', '--quiet', script]))).toEqual(plainExpected());
});

test.runIf(isThere('octave'))('Octave has a single number and arrays without an element', () => {
  const script = join(folder, 'edges.m');
  const show = (name: string) => `printf('%d ', size(${name}))\nprintf('\\n')`;
  writeFileSync(script, edges.map((each) => `${matlabFormat.write(each)}\n${show(each.name!)}`).join('\n'));
  const sizes = run('octave', ['--no-gui', '--quiet', script]);
  expect(sizes.trim().split(/ \n/)).toEqual(['1 1', '1 0', '2 0 3', '0 2']);
});

test.runIf(isThere('Rscript'))('R has a single number and arrays without an element', () => {
  const script = join(folder, 'edges.R');
  const show = (name: string) => `cat(length(${name}), dim(${name}), '\\n')`;
  writeFileSync(script, edges.map((each) => `${rFormat.write(each)}\n${show(each.name!)}`).join('\n'));
  const lines = run('Rscript', ['--vanilla', script]).trim().split('\n');
  expect(lines.map((line) => line.trim())).toEqual(['1', '0 0', '0 2 0 3', '0 0 2']);
});

test.runIf(isThere('Rscript'))('R runs the R code', () => {
  const script = join(folder, 'arrays.R');
  const show = `show <- function(x) {
  y <- if (is.null(dim(x))) x else aperm(x)
  bytes <- writeBin(as.double(as.vector(y)), raw(), endian = 'big')
  cat(apply(matrix(as.character(bytes), nrow = 8), 2, paste, collapse = ''), '\\n')
}
`;
  writeFileSync(script, show + samples.map((each) => `${rFormat.write(each)}\nshow(${each.name!})`).join('\n'));
  expect(reportedBits(run('Rscript', ['--vanilla', script]))).toEqual(plainExpected());
});
