/** The text of an array as NumPy prints it for narrower lines (`linewidth`). Pure. */

/** Under the first bracket of `array([`. */
const dtypeIndent = 6;

/** `columns`: characters of a line. */
export function wrapArrayText(text: string, columns: number): string {
  const lines = text.split('\n');
  if (lines.every(({ length }) => length <= columns)) return text;
  const wrapped: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const indent = lines[at]!.lastIndexOf('[') + 1;
    let row = lines[at]!;
    while (indent > 0 && endsInRow(row) && at + 1 < lines.length) row += ` ${lines[++at]!.slice(indent)}`;
    wrapped.push(...wrapRow(row, indent, columns));
  }
  return wrapped.join('\n');
}

/** Whether the row goes on in the next line. */
function endsInRow(line: string): boolean {
  return line.endsWith(',') && !line.endsWith('],');
}

function wrapRow(row: string, indent: number, columns: number): string[] {
  const lines: string[] = [];
  let line = row.slice(0, indent);
  let isFirst = true;
  for (const element of row.slice(indent).split(/(?<=,) /)) {
    const longer = isFirst ? line + element : `${line} ${element}`;
    if (isFirst || longer.length <= columns) line = longer;
    else {
      lines.push(line);
      line = ' '.repeat(element.startsWith('dtype=') ? dtypeIndent : indent) + element;
    }
    isFirst = false;
  }
  return [...lines, line];
}
