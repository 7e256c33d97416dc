/** Real wrong results, known only from their printed numbers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPrinted, nameWrongNumbers } from '../../../../core/check';

interface Case {
  readonly id: string;
  readonly mistake: string;
  readonly input: string | null;
  readonly wrong_output: string | null;
  readonly right_output: string | null;
}

const { cases } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../fixtures/mistakes/cases.json'), 'utf8'),
) as {
  cases: Case[];
};
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
