/** What calling a value does. */
import { LensError, msg } from '../../../message';
import { Call } from '../library/Call';
import { conversion, isWithoutEffect, unknownMember } from '../library/namespaces';
import type { Arguments } from '../library/signature';
import { NONE, describe, type Py } from '../value';
import type { Context } from './Context';

export function callValue(callee: Py, args: Arguments, context: Context): Py {
  switch (callee.kind) {
    case 'function':
      return callee.call(args, context);
    case 'dtype':
      return conversion(callee.dtype).call(args, context);
    case 'layer':
      return callee.apply(new Call('input', args, context), callee.weights);
    case 'namespace':
      if (isWithoutEffect(callee.path)) return NONE;
      throw unknownMember(callee.path, args.callee);
    default:
      throw new LensError(msg('{0} cannot be called', describe(callee)));
  }
}
