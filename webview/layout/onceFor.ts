/** What follows from items is computed once: the layout asks for the same with other heights and in other forms. */
import type { ItemSize } from './StageLayout';

/** Values by items and by a key of all else that they follow from. */
export function onceFor<Value>(): (items: readonly ItemSize[], key: string, make: () => Value) => Value {
  const known = new WeakMap<readonly ItemSize[], Map<string, Value>>();
  return (items, key, make) => {
    const ofItems = known.get(items) ?? new Map<string, Value>();
    const value = ofItems.has(key) ? ofItems.get(key)! : make();
    known.set(items, ofItems.set(key, value));
    return value;
  };
}
