/** `pd.DataFrame` as far as it holds a matrix of numbers: only its values are read. */
import { LensError, msg } from '../../../../message';
import type { PyArray } from '../../array/PyArray';
import { copyOf, permuteAxes } from '../../array/reshaping';
import type { Call } from '../../library/call/Call';
import { toArray } from '../../library/call/coerce';
import { pyInteger, pyList, pyTuple } from '../../value/constructors';
import type { Arguments, PyInstance } from '../../value/Py';
import { makeClass, makeInstance } from '../objects/classes';
import type { Builtins } from '../builtins/table';

/** Its other attributes are refused by name. */
const FRAME = makeClass(
  'DataFrame',
  [],
  new Map([['__getattr__', { kind: 'function', name: '__getattr__', call: refuse }]]),
);

export const PANDAS: Builtins = {
  DataFrame: ['data index? columns? dtype? copy?', frame],
};

function refuse({ positional }: Arguments): never {
  const { value } = positional.at(-1)!;
  throw new LensError(msg('{0} is not supported', `DataFrame.${value.kind === 'text' ? value.value : ''}`));
}

function frame(call: Call): PyInstance {
  if (!call.lacks('dtype')) throw new LensError(msg('{0} of {1} is not supported', 'dtype', call.callee));
  const values = valuesOf(call);
  if (values.shape.length !== 2) throw new LensError(msg('{0} is not supported', call.callee));
  const made = makeInstance(FRAME);
  made.attributes.set('values', values);
  made.attributes.set('shape', pyTuple(values.shape.map(pyInteger)));
  made.attributes.set('to_numpy', {
    kind: 'function',
    name: 'to_numpy',
    call: ({ positional, named }) => {
      if (positional.length + named.size > 0) throw new LensError(msg('{0} is not supported', 'to_numpy(…)'));
      return values;
    },
  });
  return made;
}

/** The columns of a dictionary in their order, or the rows of a list. */
function valuesOf(call: Call): PyArray {
  const data = call.value('data');
  if (data.kind !== 'dictionary') return call.array('data');
  if (!call.lacks('columns') || !call.lacks('index')) throw new LensError(msg('{0} is not supported', call.callee));
  return copyOf(permuteAxes(toArray(pyList([...data.entries.values()]), call.context)), call.context);
}
