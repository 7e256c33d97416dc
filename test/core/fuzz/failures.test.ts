/** Inputs on which a reader once failed, and a short run of new ones. `npm run fuzz` finds more. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LensError, msg } from '../../../core/message';
import { inputOf, type Failure } from './failures';
import { judge } from './judge';
import { targets, type Target } from './targets';
import { inputAt } from './worker';
import { seedTexts } from './texts';

const fixtures = new URL('../../fixtures', import.meta.url).pathname;
const files = readdirSync(`${fixtures}/failures`).filter((name) => name.endsWith('.json'));

describe('an input that once failed', () => {
  test.each(files)('%s', (file) => {
    const failure = JSON.parse(readFileSync(`${fixtures}/failures/${file}`, 'utf8')) as Failure;
    const target = targets.find(({ name }) => name === failure.target)!;
    const verdicts = [1, 2].map(() => judge(target, inputOf(failure)));
    expect(verdicts[0]!.problem).toBeUndefined();
    // Of the processor, the better of two, and several times what any of them takes: an input that once hung.
    expect(Math.min(...verdicts.map(({ milliseconds }) => milliseconds))).toBeLessThan(target.longest ?? 1000);
  });
});

test.each(targets.map((target): readonly [string, Target] => [target.name, target]))(
  '%s: the inputs from number 1 on have no problem',
  (_, target) => {
    const seeds = seedTexts(fixtures);
    const count = target.longest === undefined ? 50 : 4;
    for (let number = 1; number <= count; number++) {
      const { problem } = judge(target, inputAt(target, number, seeds));
      if (problem !== undefined) expect({ number, problem }).toBeUndefined();
    }
  },
  120_000,
);

test.each([
  [() => ({ errors: [{ detail: msg('axis {0} does not exist') }] }), 'incomplete message: axis {0} does not exist'],
  [() => ({ errors: [{ detail: msg('axis {0} does not exist', 3) }] }), undefined],
  [
    () => {
      throw new TypeError('find is not a function');
    },
    'find is not a function',
  ],
  [
    () => {
      throw new LensError(msg('axis {0} does not exist', 1));
    },
    undefined,
  ],
])('the judge: %s', (read, expected) => {
  const { problem } = judge({ name: 'x', share: 1, make: () => '', read }, '');
  if (expected === undefined) expect(problem).toBeUndefined();
  else expect(problem).toContain(expected);
});
