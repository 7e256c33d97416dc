/** Real wrong results, known only from their printed numbers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPrinted, nameWrongNumbers } from '../../../../core/check';
import { COURSE_SOURCE } from '../../../../core/check/numbers/catalog/courseSource';
import { WRONG_LAYERS } from '../../../../core/check/numbers/catalog/wrongLayers';

interface Case {
  readonly id: string;
  readonly mistake: string;
  readonly input: string | null;
  readonly wrong_output: string | null;
  readonly right_output: string | null;
}

const { cases } = read('cases.json') as { cases: Case[] };
/** The course's functions in another form than the catalogue's, with one mistake each, run under NumPy. `id`: the mistake's. */
const written = read('written.json') as {
  id: string;
  function: string;
  mistake: string;
  input: string;
  wrong_output: string;
  right_output: string;
}[];
const withNumbers = cases.filter(({ input, wrong_output: wrong }) => input && wrong && !wrong.includes('Error'));

const IDS: Readonly<Record<string, string>> = {
  'bias in every product': 'bias-in-every-product',
  'rows used for columns': 'rows-columns-swapped',
  'rows and columns swapped': 'rows-columns-swapped',
  'all channels at once': 'all-channels',
  'window ignored': 'whole-plane',
  'gradients begin with random numbers': 'random-start',
  'gradients begin with random numbers; db has W’s shape': 'random-start',
  'gradient not distributed': 'not-distributed',
  'mask without the gradient': 'mask-without-gradient',
  'wrong average': 'wrong-divisor',
  'stride ignored': 'stride-ignored',
};

describe('checkPrinted: real outputs', () => {
  it.each(withNumbers)('$id: every right value agrees to its digits', ({ input, right_output: right }) => {
    const checks = checkPrinted(input!, right!);
    expect(checks.length).toBeGreaterThan(0);
    expect(checks.filter(({ agrees }) => !agrees)).toEqual([]);
  });
});

describe('nameWrongNumbers: real outputs', () => {
  it.each(withNumbers.filter(({ mistake }) => IDS[mistake]))(
    '$id: $mistake',
    ({ input, mistake, wrong_output: wrong }) => {
      expect(nameWrongNumbers(input!, wrong!).map(({ id }) => id)).toContain(IDS[mistake]);
    },
  );

  it('names nothing where the numbers are right', () => {
    const [first] = withNumbers;
    expect(nameWrongNumbers(first!.input!, first!.right_output!)).toEqual([]);
  });
});

describe('nameWrongNumbers: functions written for it, run under NumPy', () => {
  it.each(written)('$function: $mistake', ({ id, input, wrong_output: wrong }) => {
    expect(nameWrongNumbers(input, wrong).map((mistake) => mistake.id)).toEqual([id]);
  });

  it.each(written)('$function: the right numbers of the test of “$mistake” agree', ({ input, right_output: right }) => {
    const checks = checkPrinted(input, right);
    expect(checks.length).toBeGreaterThan(0);
    expect(checks.filter(({ agrees }) => !agrees)).toEqual([]);
  });
});

describe('the catalogue of wrong layers', () => {
  it.each(WRONG_LAYERS)('$operation: $id changes the function', ({ operation, changes }) => {
    for (const [from] of changes) expect(COURSE_SOURCE[operation]).toContain(from);
  });
});

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../../fixtures/mistakes', name), 'utf8'));
}
