/** Methods of classes of the text, bound to the object they were found on. */
import type { Py, PyClass, PyInstance, PySequence } from '../../value/Py';

export function bindMethod(member: Py, self: PyInstance | PyClass | PySequence): Py {
  switch (member.kind) {
    case 'staticmethod':
      return member.get;
    case 'classmethod':
      return bound(member.get, self.kind === 'instance' ? self.class : self);
    case 'function':
      // Functions of the library are not bound as methods: a class attribute such as `act = np.tanh` stays as it is.
      return member.user && self.kind !== 'class' ? bound(member, self) : member;
    default:
      return member;
  }
}

function bound(method: Py, self: Py): Py {
  if (method.kind !== 'function') return method;
  return {
    ...method,
    call: (args, context) =>
      method.call({ ...args, positional: [{ value: self, range: args.range }, ...args.positional] }, context),
  };
}
