/** Python 2: its print statements are replaced by text of the same length that can be parsed. */
import { endOfComment, endOfString } from './lexemes';

/** A name, a text or a number, alone or followed by an operator, a comma, a subscript or an attribute; not two words of prose. */
const PRINTED = /print[ \t]+(?:["'\d-]|[ru]?["']|>>|[A-Za-z_][\w.]*[ \t]*(?:[,%[+*/-]|\((?=[^\n]*\))|\r?\n|#|;|$))/y;
const FUTURE = /^[ \t]*from[ \t]+__future__[ \t]+import[ \t]+[^\n]*\bdivision\b/m;

interface WithoutPrint {
  /** As long as the given text. */
  readonly text: string;
  /** Whether `/` of two whole numbers rounds down. */
  readonly floors: boolean;
}

/** `print f(x)` becomes `None, f(x)`; without a call, `print x` becomes `pass`, with spaces in the place of the rest. */
export function replacePrintStatements(text: string): WithoutPrint {
  if (!/\bprint[ \t]+[^\s(=]/.test(text)) return { text, floors: false };
  const parts: string[] = [];
  let kept = 0;
  for (let at = 0; at < text.length;) {
    const character = text[at]!;
    if (character === '#') at = endOfComment(text, at);
    else if (character === '"' || character === "'") at = endOfString(text, at);
    else if (character === 'p' && beginsStatement(text, at)) {
      const end = endOfStatement(text, at);
      const printed = text.slice(at + 'print'.length, end);
      const isCall = /\w\(/.test(printed) && !/^[ \t]*>>|`/.test(printed);
      parts.push(text.slice(kept, at), isCall ? `None,${printed}` : `pass ${printed.replace(/[^]/g, ' ')}`);
      kept = at = end;
    } else at += 1;
  }
  if (parts.length === 0) return { text, floors: false };
  parts.push(text.slice(kept));
  return { text: parts.join(''), floors: !FUTURE.test(text) };
}

function beginsStatement(text: string, at: number): boolean {
  PRINTED.lastIndex = at;
  if (!PRINTED.test(text)) return false;
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /^[ \t]*(?:>>>[ \t]?|\.\.\.[ \t]?|In \[\d*\]:[ \t]?)?[ \t]*$|[:;][ \t]*$/.test(line);
}

/** The end of the line, or of the last line that open brackets and `\` hold together with it; a `;` ends a statement. */
function endOfStatement(text: string, start: number): number {
  let depth = 0;
  let at = start;
  while (at < text.length) {
    const character = text[at]!;
    if (character === '"' || character === "'") at = endOfString(text, at);
    else if (character === '\\' && text[at + 1] === '\n') at += 2;
    else if (depth <= 0 && /[\n\r#;]/.test(character)) return at;
    else {
      if ('([{'.includes(character)) depth += 1;
      else if (')]}'.includes(character)) depth -= 1;
      at += 1;
    }
  }
  return at;
}
