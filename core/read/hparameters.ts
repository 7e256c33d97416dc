/** The course's `hparameters` in the core's terms. Window starts at h·stride − pad; ties share, as the course's mask does. */
import { isReadonlyArray } from '../isReadonlyArray';
import type { Conv2dOptions, Pair, Pool2dOptions } from '../layer/options';
import { LensError, msg } from '../message';
import type { Value } from './ParseResult';

export type Hyperparameters = Readonly<Record<string, Value>>;

/** `{"stride": 2, "pad": 1}`. Throws a LensError that names a value that is missing or not a number. */
export function convOptionsOf(hparameters: Hyperparameters): Conv2dOptions {
  return { stride: pairOf(hparameters, 'stride'), padding: pairOf(hparameters, 'pad') };
}

/** `{"stride": 2, "f": 3}`, and `pad` where it is given. `mode` is `max` or `average`. */
export function poolOptionsOf(hparameters: Hyperparameters, mode: string): Pool2dOptions {
  if (mode !== 'max' && mode !== 'average') {
    throw new LensError(msg("mode must be 'max' or 'average', not {0}", JSON.stringify(mode)), 'mode');
  }
  const padding = Object.hasOwn(hparameters, 'pad') ? { padding: pairOf(hparameters, 'pad') } : {};
  return { mode, kernel: pairOf(hparameters, 'f'), stride: pairOf(hparameters, 'stride'), ...padding, ties: 'all' };
}

function pairOf(hparameters: Hyperparameters, key: 'stride' | 'pad' | 'f'): Pair {
  const value = Object.hasOwn(hparameters, key) ? hparameters[key] : undefined;
  const field = key === 'f' ? 'kernel' : key;
  if (value === undefined) throw new LensError(msg('hparameters has no {0}', JSON.stringify(key)), field);
  if (typeof value === 'number') return value;
  if (isReadonlyArray(value) && value.length === 2) {
    const [vertical, horizontal] = value;
    if (typeof vertical === 'number' && typeof horizontal === 'number') return [vertical, horizontal];
  }
  throw new LensError(msg('hparameters[{0}] must be a number or a pair of numbers', JSON.stringify(key)), field);
}
