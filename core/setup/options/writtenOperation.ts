/** The operation that data name, as the entry of a model's graph does: `"op_type": "AveragePool"`. */
import { isDictionary } from '../../read/isDictionary';
import type { Value } from '../../read/ParseResult';

export type WrittenOperation = { readonly kind: 'conv' | 'relu' } | { readonly kind: 'max' | 'average' } | Other;

/** Another operation than those of the layers. */
interface Other {
  readonly kind: 'other';
  readonly name: string;
}

/** Undefined where no entry names an operation. */
export function writtenOperation(values: Readonly<Record<string, Value>>): WrittenOperation | undefined {
  const [name, ...others] = operationNames(values);
  if (name === undefined || others.length > 0) return pooledByName(values);
  const [, kind] = KINDS.find(([pattern]) => pattern.test(name)) ?? [];
  return kind ? { kind } : { kind: 'other', name };
}

/** The names in the values themselves, else those of the entries in them: `{"node": {"op_type": "Conv"}}`. */
function operationNames(values: Readonly<Record<string, Value>>): string[] {
  const own = Object.entries(values).find(([key, value]) => KEY.test(key) && typeof value === 'string')?.[1];
  if (typeof own === 'string') return [own];
  return Object.values(values).flatMap((value) => (isDictionary(value) ? operationNames(value) : []));
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
