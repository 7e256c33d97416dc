/** Generated programs against the real NumPy and PyTorch: equal, the same error, or refused; never silently different. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';
import { runsOf } from '../../../everything';

interface Row {
  /** What precedes the program, where it is not that of the file. */
  readonly setup?: string;
  readonly program: string;
  readonly output?: string;
  readonly error?: readonly [type: string, message: string, line?: number];
}

interface Programs {
  readonly setup: string;
  readonly rows: readonly Row[];
}

interface Outcome {
  readonly wrong: unknown[];
  readonly equal: number;
  /** Messages of refusals with the number of programs. */
  readonly refused: Map<string, number>;
}

const PYTHON = '/usr/bin/python3';
const FIXTURES = new URL('../../../fixtures/python/', import.meta.url);
const RANDOM = process.env['FAST_CHECK_SEED'] === 'random';
const NUMBER = /[-+]?(?:\d+\.?\d*(?:e[-+]?\d+)?|inf|nan)/g;
/** Single and half precision are summed in another order by SIMD loops and BLAS. */
const SINGLE = /float(32|16)|\b[sh]\b|torch/;
/** An assignment whose source overlaps its fancy-indexed target has no defined result. */
const UNDEFINED = /\[[^\]]*(\[|v%2)[^=]*\] = r\[::-1\]/;
/** A list with a scalar constructor reads as a printed list. */
const PRINTED = 'np.array([np.float32(1), 2])';

function agrees(found: string, expected: string, tolerance: number): boolean {
  if (found === expected) return true;
  if (found.replace(NUMBER, '#') !== expected.replace(NUMBER, '#')) return false;
  const [a, b] = [found.match(NUMBER) ?? [], expected.match(NUMBER) ?? []];
  return a.length === b.length && a.every((each, i) => close(each, b[i]!, tolerance));
}

function close(a: string, b: string, tolerance: number): boolean {
  if (a === b) return true;
  if (![a, b].some((text) => /[.e]/.test(text))) return false;
  const [x, y] = [Number(a), Number(b)];
  return Math.abs(x - y) <= tolerance * Math.max(Math.abs(y), 1e-3);
}

function compare({ setup, rows }: Programs): Outcome {
  const wrong: unknown[] = [];
  const refused = new Map<string, number>();
  let equal = 0;
  for (const row of rows) {
    const { program, output = '', error } = row;
    if (UNDEFINED.test(program) || program.includes(PRINTED)) continue;
    const source = (row.setup ?? setup) + program;
    const found = runCode(source);
    if (found.error?.type === 'NotSupported' || found.output.includes('<unknown>')) {
      const feature = (found.error?.message ?? 'an unknown value is printed').replace(/\d+/g, '#');
      refused.set(feature, (refused.get(feature) ?? 0) + 1);
      continue;
    }
    if (found.error && error && agrees(found.output, output, 1e-3)) {
      equal += Number(found.error.type === error[0]);
      continue;
    }
    const torch = source.includes('torch');
    const tolerance = torch ? 2e-4 : SINGLE.test(program) ? 1e-3 : 1e-11;
    if (!found.error && !error && agrees(found.output, output, tolerance)) equal += 1;
    else wrong.push({ program, found: found.error ?? found.output, expected: error ?? output });
  }
  return { wrong, equal, refused };
}

function committed(name: string): Programs {
  return JSON.parse(readFileSync(new URL(name, FIXTURES), 'utf8')) as Programs;
}

/** `command`: a script and what follows the number of programs and the seed. */
function generated(command: string, count: number): Programs {
  const [name = '', ...rest] = command.split(' ');
  const script = fileURLToPath(new URL(name, FIXTURES));
  const args = [script, String(count), String(RANDOM ? Date.now() % 1e6 : 5), ...rest];
  return JSON.parse(execFileSync(PYTHON, args, { encoding: 'utf8', maxBuffer: 2 ** 28 })) as Programs;
}

function report({ refused }: Outcome): void {
  const most = [...refused].sort((a, b) => b[1] - a[1]).slice(0, 20);
  console.log(most.map(([feature, count]) => `${count} ${feature}`).join('\n'));
}

describe.each([
  ['expressions', 'make_programs.py', 'programs.json', 300, 4000],
  ['statements, classes and tensors', 'make_scripts.py', 'scripts.json', 200, 3000],
  ['nested lists, arrays and their views under several names', 'make_states.py', 'states.json', 400, 6000],
  ['layers, views of views, indexed assignment, sums, einsum', 'make_kinds.py chains.txt', 'chains.json', 400, 6000],
])('%s', (_, script, sample, few, many) => {
  it('the committed sample: none is silently different, nine tenths are equal', () => {
    const programs = committed(sample);
    const { wrong, equal } = compare(programs);
    expect(wrong).toEqual([]);
    expect(equal).toBeGreaterThan(0.9 * programs.rows.length);
  });

  it.runIf(existsSync(PYTHON))('under the installed NumPy: none is silently different', { timeout: 600_000 }, () => {
    const outcome = compare(generated(script, RANDOM ? many : runsOf(few)));
    if (RANDOM) report(outcome);
    expect(outcome.wrong).toEqual([]);
  });
});

/** Objects, exceptions with their lines, formats, views, indices: every row is given exactly. */
it("the committed sample of classes, generators, formats, views and errors: output, message and line are CPython's", () => {
  const { setup, rows } = committed('kinds.json');
  const before = setup.split('\n').length - 1;
  const different = rows.flatMap(({ program, output, error }) => {
    const found = runCode(setup + program);
    const stopped = found.error && [found.error.type, found.error.message, found.error.line - before];
    const same = found.output === output && JSON.stringify(stopped) === JSON.stringify(error);
    return same ? [] : [{ program, found: stopped ?? found.output, expected: error ?? output }];
  });
  expect(different).toEqual([]);
  expect(rows.length).toBeGreaterThan(300);
});
