/** Mistakes that give exactly the user's numbers: on the layer's own arrays, or in the program that printed them. */
import type { Message } from '../../message';
import { nameWrongNumbers } from './nameWrongNumbers';
import { nameWrongResult, type WrongResultRequest } from './nameWrongResult';

export interface MistakesRequest extends WrongResultRequest {
  /** The code that the numbers may come from, and what it printed, where they are texts. */
  readonly code?: string;
  readonly printed?: string;
}

export function nameMistakes({ code, printed, ...request }: MistakesRequest): Message[] {
  const named = nameWrongResult(request);
  if (named.length > 0 || code === undefined || printed === undefined) return named;
  // Random numbers of a mistake follow those of the program.
  return nameWrongNumbers(code, printed).map(({ detail }) => detail);
}
