/** Splits a line of Python into pieces to be coloured. For listings that we wrote ourselves: no multi-line strings. */

type TokenKind = 'keyword' | 'call' | 'number' | 'string' | 'comment' | 'plain';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const pattern =
  /(?<comment>#.*$)|(?<string>"[^"]*"|'[^']*')|(?<keyword>\b(?:for|in|if|elif|else|while|def|return|import|from|as|and|or|not|None|True|False|with|lambda|assert)\b)|(?<call>\b[A-Za-z_]\w*(?=\())|(?<number>\b\d+(?:\.\d*)?(?:e[+-]?\d+)?\b)/g;

export function highlightPython(line: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of line.matchAll(pattern)) {
    if (match.index > end) tokens.push({ kind: 'plain', text: line.slice(end, match.index) });
    tokens.push({ kind: kindOf(match.groups ?? {}), text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < line.length) tokens.push({ kind: 'plain', text: line.slice(end) });
  return tokens;
}

function kindOf(groups: Record<string, string | undefined>): TokenKind {
  const found = Object.entries(groups).find(([, text]) => text !== undefined);
  return (found?.[0] as TokenKind | undefined) ?? 'plain';
}
