/** Trees of texts that may be Python: those with a syntax error have none. */
import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';

/** The parser reads `1.0`, not `1.` */
const BARE_POINT = /(\d)\.(?=[eE][-+]?\d|(?![\w.]))/g;
const strict = parser.configure({ strict: true });

/** The tree of a text without syntax errors, and not nested deeper than the parser's stack. */
export function parseStrictly(text: string): SyntaxNode | undefined {
  if (isTooDeep(text)) return undefined;
  try {
    return strict.parse(text.replace(BARE_POINT, '$1.0')).topNode;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Python itself refuses more than 200 brackets in each other. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[({\])}]/g))
    if ('[({'.includes(bracket)) {
      if (++depth > 200) return true;
    } else if (depth > 0) depth--;
  return false;
}

export function dedent(source: string): string {
  const indent = /^[ \t]*/.exec(source)![0];
  if (indent === '') return source;
  // A regular expression of a long indentation is refused.
  const lines = source.split('\n').map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
  return lines.join('\n');
}

/** The statements of a text, without comments, those on one line apart. */
export function statementsOf(top: SyntaxNode): SyntaxNode[] {
  return allChildren(top).flatMap((node) => {
    if (node.name === 'StatementGroup') return statementsOf(node);
    return /^(?:Comment|\W)/.test(node.name) ? [] : [node];
  });
}

export function allChildren(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}
