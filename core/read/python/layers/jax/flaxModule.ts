/** Flax's `nn.Module`: fields from annotations, `init` and `apply` around `__call__`. */
import { LensError, msg } from '../../../../message';
import { libraryFunction } from '../../library/call/Call';
import { typeError } from '../../runtime/PythonError';
import { programOf } from '../../value/Program';
import type { Arguments, LayerObject, Py, PyInstance } from '../../value/Py';

const OPTIONS = 'rngs? mutable? method? train? training? deterministic?';

/** Sets the annotated fields of a new module; false for other classes. */
export function setFlaxFields({ class: type, attributes }: PyInstance, { positional, named }: Arguments): boolean {
  if (type.framework !== 'flax.linen.Module') return false;
  const fields = [...type.order].reverse().flatMap(({ annotated }) => annotated);
  if (positional.length > fields.length) throw typeError(`${type.name}() takes ${fields.length} arguments`);
  positional.forEach(({ value }, index) => attributes.set(fields[index]!, value));
  for (const [name, { value }] of named) attributes.set(name, value);
  return true;
}

/** `init` and `apply` of a module; undefined for other names and classes. */
export function flaxMember(value: PyInstance, name: string): Py | undefined {
  if (value.class.framework !== 'flax.linen.Module') return undefined;
  if (name === 'init') return libraryFunction(name, `*rest ${OPTIONS}`, (call) => drawnParameters(call.callee));
  if (name !== 'apply') return undefined;
  return libraryFunction(name, `variables *args ${OPTIONS}`, (call) => {
    const variables = call.value('variables');
    if (variables.kind === 'dictionary' && variables.entries.size > 0)
      throw new LensError(
        msg('the argument {0} of {1} is not supported', 'variables', call.callee),
        undefined,
        call.range,
      );
    return programOf(call.context).call(
      value,
      call.rest.map((argument) => argument.value),
    );
  });
}

/** The parameters that `init` draws: JAX's numbers are not reproduced, and their shapes are not kept. */
function drawnParameters(callee: string): LayerObject {
  return {
    kind: 'layer',
    callee,
    framework: 'numpy',
    weights: {},
    hasBias: false,
    apply: () => {
      throw typeError("'dict' object is not callable");
    },
  };
}
