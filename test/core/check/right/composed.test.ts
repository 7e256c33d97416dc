/** Programs composed at random are right: none of them is accused. `CHECK_CORPUS=all`: 500 of them. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';
import { composeProgram } from '../composed/composeProgram';
import { everything } from '../../../everything';

const count = everything ? 500 : 24;

it(`checkCode: ${count} composed programs agree on their own case and on all others`, { timeout: 600_000 }, () => {
  for (let seed = 0; seed < count; seed++) {
    const { source, label } = composeProgram(seed);
    const checks = checkCode(source, { budget: 1 });
    const wrong = checks.filter(({ agrees, refused, unseen }) => !agrees || refused || unseen.length > 0);
    expect([label, checks.length, wrong.map(({ error, shape }) => error?.message ?? shape)]).toEqual([label, 1, []]);
  }
});
