/** Top-level functions and classes of a text that are not valid Python: the check cannot run them. */
import { parser } from '@lezer/python';
import { withoutBarePoints } from '../../read/python/syntax/barePoints';
import type { Definitions } from './Definition';

export interface UnparsedDefinition {
  readonly name: string;
  readonly kind: 'def' | 'class';
  /** 1-based line of the definition. */
  readonly line: number;
  /** 1-based line at which the parser stops. */
  readonly errorLine: number;
}

const strictParser = parser.configure({ strict: true });
const HEAD = /^(?:async[ \t]+)?(def|class)[ \t]+(\w+)/gm;

/** `parsed`: the definitions of the text that can be read; one of the same name replaces an invalid one. */
export function unparsedDefinitions(source: string, { functions, classes }: Definitions): UnparsedDefinition[] {
  const parsed = new Set([...functions, ...classes].map(({ name }) => name));
  return [...source.matchAll(HEAD)].flatMap(([, kind, name], k, heads): UnparsedDefinition[] => {
    if (parsed.has(name!) || heads.slice(0, k).some((head) => head[2] === name)) return [];
    const start = heads[k]!.index;
    const at = errorOffset(source.slice(start, endOfBlock(source, start)));
    if (at === undefined) return [];
    return [
      {
        name: name!,
        kind: kind as 'def' | 'class',
        line: lineAt(source, start),
        errorLine: lineAt(source, start + at),
      },
    ];
  });
}

/** Before the next line that begins at the left margin, except the end of a list that continues over lines. */
function endOfBlock(source: string, start: number): number {
  const next = /\n(?=[^\s#)\]}])/g;
  next.lastIndex = start;
  return next.exec(source)?.index ?? source.length;
}

function errorOffset(block: string): number | undefined {
  const text = `${block.trimEnd()}\n`;
  try {
    strictParser.parse(withoutBarePoints(text));
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
