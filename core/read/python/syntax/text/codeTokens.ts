/** Pieces of Python code that are shown in the colours of the theme. */
import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';

export interface CodeToken {
  readonly kind: 'keyword' | 'call' | 'number' | 'string' | 'comment';
  /** UTF-16 offsets. */
  readonly from: number;
  readonly to: number;
}

const kindOfNode: Readonly<Record<string, CodeToken['kind']>> = {
  Comment: 'comment',
  String: 'string',
  FormatString: 'string',
  ContinuedString: 'string',
  Number: 'number',
  Boolean: 'keyword',
  None: 'keyword',
};

/** In the order of the text, without overlap. Code that does not parse has those that can be told. */
export function codeTokens(text: string): CodeToken[] {
  const tokens: CodeToken[] = [];
  parser.parse(text).iterate({
    enter: ({ name, from, to, node }) => {
      const kind = kindOfNode[name] ?? (isKeyword(name, text.slice(from, to)) ? 'keyword' : calledKind(node));
      if (!kind) return true;
      tokens.push({ kind, from, to });
      return false;
    },
  });
  return tokens;
}

/** The grammar names the node of a keyword by the keyword itself. */
function isKeyword(name: string, text: string): boolean {
  return name === text && /^[a-z]+$/.test(name);
}

/** The name that is called or defined: `pad` of `np.pad(x)` and of `def pad(x)`. */
function calledKind(node: SyntaxNode): 'call' | undefined {
  const { name, parent } = node;
  if (!parent || (name !== 'VariableName' && name !== 'PropertyName')) return undefined;
  if (parent.name === 'FunctionDefinition') return 'call';
  const called = name === 'PropertyName' && parent.name === 'MemberExpression' ? parent : node;
  return called.parent?.name === 'CallExpression' && called.parent.firstChild?.from === called.from
    ? 'call'
    : undefined;
}
