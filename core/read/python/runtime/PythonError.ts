/** An error that Python or NumPy itself raises: the program can catch it by its type. Every other LensError is a refusal. */
import { LensError, msg } from '../../../message';
import type { TextRange } from '../../ParseResult';

/** The search for a repair raises thousands of these errors: their stacks would take 4 % of its time. */
const engine: { stackTraceLimit?: number | undefined } = Error as never;

export class PythonError extends LensError {
  constructor(
    /** Name of the exception's class: `IndexError`. */
    readonly type: string,
    /** Python's own text. */
    readonly text: string,
    range?: TextRange,
    /** The exception object of the program, where it was raised by its own code. */
    readonly value?: unknown,
  ) {
    const { stackTraceLimit } = engine;
    engine.stackTraceLimit = 0;
    super(text === '' ? msg('{0}', type) : msg('{0}: {1}', type, text), undefined, range);
    engine.stackTraceLimit = stackTraceLimit;
  }

  override at(range: TextRange): PythonError {
    return new PythonError(this.type, this.text, range, this.value);
  }
}

/** Python's error of a call without some of its arguments. */
export function lackingArguments(callee: string, names: readonly string[], kind = 'positional'): PythonError {
  const listed = names.map((name) => `'${name}'`);
  const last = listed.pop()!;
  const joined = listed.length === 0 ? last : `${listed.join(', ')}${listed.length > 1 ? ',' : ''} and ${last}`;
  const count = names.length;
  return typeError(`${callee}() missing ${count} required ${kind} argument${count === 1 ? '' : 's'}: ${joined}`);
}

export function typeError(text: string): PythonError {
  return new PythonError('TypeError', text);
}

export function valueError(text: string): PythonError {
  return new PythonError('ValueError', text);
}

/** The same error with a place, unless it already has one. */
export function placeError(error: LensError, range: TextRange): LensError {
  return error.range ? error : error.at(range);
}
