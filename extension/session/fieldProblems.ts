/** Errors and typed text of fields, by field id. */
import type { Message } from '../../core/message';
import type { Field } from '../../core/panel/protocol';

export interface FieldProblems {
  readonly errors: ReadonlyMap<string, Message>;
  readonly typed: ReadonlyMap<string, string>;
}

/** The field with the text that the user typed and the reason why it was refused. */
export function withProblems(field: Field, { errors, typed }: FieldProblems): Field {
  const error = errors.get(field.id);
  const value = typed.get(field.id);
  return { ...field, ...(value !== undefined && { value }), ...(error && { error }) };
}
