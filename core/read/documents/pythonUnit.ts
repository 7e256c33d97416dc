/** One statement of a text that may be Python: where it ends. */
import { endOfComment, endOfString } from '../python/syntax/text/lexemes';
import { parseStrictly } from './parseStrictly';

/** A statement with brackets or triple quotes over more lines is taken line by line. */
const MAX_LINES = 400;
const HEADER = /^[ \t]*(?:async[ \t]+)?(?:def|class|for|while|if|elif|else|try|except|finally|with)\b[^\n]*$/;
export interface PythonUnit {
  readonly start: number;
  /** Position after the line end. */
  readonly end: number;
}

/** The logical line at `start`: with the lines that its brackets, triple quotes and backslashes hold together. */
export function logicalLine(text: string, start: number): PythonUnit {
  const lineStop = endOfComment(text, start);
  let depth = 0;
  let lines = 0;
  for (let at = start; at < text.length && lines < MAX_LINES;) {
    const c = text[at]!;
    if (c === '#') at = endOfComment(text, at);
    else if (c === '"' || c === "'") at = endOfString(text, at);
    else if (c === '\n' && depth <= 0 && text[at - 1] !== '\\') return { start, end: at + 1 };
    else {
      if ('([{'.includes(c)) depth++;
      else if (')]}'.includes(c)) depth--;
      else if (c === '\n') lines++;
      at++;
    }
    if (at >= text.length && depth <= 0) return { start, end: text.length };
  }
  return { start, end: Math.min(lineStop + 1, text.length) };
}

/** A compound statement with its body: the deeper lines below `header`, and the `elif`, `else`, … at its own depth. */
export function withBody(text: string, header: PythonUnit): PythonUnit {
  if (!isHeader(text, header)) return header;
  const indent = indentAt(text, header.start);
  let end = header.end;
  for (let at = header.end; at < text.length;) {
    const line = logicalLine(text, at);
    const source = text.slice(at, line.end);
    if (source.trim() !== '') {
      const depth = indentAt(text, at);
      const goesOn = depth === indent && /^[ \t]*(?:elif|else|except|finally)\b/.test(source);
      if (depth <= indent && !goesOn && !/^[ \t]*#/.test(source)) break;
      if (depth > indent || goesOn) end = line.end;
    }
    at = line.end;
  }
  return { start: header.start, end };
}

export function isHeader(text: string, { start, end }: PythonUnit): boolean {
  const source = text.slice(start, end).trimEnd();
  if (!/:(?:[ \t]*#[^\n]*)?$/.test(source) || !HEADER.test(source.split('\n')[0]!)) return false;
  const head = source.trimStart();
  const lead = /^(?:elif|else)\b/.test(head)
    ? 'if 1:\n  pass\n'
    : /^(?:except|finally)\b/.test(head)
      ? 'try:\n  pass\n'
      : '';
  const tail = head.startsWith('try') ? '\n  pass\nfinally:\n  pass\n' : '\n  pass\n';
  return parseStrictly(`${lead}${head}${tail}`) !== undefined;
}

function indentAt(text: string, start: number): number {
  return /^[ \t]*/.exec(text.slice(start, start + 200))![0].length;
}
