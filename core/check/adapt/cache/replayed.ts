/** Arguments of a backward function that its forward function made: masks, windows, caches in any form. */
import type { NdArray } from '../../../array/NdArray';
import type { RecordedCall } from '../../run/Runner';
import { isNestedList, type ProgramValue } from '../../run/ProgramValue';
import type { Definitions, SourceFunction, SourceParameter } from '../../source/Definition';
import { KEPT } from '../roles/returnedResults';
import { roleOf, type Role } from '../roles/roles';

export interface Replayed {
  /** The function whose result is passed on. */
  readonly forward: SourceFunction;
  readonly recorded: RecordedCall;
  /** Source of each argument by parameter, from the result `_made` of the forward function. */
  readonly sources: ReadonlyMap<string, string>;
}

/** The layer's own arrays: the driver makes them. */
const ARRAYS: readonly (Role | undefined)[] = ['input', 'filter', 'bias', 'gradient'];

/** Undefined where no recorded argument is a result of another function of the text. */
export function replayedArguments(
  { name, parameters }: SourceFunction,
  recorded: RecordedCall,
  calls: readonly RecordedCall[],
  { functions }: Definitions,
): Replayed | undefined {
  const isGradientNamed = parameters.some((parameter) => roleOf(parameter.name) === 'gradient');
  for (const call of calls) {
    const forward = functions.find((each) => each.name === call.name);
    if (!forward || call.name === name || !call.result) continue;
    const sources = new Map<string, string>();
    for (const parameter of parameters.filter((each) => isOpen(each))) {
      const value = recorded.args.get(parameter.name);
      const source = value && isKept(parameter, value) ? sourceIn(call.result, value) : undefined;
      // The output itself can be given as its gradient.
      const isOutput = value?.kind === 'array' && (source === '_made' || source === '_made[0]');
      if (source !== undefined && (isGradientNamed || !isOutput)) sources.set(parameter.name, source);
    }
    if (sources.size > 0) return { forward, recorded: call, sources };
  }
  return undefined;
}

/** Arguments by the names of what the forward function returns, where the text does not call them; its output next to a gradient. */
export function namedResults(
  { parameters }: SourceFunction,
  forward: SourceFunction | undefined,
  returned: readonly string[],
): Pick<Replayed, 'forward' | 'sources'> | undefined {
  const isGiven = (name: string): boolean => forward?.parameters.some((each) => each.name === name) === true;
  const hasGradient = parameters.some(({ name }) => roleOf(name) === 'gradient');
  const open = parameters.filter(({ name }) => {
    const place = returned.indexOf(name);
    const isKept = place > 0 || (place === 0 && hasGradient && (roleOf(name) === undefined || KEPT.output.test(name)));
    return isKept && roleOf(name) !== 'cache' && !isGiven(name);
  });
  if (!forward || open.length === 0) return undefined;
  const sourceOf = (name: string): string => (returned.length === 1 ? '_made' : `_made[${returned.indexOf(name)}]`);
  return { forward, sources: new Map(open.map(({ name }) => [name, sourceOf(name)])) };
}

function isOpen({ name, star }: SourceParameter): boolean {
  return star === undefined && !ARRAYS.includes(roleOf(name, ['gradient', 'filter']));
}

/** `_made`, or an item of it. */
function sourceIn(result: ProgramValue, value: ProgramValue): string | undefined {
  if (isSameValue(result, value)) return '_made';
  if (result.kind !== 'sequence') return undefined;
  const k = result.items.findIndex((item) => isSameValue(item, value));
  return k < 0 ? undefined : `_made[${k}]`;
}

/** Other values than arrays are the same by chance, except a shape that is passed as a cache. */
function isKept({ name }: SourceParameter, value: ProgramValue): boolean {
  // The driver makes a dictionary of weights and options itself.
  if (roleOf(name) === 'options' && isOfKnownRoles(value)) return false;
  return holdsArrays(value) || (roleOf(name) === 'cache' && value.kind === 'sequence');
}

const OPTIONS: readonly Role[] = ['stride', 'pad', 'kernel', 'kernelRows', 'kernelCols', 'mode', 'bias'];

function isOfKnownRoles(value: ProgramValue): boolean {
  if (value.kind !== 'dictionary') return false;
  const roles = [...value.entries].map(([key, item]) =>
    roleOf(String(key), holdsArrays(item) ? ['filter', 'bias'] : OPTIONS),
  );
  return roles.includes('filter') && roles.every((role) => role === 'filter' || (role && OPTIONS.includes(role)));
}

function holdsArrays(value: ProgramValue): boolean {
  if (value.kind === 'array') return value.array.data.length > 1;
  if (value.kind === 'sequence') return isNestedList(value) || value.items.some(holdsArrays);
  return value.kind === 'dictionary' && [...value.entries.values()].some(holdsArrays);
}

export function isSameValue(a: ProgramValue, b: ProgramValue): boolean {
  if (a.kind === 'array' && b.kind === 'array') return areEqual(a.array, b.array);
  if (a.kind === 'sequence' && b.kind === 'sequence') {
    return a.items.length === b.items.length && a.items.every((item, k) => isSameValue(item, b.items[k]!));
  }
  if (a.kind === 'dictionary' && b.kind === 'dictionary') {
    return (
      a.entries.size === b.entries.size &&
      [...a.entries].every(([key, item]) => {
        const other = b.entries.get(key);
        return other !== undefined && isSameValue(item, other);
      })
    );
  }
  if (a.kind === 'number' && b.kind === 'number') return a.value === b.value;
  if (a.kind === 'text' && b.kind === 'text') return a.value === b.value;
  return a.kind === b.kind && a.kind !== 'array' && a.kind !== 'sequence' && a.kind !== 'dictionary';
}

function areEqual(a: NdArray, b: NdArray): boolean {
  return a.shape.join() === b.shape.join() && a.data.every((value, k) => Object.is(value, b.data[k]));
}
