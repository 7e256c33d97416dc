/** Runs a Python program and gives what it printed and its variables. */
import type { NdArray } from '../../array/NdArray';
import { LensError } from '../../message';
import { arrayFromPy } from './convertValues';
import { openProgram, type ProgramOptions } from './program';
import { Context } from './runtime/Context';
import type { Py } from './value/Py';

export interface CodeResult {
  readonly output: string;
  /** Arrays, regular lists of numbers, numbers and strings by name. */
  readonly variables: Readonly<Record<string, NdArray | number | string>>;
  readonly error?: { readonly type: string; readonly message: string; readonly line: number };
}

/**
 * Never throws because of the text's content. Stops at the first error, as Python does; a value that is not known is printed as
 * `<unknown>`, and is the error where there is no other one.
 */
export function runCode(source: string, options: ProgramOptions = {}): CodeResult {
  const { output, variables, unknown, error = unknown } = openProgram(source, options).run();
  const context = new Context(options.budget);
  const found: Record<string, NdArray | number | string> = {};
  for (const [name, value] of Object.entries(variables)) {
    const plain = plainOf(value, context);
    if (plain !== undefined && name !== '__proto__') found[name] = plain;
  }
  return {
    output,
    variables: found,
    ...(error && { error: { type: error.type, message: error.message, line: error.line } }),
  };
}

function plainOf(value: Py, context: Context): NdArray | number | string | undefined {
  if (value.kind === 'number') return value.value;
  if (value.kind === 'text') return value.value;
  if (value.kind !== 'array' && value.kind !== 'list') return undefined;
  try {
    return arrayFromPy(value, context);
  } catch (error) {
    // A ragged or mixed list has no array.
    if (error instanceof LensError) return undefined;
    throw error;
  }
}
