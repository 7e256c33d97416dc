/** `tqdm`: the items of an iterable; the progress bar is not printed. */
import { LensError, msg } from '../../../../message';
import { NONE, pyText } from '../../value/constructors';
import type { Py, PyInstance } from '../../value/Py';
import { iterator } from '../builtins/iterators';
import type { Builtins } from '../builtins/table';
import { addMethod } from '../objects/addMethod';
import { makeClass, makeInstance } from '../objects/classes';
import { iteratorOf } from '../operations/iterate';

const BAR = makeClass('tqdm', [], new Map());
const items = new WeakMap<PyInstance, Py>();

addMethod(BAR, '__iter__', (self, _, machine) => iterator('tqdm', iteratorOf(items.get(self) ?? NONE, machine)));
addMethod(BAR, '__enter__', (self) => self);
for (const name of 'update close refresh reset clear set_description set_description_str set_postfix set_postfix_str __exit__'.split(
  ' ',
))
  addMethod(BAR, name, () => NONE);
addMethod(BAR, '__getattr__', (_, { positional }) => {
  const [name = pyText('')] = positional.map(({ value }) => value);
  throw new LensError(msg('{0} is not supported', name.kind === 'text' ? `tqdm.${name.value}` : 'tqdm'));
});

export const TQDM: Builtins = {
  tqdm: [
    'iterable? desc? total? leave? file? ncols? mininterval? maxinterval? miniters? ascii? disable? unit? unit_scale? ' +
      'dynamic_ncols? smoothing? bar_format? initial? position? postfix? unit_divisor? colour?',
    (call) => {
      const bar = makeInstance(BAR);
      if (call.has('iterable')) items.set(bar, call.value('iterable'));
      return bar;
    },
  ],
};
