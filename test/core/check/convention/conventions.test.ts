/** Conventions that are named next to a mistake. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

it('the bias in every product: a repair, and the edition of the course that expects it', () => {
  const source = readFileSync('test/programs/functions/wrong/ss_bias_in_sum.py', 'utf8');
  const [check] = checkCode(source);
  expect(check!.mistakes.map(({ id, verified }) => [id, verified])).toContainEqual(['bias-in-every-product', true]);
  expect(check!.convention).toContain('2017');
});
