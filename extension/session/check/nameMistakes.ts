/** Mistakes that give exactly the user's numbers: of the layer's own arrays, or of the program that printed them. */
import { nameWrongNumbers } from '../../../core/check/numbers/nameWrongNumbers';
import { nameWrongResult } from '../../../core/check/numbers/nameWrongResult';
import type { Message } from '../../../core/message';
import type { NameRequest } from '../compute/WorkerRequest';

export function nameMistakes({ code, printed, ...request }: NameRequest): Message[] {
  const named = nameWrongResult(request);
  if (named.length > 0 || code === undefined || printed === undefined) return named;
  // Random numbers of a mistake follow those of the program.
  return nameWrongNumbers(code, printed).map(({ detail }) => detail);
}
