/** Python's logical lines: brackets, strings over several lines and a backslash at the end join physical ones. */

export interface LogicalLine {
  /** 0-based, of its first physical line. */
  readonly line: number;
  readonly indent: string;
  /** Its code without strings, comments and the space around it; never empty. */
  readonly code: string;
}

const TOKEN =
  /("""|''')[\s\S]*?(?:\1|$)|"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?|#[^\n]*|\\\r?\n|[()[\]{}]|\n|[^"'#\\()[\]{}\n]+|\\/g;

/** Blank lines and lines of comments alone are left out. Linear in the length of the text. */
export function logicalLines(text: string): LogicalLine[] {
  const lines: LogicalLine[] = [];
  let depth = 0;
  let line = 0;
  let first = 0;
  let code = '';
  const close = (): void => {
    const indent = /^[ \t\f]*/.exec(code)![0];
    if (code.trim() !== '') lines.push({ line: first, indent, code: code.trim() });
    code = '';
  };
  for (const [token, quotes] of text.matchAll(TOKEN)) {
    const isString = quotes !== undefined || /^["']/.test(token);
    if (token === '\n' && depth === 0) close();
    else if (isString) code += '""';
    else if (token !== '\n' && !token.startsWith('#') && !/^\\\r?\n/.test(token)) code += token;
    if (/^[([{]$/.test(token)) depth++;
    else if (/^[)\]}]$/.test(token)) depth = Math.max(0, depth - 1);
    line += token.split('\n').length - 1;
    if (code === '') first = line;
  }
  close();
  return lines;
}
