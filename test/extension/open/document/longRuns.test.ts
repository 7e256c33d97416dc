/** Long runs of one character, such as an image in Base64, change nothing and take no quadratic time. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { runsOf } from '../../../everything';

const RUNS = ['a', 'a_', 'a ', '$', ' ', ' \n', '['];
const LENGTH = runsOf(60_000);

const TEXTS = [
  ['python', 'import torch.nn.functional as F\n# ', '\ny = F.max_pool2d(torch.tensor([[[[1., 2.], [3., 4.]]]]), 2)\n'],
  ['javascript', '// ', "\nconst y = tf.maxPool(tf.tensor4d([1, 2, 3, 4], [1, 2, 2, 1]), 2, 2, 'valid');\n"],
  ['markdown', 'Max pooling with stride ', ' 2 of a 2x2 window on\n\n1 2\n3 4\n'],
] as const;

it.each(TEXTS.flatMap(([languageId, before, after]) => RUNS.map((run) => [languageId, run, before, after] as const)))(
  '%s with %j repeated',
  (languageId, run, before, after) => {
    const text = before + run.repeat(LENGTH / run.length) + after;
    const opened = openText({ text, languageId });
    if (languageId === 'markdown') expect(opened.kind).not.toBe('refused');
    else
      expect(opened).toMatchObject({ kind: 'layer', operation: 'pool_forward', options: { mode: 'max', kernel: 2 } });
  },
);

it('thousands of arrays, each with its name, are not searched for uses one by one', () => {
  const text = Array.from({ length: 8000 }, (_, k) => `x${k} = [[1, 2], [3, 4]]`).join('\n');
  expect(openText({ text, languageId: 'plaintext' }).kind).not.toBe('refused');
});
