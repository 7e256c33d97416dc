/** The operation that data name, as the entry of a model's graph does: `"op_type": "AveragePool"`. */
import type { Value } from '../../read/ParseResult';

export type WrittenOperation = { readonly kind: 'conv' | 'relu' } | { readonly kind: 'max' | 'average' } | Other;

/** Another operation than those of the layers. */
interface Other {
  readonly kind: 'other';
  readonly name: string;
}

/** Undefined where no entry names an operation. */
export function writtenOperation(values: Readonly<Record<string, Value>>): WrittenOperation | undefined {
  const [, name] = Object.entries(values).find(([key, value]) => KEY.test(key) && typeof value === 'string') ?? [];
  if (typeof name !== 'string') return pooledByName(values);
  const [, kind] = KINDS.find(([pattern]) => pattern.test(name)) ?? [];
  return kind ? { kind } : { kind: 'other', name };
}

/** A pooling that the name of an example begins with: `"name": "averagePool2d with strides"`. */
function pooledByName({ name }: Readonly<Record<string, Value>>): WrittenOperation | undefined {
  const [, max] = (typeof name === 'string' && /^(?:(max)|avg|average|mean)_?pool/i.exec(name)) || [undefined, null];
  return max === null ? undefined : { kind: max === undefined ? 'average' : 'max' };
}

const KEY = /^(?:op|op_?type|operator(?:_?type)?|layer_?type)$/i;

const KINDS = [
  [/^(?:quantized_?)?(?:conv|convolution)(?:_?[12]d)?(?:_?layer)?$/i, 'conv'],
  [/^relu(?:_?layer)?$/i, 'relu'],
  [/^max_?pool(?:ing)?(?:_?[12]d)?(?:_?layer)?$/i, 'max'],
  [/^(?:avg|average|mean)_?pool(?:ing)?(?:_?[12]d)?(?:_?layer)?$/i, 'average'],
] as const;
