/** Converts a program's variables to a ParseResult. */
import { budget } from '../../../../budget';
import { LensError } from '../../../../message';
import type { ParsedArray, ParseResult, TextRange, Value } from '../../../ParseResult';
import { isWhole, publish, rangesOf, type PyArray } from '../../array/PyArray';
import { isSequence, toArray } from '../../library/call/coerce';
import type { Py } from '../../value/Py';
import type { Context } from '../../runtime/Context';
import type { GlobalVariable } from '../interpreter/Globals';
import type { LooseValue } from './LenientRun';
import type { Machine } from '../machine/Machine';
import { toValue } from '../../value/toValue';

/** Arrays in the order of the text; what would take too much work is left out and reported. */
export function resultOf(
  variables: readonly GlobalVariable[],
  loose: readonly LooseValue[],
  { context }: Pick<Machine, 'context'>,
): ParseResult {
  const arrays: ParsedArray[] = [];
  const values: Record<string, Value> = {};
  for (const variable of variables) {
    const { name, value, range } = variable;
    if (!value) continue;
    attempt(context, range, () => {
      const array = asArray(value, context);
      if (array) arrays.push(parsedArray(array, range, value, context, name));
      else addValue(values, name, value, context);
    });
  }
  for (const { value, range } of loose) {
    attempt(context, range, () => {
      const array = asArray(value, context);
      if (array) arrays.push(parsedArray(array, range, value, context));
    });
  }
  arrays.sort((a, b) => a.range[0] - b.range[0]);
  return { arrays, calls: context.calls, values, errors: context.errors };
}

function attempt(context: Context, range: TextRange, run: () => void): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof LensError)) throw error;
    context.report(error, range);
  }
}

/** Arrays, and regular lists of numbers. */
function asArray(value: Py, context: Context): PyArray | undefined {
  if (value.kind === 'array') return value;
  if (value.kind !== 'list' || !looksNumeric(value, context, 0)) return undefined;
  try {
    return toArray(value, context);
  } catch (error) {
    // A ragged list is a value, not an array.
    if (error instanceof LensError) return undefined;
    throw error;
  }
}

function looksNumeric(value: Py, context: Context, depth: number): boolean {
  context.spend(1);
  if (value.kind === 'number' || value.kind === 'array') return true;
  if (!isSequence(value) || depth >= budget.depth) return false;
  if (value.array) return true;
  // A list that is repeated is examined once.
  return value.items.every(
    (item, k, items) => (k > 0 && item === items[k - 1]) || looksNumeric(item, context, depth + 1),
  );
}

function parsedArray(array: PyArray, range: TextRange, source: Py, context: Context, name?: string): ParsedArray {
  if (array.store.ranges && !isWhole(array)) context.allocate(array.shape);
  const ranges = rangesOf(array);
  const notation = source.kind === 'array' ? (array.notation ?? 'numpy') : undefined;
  return {
    ...(name !== undefined && { name }),
    array: publish(array, context),
    dtype: array.dtype,
    ...(notation && { notation }),
    range,
    ...(ranges && { ranges }),
  };
}

function addValue(values: Record<string, Value>, name: string, value: Py, context: Context): void {
  const found = toValue(value, context);
  if (found !== undefined && name !== '__proto__') values[name] = found;
}
