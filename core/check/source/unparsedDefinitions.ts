/** Top-level functions and classes of a text that Python refuses to compile: the check does not run them. */
import type { Definitions } from './Definition';
import { indentationError, type IndentationError } from './indentationError';
import { logicalLines } from './logicalLines';
import { pythonOnly } from './pythonOnly';

export interface UnparsedDefinition {
  readonly name: string;
  readonly kind: 'def' | 'class';
  /** 1-based line of the definition. */
  readonly line: number;
  /** 1-based last line of the definition. */
  readonly lastLine: number;
  /** 1-based line at which the parser stops. */
  readonly errorLine: number;
  /** As Python words it, with the name of the exception. */
  readonly message: string;
}

const HEAD = /^(?:async[ \t]+)?(def|class)[ \t]+(\w+)/gm;

/** `parsed`: the definitions of the text that can be read; one of the same name replaces an invalid one. */
export function unparsedDefinitions(source: string, parsed: Definitions): UnparsedDefinition[] {
  return [...invalidDefinitions(source, parsed), ...mixedDefinitions(source, parsed)];
}

function invalidDefinitions(source: string, { functions, classes }: Definitions): UnparsedDefinition[] {
  const parsed = new Set([...functions, ...classes].map(({ name }) => name));
  return [...source.matchAll(HEAD)].flatMap(([, kind, name], k, heads): UnparsedDefinition[] => {
    if (parsed.has(name!) || heads.slice(0, k).some((head) => head[2] === name)) return [];
    const start = heads[k]!.index;
    const block = source.slice(start, endOfBlock(source, start)).trimEnd();
    const at = errorOffset(block);
    if (at === undefined) return [];
    const line = lineAt(source, start);
    const indentation = firstIndentationError(block);
    const lastLine = lineAt(source, start + block.length);
    const place = { name: name!, kind: kind === 'class' ? 'class' : 'def', line, lastLine } as const;
    if (indentation) return [{ ...place, errorLine: line + indentation.line, message: indentation.message }];
    return [{ ...place, errorLine: lineAt(source, start + at), message: 'SyntaxError: invalid syntax' }];
  });
}

/** Undefined where another error comes before it. */
function firstIndentationError(block: string): IndentationError | undefined {
  const found = indentationError(block);
  if (!found) return undefined;
  const above = block.split('\n').slice(0, found.line).join('\n');
  const needsBlock = logicalLines(above).at(-1)?.code.endsWith(':');
  const isFirst = errorOffset(needsBlock ? `${above}\n${' '.repeat(200)}pass` : above) === undefined;
  return isFirst ? found : undefined;
}

/** Our parser counts a tab as eight columns, and ends a function at a line whose indentation it has not seen: Python refuses both. */
function mixedDefinitions(source: string, { functions, classes }: Definitions): UnparsedDefinition[] {
  const all = [
    ...functions.filter(({ name }) => !name.includes('.')).map((each) => ({ ...each, kind: 'def' as const })),
    ...classes.map((each) => ({ ...each, kind: 'class' as const })),
  ];
  return all.flatMap(({ name, kind, range: [start, end] }) => {
    const block = source.slice(start, endOfLines(source, end));
    const found = indentationError(block);
    if (!found) return [];
    const line = lineAt(source, start);
    return [{ name, kind, line, lastLine: lineAt(source, end), errorLine: line + found.line, message: found.message }];
  });
}

/** Before the next line that begins at the left margin, except the end of a list that continues over lines. */
function endOfBlock(source: string, start: number): number {
  const next = /\n(?=[^\s#)\]}])/g;
  next.lastIndex = start;
  return next.exec(source)?.index ?? source.length;
}

/** End of a definition with the indented lines that follow without a blank line, which the parser has left out. */
function endOfLines(source: string, end: number): number {
  const rest = /^(?:[^\n]*)(?:\n[ \t]+\S[^\n]*)*/.exec(source.slice(end))!;
  return end + rest[0].length;
}

function errorOffset(block: string): number | undefined {
  const text = `${block.trimEnd()}\n`;
  try {
    pythonOnly(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return placeOfError(text, Math.min(Number(/\d+$/.exec(error.message)?.[0] ?? 0), text.trimEnd().length));
  }
}

const COMPOUND = /^\s*(?:def|class|if|elif|else|for|while|try|except|finally|with|async)\b/;
const CONTINUATION = /^(?:else|elif|except|finally)\b/;

/** `at`: where the parser stops, which may be the first word after the error. */
function placeOfError(text: string, at: number): number {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  if (text.slice(start, at).trim() !== '') return at;
  const end = text.slice(0, at).trimEnd().length;
  const above = text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
  const first = start + indentOf(text.slice(start));
  // A branch without its statement, or a line below a simple statement with too much indentation, is wrong itself.
  const isBranch = CONTINUATION.test(text.slice(first));
  const isTooDeep = first - start > indentOf(above) && !COMPOUND.test(above);
  // Otherwise the statement above lacks its end.
  return isBranch || isTooDeep ? first : end;
}

function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)![0].length;
}

function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}
