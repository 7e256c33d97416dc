/** Octave's tests, code in comments: `%!assert (conv2 (A, B), C)`. */

const MARK = /^[ \t]*(?:%|#|\/\/)!(?:(?:fail|error|warning)\b[^\n]*|(?:x?test|testif|demo|shared)\b[^\n(]*)?/gm;

/** The marks of the tests as spaces, so that their code is read; other texts as they are. */
export function withoutTestMarks(text: string, languageId: string | undefined): string {
  if (!/^(?:matlab|octave)$/.test(languageId ?? '')) return text;
  return text.replace(MARK, (mark) => ' '.repeat(mark.length));
}
