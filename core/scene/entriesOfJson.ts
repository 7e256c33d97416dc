/** The entries of a JSON object, in its order. Throws a SyntaxError for other text, and nothing for other values, which have none. */
import { hasEntries } from '../hasEntries';

export function entriesOfJson(text: string): [string, unknown][] {
  const value: unknown = JSON.parse(text);
  return hasEntries(value) ? Object.entries(value) : [];
}
