/** Layer calls by name, and what each gives: a convolution or a pooling in the course's terms. */
import type { CallContent, CallSite } from '../../LayerCall';
import { LensError, msg } from '../../../message';
import type { CallArguments } from './CallArguments';

export type Reading = CallContent<
  | 'conv_forward'
  | 'conv_transpose_forward'
  | 'conv_backward'
  | 'pool_forward'
  | 'pool_backward'
  | 'zero_pad'
  | 'relu_forward'
> &
  Pick<CallSite, 'layout' | 'notes'>;

export type LayerTable = Readonly<Record<string, (call: CallArguments) => Reading>>;

/** Refuses a layer that is known and cannot be shown. */
export function unsupportedLayer({ callee, range }: CallArguments): never {
  throw new LensError(msg('{0} is not supported', callee), undefined, range);
}
