/** The items of what a loop, an unpacking or `list(…)` goes through. */
import { LensError, msg } from '../../../message';
import { isSequence, requireKnown } from '../library/coerce';
import { scalarOf } from '../library/scalarOf';
import { describe, type Py } from '../value';
import { MAX_STEPS, type Context } from './Context';

export function iterate(value: Py, context: Context): Py[] {
  requireKnown(value);
  const items = itemsOf(value);
  if (items.length > MAX_STEPS) {
    throw new LensError(msg('a range of {0} steps is more than the {1} that are run', items.length, MAX_STEPS));
  }
  context.spend(items.length);
  return items;
}

function itemsOf(value: Py): Py[] {
  if (isSequence(value)) return value.items;
  if (value.kind === 'text') return Array.from(value.value, (each) => ({ kind: 'text', value: each }));
  if (value.kind === 'dictionary') {
    return [...value.entries.keys()].map((key) =>
      typeof key === 'string' ? { kind: 'text', value: key } : { kind: 'number', value: key, dtype: 'int64' },
    );
  }
  const [length, ...shape] = value.kind === 'array' ? value.shape : [];
  if (value.kind !== 'array' || length === undefined) {
    throw new LensError(msg('{0} cannot be gone through item by item', describe(value)));
  }
  const [stride, ...strides] = value.strides;
  const count = Math.min(length, MAX_STEPS + 1);
  return Array.from({ length: count }, (_, i) =>
    scalarOf({ ...value, offset: value.offset + i * stride!, shape, strides }),
  );
}
