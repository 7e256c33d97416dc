/** `types`: the namespace whose attributes are its arguments. */
import { typeError } from '../../../runtime/PythonError';
import { NONE, pyBool, pyText } from '../../../value/constructors';
import { makeClass } from '../../objects/classes';
import { NOT_IMPLEMENTED } from '../../objects/callSpecial';
import { isEqual } from '../../operations/equality';
import { reprOf } from '../../text/reprOf';
import { addMethod } from '../../objects/addMethod';

export const SIMPLE_NAMESPACE = makeClass('SimpleNamespace', [], new Map());

addMethod(SIMPLE_NAMESPACE, '__init__', (self, { positional, named }) => {
  if (positional.length > 0) throw typeError('no positional arguments expected');
  for (const [name, { value }] of named) self.attributes.set(name, value);
  return NONE;
});
addMethod(SIMPLE_NAMESPACE, '__repr__', (self, _args, machine) => {
  const items = [...self.attributes].map(([name, value]) => `${name}=${reprOf(value, machine)}`);
  return pyText(`namespace(${items.join(', ')})`);
});
addMethod(SIMPLE_NAMESPACE, '__eq__', (self, { positional }, machine) => {
  const other = positional[0]?.value;
  if (other?.kind !== 'instance' || other.class !== SIMPLE_NAMESPACE) return pyText(NOT_IMPLEMENTED);
  const [own, given] = [self.attributes, other.attributes];
  return pyBool(
    own.size === given.size && [...own].every(([name, value]) => isEqual(value, given.get(name) ?? NONE, machine)),
  );
});
