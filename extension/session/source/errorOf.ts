/** An error of a reading as one that is reported, at its own place or at another one. */
import { LensError } from '../../../core/message';
import type { ReadError } from '../../../core/read/ParseResult';

export function errorOf({ detail, range, kind }: ReadError, at = range): LensError {
  return new LensError(detail, undefined, at, kind);
}

/** The names that an error reports as not defined or without a value. */
export function missingNames({ kind, detail }: Pick<LensError, 'kind' | 'detail'>): string[] {
  if (kind === 'notDefined') return [String(detail.args[0])];
  return kind === 'unknownArguments' ? String(detail.args[1]).split(', ') : [];
}
