/**
 * NumPy code without Python: parses the text and evaluates a small, known part of the language and of NumPy by our own code.
 * Nothing of the text is executed; work and memory are bounded by a counter.
 */
import { LensError } from '../../message';
import type { ParsedArray, ParseResult, TextRange, Value } from '../ParseResult';
import { publish, rangesOf, type PyArray } from './array/PyArray';
import { isSequence, toArray } from './library/coerce';
import { Context } from './run/Context';
import { Interpreter, type LooseValue } from './run/Interpreter';
import { Scope, type Variable } from './run/Scope';
import { toValue } from './run/toValue';
import { chunksOf } from './syntax/chunks';
import { maskDisplays } from './syntax/display';
import { NotCode, parseChunk } from './syntax/parseChunk';
import { blankPrompts } from './syntax/prompts';
import type { Py } from './value';

/** Work that parsing a character stands for. */
const WORK_PER_CHARACTER = 4;

/** Never throws for what the text holds. */
export function evaluatePython(text: string): ParseResult {
  const context = new Context();
  const scope = new Scope();
  const interpreter = new Interpreter(text, scope, context);
  const masked = maskDisplays(blankPrompts(text));
  let skipping = false;
  for (const chunk of chunksOf(masked.text)) {
    try {
      context.spend((chunk.range[1] - chunk.range[0]) * WORK_PER_CHARACTER, chunk.range);
      const statements = parseChunk(masked, chunk);
      skipping &&= statements.length === 0;
      interpreter.runAll(statements);
    } catch (error) {
      if (error instanceof NotCode) {
        context.reportSkipped(error.range, skipping);
        skipping = true;
      } else if (error instanceof LensError) context.report(error, chunk.range);
      else throw error;
    }
  }
  return resultOf(scope, interpreter.loose, context);
}

function resultOf(scope: Scope, loose: readonly LooseValue[], context: Context): ParseResult {
  const arrays: ParsedArray[] = [];
  const values: Record<string, Value> = {};
  for (const variable of scope.variables) {
    const array = asArray(variable.value, context);
    if (array) arrays.push(parsedArray(array, variable.range, variable.value, variable));
    else addValue(values, variable);
  }
  for (const { value, range } of loose) {
    const array = asArray(value, context);
    if (array) arrays.push(parsedArray(array, range, value));
  }
  arrays.sort((a, b) => a.range[0] - b.range[0]);
  return { arrays, calls: context.calls, values, errors: context.errors };
}

/** Arrays, and regular lists of numbers. */
function asArray(value: Py, context: Context): PyArray | undefined {
  if (value.kind === 'array') return value;
  if (value.kind !== 'list' || !looksNumeric(value, 0)) return undefined;
  try {
    return toArray(value, context);
  } catch (error) {
    if (error instanceof LensError) return undefined;
    throw error;
  }
}

function looksNumeric(value: Py, depth: number): boolean {
  if (value.kind === 'number' || value.kind === 'array') return true;
  return (
    isSequence(value) &&
    depth < 32 &&
    (value.array !== undefined || value.items.every((item) => looksNumeric(item, depth + 1)))
  );
}

function parsedArray(array: PyArray, range: TextRange, source: Py, variable?: Variable): ParsedArray {
  const ranges = rangesOf(array);
  const notation = source.kind === 'array' ? (array.notation ?? 'numpy') : undefined;
  return {
    ...(variable && { name: variable.name }),
    array: publish(array),
    dtype: array.dtype,
    ...(notation && { notation }),
    range,
    ...(ranges && { ranges }),
  };
}

function addValue(values: Record<string, Value>, { name, value }: Variable): void {
  const found = toValue(value);
  if (found !== undefined && name !== '__proto__') values[name] = found;
}
