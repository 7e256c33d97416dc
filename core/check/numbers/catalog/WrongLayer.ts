/** A mistake of the catalogue: the text of a layer with changes. */
import type { Message } from '../../../message';
import type { CatalogFunction } from './CatalogFunction';

export interface WrongLayer {
  readonly id: string;
  readonly operation: CatalogFunction;
  readonly detail: Message;
  readonly changes: readonly (readonly [from: string, to: string])[];
}

export function wrong(
  id: string,
  operation: CatalogFunction,
  detail: Message,
  ...changes: readonly (readonly [string, string])[]
): WrongLayer {
  return { id, operation, detail, changes };
}
