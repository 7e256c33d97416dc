/** Marks before code and literals: Octave's tests, code in comments, `%!assert (conv2 (A, B), C)`; SystemVerilog's `'{1, 2}`. */

const MARK = /^[ \t]*(?:%|#|\/\/)!(?:(?:fail|error|warning)\b[^\n]*|(?:x?test|testif|demo|shared)\b[^\n(]*)?/gm;

/** The marks as spaces, so that what is behind them is read; other texts as they are. */
export function withoutTestMarks(text: string, languageId: string | undefined): string {
  if (/^(?:system)?verilog$/.test(languageId ?? '')) return text.replace(/'(?=\s*\{)/g, ' ');
  if (!/^(?:matlab|octave)$/.test(languageId ?? '')) return text;
  return text.replace(MARK, (mark) => ' '.repeat(mark.length));
}
