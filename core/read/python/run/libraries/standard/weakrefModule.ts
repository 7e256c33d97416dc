/** `weakref.ref`. References are not counted here: where an object may have been freed, the reference is refused. */
import { LensError, msg } from '../../../../../message';
import type { Py } from '../../../value/Py';
import type { Builtins } from '../../builtins/table';
import type { Machine } from '../../machine/Machine';
import { unreached } from '../../objects/freedObjects';

export const WEAKREF: Builtins = {
  ref: ['object callback?', (call, machine) => reference(call.value('object'), machine)],
};

function reference(object: Py, machine: Machine): Py {
  return {
    kind: 'function',
    name: 'weakref',
    call: ({ range }) => {
      // In a function, its local variables may hold the object.
      const mayBeFreed = machine.depth === 0 || /\bdel\b/.test(machine.text);
      if (mayBeFreed && unreached([object], machine.held).size > 0)
        throw new LensError(msg('{0} is not supported', 'weakref.ref'), undefined, range);
      return object;
    },
  };
}
