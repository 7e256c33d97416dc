/** The assignment and the line around a literal. */

/**
 * The start of the assignment before a literal, on its line: `name = `, `const name: number[][] = `, and with the name that was
 * read also `float name[2][2] = `, `name := `, `name <- `; and of the key before it, `"name" => `.
 */
export function withName(text: string, start: number, read?: string): number {
  const { start: from } = lineAt(text, start);
  const before = text.slice(from, start);
  const name = /(?<![\p{L}\p{N}_$.])(?:(?:const|let|var)\s+)?[\p{L}_$][\p{L}\p{N}_$.]*\s*(?::[^=]*)?=\s*$/u.exec(
    before,
  );
  const head = name?.[0] ?? /["']\w+["']\s*=>\s*$/.exec(before)?.[0];
  if (head !== undefined) return start - head.length;
  const statement = before.slice(before.lastIndexOf(';') + 1).trimStart();
  const assigns = /(?:=|:=|<-)\s*[^=<>;"'(+*/-]*$/.test(statement);
  return read !== undefined && assigns && statement.includes(read) ? start - statement.length : start;
}

/** `end` is before the line break. */
export function lineAt(text: string, offset: number): { start: number; end: number } {
  const end = text.indexOf('\n', offset);
  // With a negative position, lastIndexOf looks at the first character.
  const start = offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  return { start, end: end < 0 ? text.length : end };
}
