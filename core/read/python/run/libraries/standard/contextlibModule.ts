/** `contextlib`: context managers made of generator functions. */
import { PythonError, typeError } from '../../../runtime/PythonError';
import { NONE, pyBool } from '../../../value/constructors';
import { typeName } from '../../../value/typeName';
import type { Py, PyInstance, PyIterator } from '../../../value/Py';
import { makeClass, makeInstance } from '../../objects/classes';
import { exceptionOf, raised } from '../../operations/exceptions';
import { addMethod } from '../../objects/addMethod';
import type { Builtins } from '../../builtins/table';
import { isInstance } from '../../builtins/types';

const MANAGER = makeClass('_GeneratorContextManager', [], new Map());
const generators = new WeakMap<PyInstance, PyIterator>();

addMethod(MANAGER, '__enter__', (self) => {
  const first = generatorOf(self).next();
  if (first) return first;
  throw new PythonError('RuntimeError', "generator didn't yield");
});
addMethod(MANAGER, '__exit__', (self, { positional }, machine) => {
  const generator = generatorOf(self);
  const error = positional[1]?.value ?? NONE;
  if (error.kind === 'none') {
    if (generator.next()) throw new PythonError('RuntimeError', "generator didn't stop");
    return pyBool(false);
  }
  try {
    if (generator.throw!(raised(error, machine)) === undefined) return pyBool(true);
  } catch (thrown) {
    if (thrown instanceof PythonError && exceptionOf(thrown) === error) return pyBool(false);
    throw thrown;
  }
  throw new PythonError('RuntimeError', "generator didn't stop after throw()");
});

/** `suppress(…)`: its exceptions end the block and are not raised. */
const SUPPRESS = makeClass('suppress', [], new Map());
const suppressed = new WeakMap<PyInstance, readonly Py[]>();

addMethod(SUPPRESS, '__enter__', () => NONE);
addMethod(SUPPRESS, '__exit__', (self, { positional }, { context }) => {
  const error = positional[1]?.value ?? NONE;
  return pyBool(error.kind === 'instance' && suppressed.get(self)!.some((type) => isInstance(error, type, context)));
});

/** `nullcontext(value)`: gives the value, and does nothing else. */
const NULL_CONTEXT = makeClass('nullcontext', [], new Map());

addMethod(NULL_CONTEXT, '__enter__', (self) => self.attributes.get('enter_result')!);
addMethod(NULL_CONTEXT, '__exit__', () => NONE);

function generatorOf(self: PyInstance): PyIterator {
  return generators.get(self)!;
}

export const CONTEXTLIB: Builtins = {
  suppress: [
    '*exceptions',
    (call) => {
      const manager = makeInstance(SUPPRESS);
      suppressed.set(
        manager,
        call.rest.map(({ value }) => value),
      );
      return manager;
    },
  ],
  nullcontext: [
    'enter_result?',
    (call) => {
      const manager = makeInstance(NULL_CONTEXT);
      manager.attributes.set('enter_result', call.has('enter_result') ? call.value('enter_result') : NONE);
      return manager;
    },
  ],
  contextmanager: [
    'func',
    (call, machine): Py => {
      const callee = call.value('func');
      if (callee.kind !== 'function') throw typeError(`'${typeName(callee)}' object is not callable`);
      return {
        ...callee,
        call: (args) => {
          const made = machine.invoke(callee, args);
          if (made.kind !== 'iterator' || !made.throw) throw typeError(`'${typeName(made)}' object is not an iterator`);
          const manager = makeInstance(MANAGER);
          generators.set(manager, made);
          return manager;
        },
      };
    },
  ],
};
