/** Tokens of MATLAB, Julia and R programs. */
import type { TextRange } from '../../../TextRange';

export type ProgramLanguage = 'matlab' | 'julia' | 'r';

export interface ProgramToken {
  readonly kind: 'number' | 'name' | 'string' | 'operator' | 'line';
  readonly text: string;
  readonly range: TextRange;
  /** A blank is before the token. */
  readonly spaced: boolean;
}

const NUMBER = /(?:0[xX][\da-fA-F]+|(?:\d+(?:\.(?![*/^'.+\-=])\d*)?|\.\d+)(?:[eEf][-+]?\d+)?)(?:L(?!\w))?/y;
const NAMES: Readonly<Record<ProgramLanguage, RegExp>> = {
  matlab: /[A-Za-z_]\w*/y,
  julia: /[\p{L}_][\w\p{L}\u2080-\u209c]*(?:!(?!=))?/uy,
  r: /(?:\.(?!\d))?[A-Za-z][\w.]*(?:::[A-Za-z][\w.]*)?/y,
};
const OPERATOR =
  /<<-|<-|->|%[^%\s]*%|\|>|&&|\|\||\.?[+*/^-]=(?!=)|\.=(?!=)|\.?(?:==|!=|~=|<=|>=)|\.[*/^+\-\\'<>]|\+\+|--|=>|::|\.\.\.|[-+*/\\^=<>~!&|:;,.()[\]{}?@$'\u00f7\u2208\u2264\u2265\u2260\u22c5]/y;
const COMMENTS: Readonly<Record<ProgramLanguage, RegExp>> = {
  matlab: /(?:%\{[ \t]*\n[^]*?\n[ \t]*%\}|[%#][^\n]*|\.\.\.[^\n]*\n)/y,
  julia: /#=[^]*?=#|#[^\n]*/y,
  r: /#[^\n]*/y,
};
const STRING = /"""[^]*?"""|"(?:[^"\\\n]|\\.|"")*"/y;
const QUOTED = /'(?:[^'\n]|'')*'/y;

export function programTokens(text: string, language: ProgramLanguage): ProgramToken[] {
  const tokens: ProgramToken[] = [];
  let spaced = false;
  const open: string[] = [];
  for (let at = 0; at < text.length;) {
    const accept = (pattern: RegExp): string | undefined => {
      pattern.lastIndex = at;
      return pattern.exec(text)?.[0];
    };
    const blank = accept(/[ \t\r]+/y) ?? accept(COMMENTS[language]);
    if (blank !== undefined) {
      at += blank.length;
      spaced = true;
      continue;
    }
    const push = (kind: ProgramToken['kind'], written: string): void => {
      tokens.push({ kind, text: written, range: [at, at + written.length], spaced });
      at += written.length;
      spaced = false;
    };
    if (text[at] === '\n') {
      const inside = open.at(-1);
      // A line break inside brackets continues the line; in a matrix it begins a row.
      if (inside === undefined || inside === '{') push('line', '\n');
      else if (inside === '[' && language !== 'r' && !isSeparator(tokens.at(-1))) push('operator', ';');
      else at += 1;
      if (tokens.at(-1)?.text === ';' && tokens.at(-1)?.range[1] === at) spaced = true;
      continue;
    }
    const last = tokens.at(-1);
    const isOperand = last !== undefined && !(spaced && open.at(-1) === '[') && endsOperand(last);
    const string = accept(STRING) ?? (language !== 'matlab' || !isOperand ? accept(QUOTED) : undefined);
    const number = string === undefined && /[\d.]/.test(text[at]!) ? accept(NUMBER) : undefined;
    const name = string ?? number ?? accept(NAMES[language]);
    if (string !== undefined) push('string', string);
    else if (number !== undefined) push('number', number);
    else if (name !== undefined) push('name', name);
    else {
      // A statement with another character, as in `@test y ≈ 5`, is not translated.
      const operator = accept(OPERATOR) ?? text[at]!;
      if ('([{'.includes(operator)) open.push(operator);
      else if (')]}'.includes(operator)) open.pop();
      push('operator', operator);
    }
  }
  return tokens;
}

function isSeparator(token: ProgramToken | undefined): boolean {
  return token !== undefined && /^[;,[]$/.test(token.text);
}

function endsOperand({ kind, text }: ProgramToken): boolean {
  return kind === 'name' || kind === 'number' || kind === 'string' || /^(?:[)\]}]|\.?')$/.test(text);
}
