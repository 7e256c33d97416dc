/** Layer calls by name, and what each gives: a convolution or a pooling in the course's terms. */
import type { CallContent, CallSite } from '../../LayerCall';
import type { CallArguments } from './CallArguments';

export type Reading = CallContent<'conv_forward' | 'pool_forward'> & Pick<CallSite, 'layout'>;

export type LayerTable = Readonly<Record<string, (call: CallArguments) => Reading>>;
