/** PyTorch as a caller, and what its argument lists share. */
import { LensError, msg } from '../../../../message';
import type { Call } from '../../library/call/Call';
import { tensorTypeName } from '../../array/productTypes';
import type { Context } from '../../runtime/Context';
import { PythonError, typeError } from '../../runtime/PythonError';
import { typeName } from '../../value/typeName';
import type { Caller } from '../Caller';
import type { ConvRequest } from '../forward';

/** `name`: as written where the layer was made. `axes`: 1 for sequences. */
export function torchCaller({ callee, range }: Call, name = callee, axes?: 1): Caller {
  return { callee: name, range, notation: 'pytorch', layout: 'nchw', ...(axes && { is1d: true }) };
}

export function unsupportedArgument({ callee, range }: Call, name: string): LensError {
  return new LensError(msg('the argument {0} of {1} is not supported', name, callee), undefined, range);
}

/** PyTorch takes neither None nor a bool for these and `other`; only the stride of a pool may be None. */
export function requireIntegers(call: Call, other: string): void {
  for (const name of [other, 'padding', 'output_padding', 'dilation', 'groups']) {
    const type = call.has(name) ? typeName(call.value(name)) : '';
    if (type === 'NoneType' || type === 'bool')
      throw typeError(`${call.callee.split('.').pop()!}(): argument '${name}' must be tuple of ints, not ${type}`);
  }
}

/** PyTorch converts no type here. */
export function requireOneType(
  { input, filter, bias }: Pick<ConvRequest, 'input' | 'filter' | 'bias'>,
  context: Context,
): void {
  if (!context.isStrict) return;
  const [given, other] = [input, bias?.dtype === input.dtype ? filter : (bias ?? filter)].map(
    (each) => each?.dtype ?? '',
  );
  if (other === '' || given === other) return;
  const [own, wanted] = [tensorTypeName(given!), tensorTypeName(other!)];
  throw new PythonError(
    'RuntimeError',
    bias && bias.dtype !== input.dtype
      ? `Input type (${own.toLowerCase()}) and bias type (${wanted.toLowerCase()}) should be the same`
      : `expected scalar type ${own} but found ${wanted}`,
  );
}
