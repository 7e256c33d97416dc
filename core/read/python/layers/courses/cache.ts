/** Arguments that pack others: parameter dictionaries and the caches of forward passes. */
import { LensError, msg } from '../../../../message';
import type { Call } from '../../library/call/Call';
import { isSequence, requireKnown } from '../../library/call/coerce';
import { describe } from '../../value/describe';
import type { Py } from '../../value/Py';

/** The items of the argument `cache`. */
export function cacheItems(call: Call, count: number): readonly Py[] {
  return requireItems(call.value('cache'), call, count);
}

/** The items of a cache, of which there must be `least` to `most`. */
export function requireItems(cache: Py, { callee }: Call, least: number, most = least): readonly Py[] {
  requireKnown(cache);
  if (!isSequence(cache))
    throw new LensError(msg('the cache of {0} must be a tuple, not {1}', callee, describe(cache)));
  const { items } = cache;
  if (items.length >= least && items.length <= most) return items;
  throw new LensError(msg('the cache of {0} has {1} item{1||s}; {2} {2|is|are} expected', callee, items.length, least));
}

/** `name` is what the message calls the dictionary. */
export function dictionaryItem(dictionary: Py, key: string, name: string): Py {
  requireKnown(dictionary);
  if (dictionary.kind !== 'dictionary')
    throw new LensError(msg('{0} must be a dictionary, not {1}', name, describe(dictionary)));
  const item = dictionary.entries.get(key);
  if (item) return item;
  throw new LensError(msg('{0} has no {1}', name, JSON.stringify(key)));
}
