/** Generated NumPy programs against the real NumPy: equal, the same error, or refused; never silently different. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

interface Programs {
  readonly setup: string;
  readonly rows: readonly { readonly program: string; readonly output?: string; readonly error?: [string, string] }[];
}

const PYTHON = '/usr/bin/python3';
const FIXTURES = new URL('../../../fixtures/python/', import.meta.url);
const NUMBER = /[-+]?(?:\d+\.?\d*(?:e[-+]?\d+)?|inf|nan)/g;
/** Single and half precision are summed in another order by NumPy's SIMD loops and BLAS. */
const SINGLE = /float(32|16)|\b[sh]\b/;
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

function differences({ setup, rows }: Programs): { wrong: unknown[]; equal: number } {
  const wrong: unknown[] = [];
  let equal = 0;
  for (const { program, output, error } of rows) {
    if (UNDEFINED.test(program) || program.includes(PRINTED)) continue;
    const found = runCode(setup + program);
    if (found.error) {
      equal += Number(found.error.type === error?.[0]);
      continue;
    }
    const tolerance = SINGLE.test(program) ? 1e-3 : 1e-11;
    if (output !== undefined && agrees(found.output, output, tolerance)) equal += 1;
    else wrong.push({ program, found: found.output, expected: output ?? error });
  }
  return { wrong, equal };
}

describe('NumPy programs', () => {
  it('the committed sample: none is silently different, nine tenths are equal', () => {
    const programs = JSON.parse(readFileSync(new URL('programs.json', FIXTURES), 'utf8')) as Programs;
    const { wrong, equal } = differences(programs);
    expect(wrong).toEqual([]);
    expect(equal).toBeGreaterThan(0.9 * programs.rows.length);
  });

  it.runIf(existsSync(PYTHON))('300 programs under the installed NumPy: none is silently different', () => {
    const random = process.env['FAST_CHECK_SEED'] === 'random';
    const made = fileURLToPath(new URL('make_programs.py', FIXTURES));
    const args = [made, random ? '4000' : '300', String(random ? Date.now() % 1e6 : 5)];
    const programs = JSON.parse(execFileSync(PYTHON, args, { encoding: 'utf8', maxBuffer: 2 ** 28 })) as Programs;
    expect(differences(programs).wrong).toEqual([]);
  });
});
