/** Regular expressions of many words, written as lists. */

/** `(?:a|b)` of the words between blanks; each may be a pattern without blanks. */
export function anyOf(words: string): string {
  return `(?:${words.trim().split(/\s+/).join('|')})`;
}

/** Matches a text that is one of the words. */
export function oneOf(words: string): RegExp {
  return new RegExp(`^${anyOf(words)}$`);
}

/** Matches a text that is one of the words, in upper or lower case. */
export function oneOfAnyCase(words: string): RegExp {
  return new RegExp(`^${anyOf(words)}$`, 'i');
}
