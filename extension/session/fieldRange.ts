/** The check of a field's value against the range that the field shows. */
import { msg, type Message } from '../../core/message';
import type { Field } from '../../core/panel/protocol';

const numeric: ReadonlySet<Field['kind']> = new Set(['number', 'strip', 'slider']);

/** Reason for refusing a value of a number field; undefined where the value is in its range or the field has none. */
export function rangeProblem({ kind, min, max }: Field, value: string): Message | undefined {
  if (!numeric.has(kind) || min === undefined || max === undefined) return undefined;
  const text = value.trim();
  const number = Number(text);
  if (text !== '' && Number.isInteger(number) && number >= min && number <= max) return undefined;
  return text === ''
    ? msg('expected a whole number from {0} to {1}', min, max)
    : msg('expected a whole number from {0} to {1}, not {2}', min, max, text);
}
