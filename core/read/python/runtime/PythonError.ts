/** An error that Python or NumPy itself raises: the program can catch it by its type. Every other LensError is a refusal. */
import { LensError, msg } from '../../../message';
import type { TextRange } from '../../ParseResult';

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
    super(text === '' ? msg('{0}', type) : msg('{0}: {1}', type, text), undefined, range);
  }

  override at(range: TextRange): PythonError {
    return new PythonError(this.type, this.text, range, this.value);
  }
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
