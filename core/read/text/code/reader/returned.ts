/** What a function of a text without parameters returns: `Matrix makeInput() { …; return m; }`, `const makeInput = () => [[1, 2]]`. */
import { escapePattern } from '../../../../escapePattern';

/** Where the returned expression begins; undefined where the text has no such function, or one with several results. */
export function returnedAt(code: string, name: string): number | undefined {
  const word = escapePattern(name);
  const arrow = new RegExp(`(?<![\\w.$])${word}\\s*(?:=\\s*\\(\\s*\\)|\\(\\s*\\)[^;{}=>]*)\\s*=>\\s*(?![\\s{])`).exec(
    code,
  );
  if (arrow) return arrow.index + arrow[0].length;
  const [head, ...others] = code.matchAll(
    new RegExp(
      `(?<![\\w.$]|\\bnew\\s)${word}\\s*(?:=\\s*(?:function\\s*)?)?\\(\\s*\\)(?:\\s*(?:->|:|=>|const\\b)[^;{}]*)?\\s*\\{`,
      'g',
    ),
  );
  if (!head || others.length > 0) return undefined;
  const start = head.index + head[0].length;
  const body = code.slice(start, endOfBlock(code, start));
  const [only, ...more] = body.matchAll(/(?<![\w.$])return\s+/g);
  return only && more.length === 0 ? start + only.index + only[0].length : undefined;
}

/** The place of the brace that closes the block around a place. */
function endOfBlock(code: string, from: number): number {
  let depth = 1;
  for (let at = from; at < code.length; at++) {
    if (code[at] === '{') depth += 1;
    else if (code[at] === '}' && --depth === 0) return at;
  }
  return code.length;
}
