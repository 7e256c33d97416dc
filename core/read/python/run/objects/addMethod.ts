/** Methods of the built-in classes. */
import { typeError } from '../../runtime/PythonError';
import type { Arguments, Py, PyClass, PyInstance } from '../../value/Py';
import { machineOf, type Machine } from '../machine/Machine';

/** The class's own method of this name stays. */
export function addMethod(
  type: PyClass,
  name: string,
  run: (self: PyInstance, args: Arguments, machine: Machine) => Py,
): void {
  if (type.members.has(name)) return;
  type.members.set(name, {
    kind: 'function',
    name,
    user: { parameters: ['self'], required: ['self'], doc: undefined, attributes: new Map() },
    call: (args, context) => {
      const [self, ...positional] = args.positional;
      if (self?.value.kind !== 'instance') throw typeError(`${type.name}.${name}() needs an instance`);
      return run(self.value, { ...args, positional }, machineOf(context));
    },
  });
}
