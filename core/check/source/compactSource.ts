/** A program without comments, docstrings and empty lines: it parses in half the time, and edits can still be placed. */
import type { TextRange } from '../../read/ParseResult';
import type { TextEdit } from '../FunctionCheck';
import { PythonTree } from './PythonTree';

export interface CompactSource {
  readonly text: string;
  /** An edit of the original text as an edit of `text`. */
  place(edit: TextEdit): TextEdit;
}

/** `source` must be Python without syntax errors. */
export function compactSource(source: string): CompactSource {
  const tree = new PythonTree(source);
  const removed = joined([...commentsOf(tree), ...emptyLinesOf(source, stringsOf(tree))]);
  let text = '';
  let at = 0;
  for (const [start, end] of removed) {
    text += source.slice(at, start);
    at = end;
  }
  text += source.slice(at);
  const move = (offset: number): number => {
    let before = 0;
    for (const [start, end] of removed) {
      if (start >= offset) break;
      before += Math.min(end, offset) - start;
    }
    return offset - before;
  };
  return { text, place: ({ range, text: inserted }) => ({ range: [move(range[0]), move(range[1])], text: inserted }) };
}

function commentsOf(tree: PythonTree): TextRange[] {
  return [
    ...tree.all('Comment').map(({ from, to }): TextRange => [from, to]),
    // A docstring becomes the shortest statement, so that no body is left empty.
    ...tree
      .all('ExpressionStatement')
      .flatMap(({ from, to, firstChild }): TextRange[] =>
        firstChild?.name === 'String' && to - from > 2 && /^["']/.test(tree.source.slice(from, to))
          ? contentOf(tree.source, from, to)
          : [],
      ),
  ];
}

/** What is between the quotes of a string. */
function contentOf(source: string, from: number, to: number): TextRange[] {
  const quotes = /^("""|'''|"|')/.exec(source.slice(from, to))![0].length;
  return to - quotes > from + quotes ? [[from + quotes, to - quotes]] : [];
}

function stringsOf(tree: PythonTree): TextRange[] {
  return [...tree.all('String'), ...tree.all('FormatString')].map(({ from, to }) => [from, to]);
}

/** Lines of white space outside strings. */
function emptyLinesOf(source: string, strings: readonly TextRange[]): TextRange[] {
  return [...source.matchAll(/^[ \t]*\n/gm)].flatMap(({ index, 0: line }): TextRange[] =>
    strings.some(([from, to]) => index > from && index < to) ? [] : [[index, index + line.length]],
  );
}

function joined(ranges: readonly TextRange[]): TextRange[] {
  const result: [number, number][] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
