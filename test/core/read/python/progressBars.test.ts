/** Progress bars of tqdm. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../core/check';

it('the items of an iterable under a progress bar, and methods of a bar without effect', () => {
  const source = `from tqdm import tqdm
import tqdm as bars
from tqdm.notebook import tqdm as notebook
items = [i for i in tqdm(range(3), desc='rows', leave=False)]
for k, i in enumerate(notebook([4, 5])):
    items.append(i * k)
with bars.tqdm(total=2) as bar:
    for i in range(2):
        bar.set_postfix(loss=i)
        bar.update(1)
print(items)`;
  expect(runCode(source)).toMatchObject({ output: '[0, 1, 2, 0, 5]\n' });
});

it('an attribute of a bar that is not known is refused by name', () => {
  const { error } = runCode('from tqdm import tqdm\nbar = tqdm(range(3))\nprint(bar.n)');
  expect(error?.type).toBe('NotSupported');
  expect(error?.message).toContain('tqdm.n');
});
