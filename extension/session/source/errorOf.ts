/** An error of a reading as one that is reported, at its own place or at another one. */
import { LensError } from '../../../core/message';
import type { ReadError } from '../../../core/read/ParseResult';

export function errorOf({ detail, range, kind }: ReadError, at = range): LensError {
  return new LensError(detail, undefined, at, kind);
}

/** The names that an error reports as not defined or without a value. */
export function missingNames({ kind, detail }: Pick<LensError, 'kind' | 'detail'>): string[] {
  const names = kind === 'notDefined' ? detail.args[0] : kind === 'unknownArguments' ? detail.args[1] : undefined;
  return typeof names === 'string' ? names.split(', ') : [];
}
