/** Tokens of C, C++, C#, Go, Java, JavaScript, Kotlin, Rust and Swift programs. */
import type { TextRange } from '../../../TextRange';
import { TokenCursor } from '../TokenCursor';

export interface BraceToken {
  readonly kind: 'number' | 'name' | 'string' | 'operator';
  readonly text: string;
  readonly range: TextRange;
  /** The first token of a line: Go and JavaScript end statements there. */
  readonly isFirst: boolean;
}

const BLANK = /(?:[ \t\r]+|\/\/[^\n]*|\/\*[^]*?\*\/)/y;
/** JavaScript's `#name` is a private field. */
const DIRECTIVE = /#(?!define\b)[^\n]*/y;
const NUMBER = /(?:0[xX][\da-fA-F]+|(?:\d[\d_]*(?:\.(?!\.)\d*)?|\.\d+)(?:[eE][-+]?\d+)?)(?:_?[fiu]\d+|[fFdDlLuUmM]*)/y;
const NAME = /#?[\p{L}_$][\p{L}\d_$]*/uy;
/** Also Rust's lifetimes. */
const STRING = /"""[^]*?"""|[$@]{0,2}"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`|'[a-z_]+/y;
const OPERATOR =
  /===|!==|<<=|>>=|\.\.[.<=]?|=>|->|::|:=|\+\+|--|[-+*/%]=|==|!=|<=|>=|&&|\|\||<<|[-+*/%=<>!&|^~?:;,.()[\]{}@\\]/y;

/** Undefined where a character belongs to no token. */
export function braceTokens(text: string, languageId: string): BraceToken[] | undefined {
  const tokens: BraceToken[] = [];
  const isScript = /script$/.test(languageId);
  let isFirst = true;
  for (let at = 0; at < text.length;) {
    const accept = (pattern: RegExp): string | undefined => {
      pattern.lastIndex = at;
      return pattern.exec(text)?.[0];
    };
    if (text[at] === '\n') {
      isFirst = true;
      at += 1;
      continue;
    }
    const blank = accept(BLANK) ?? (isScript ? undefined : accept(DIRECTIVE));
    if (blank !== undefined) {
      if (blank.includes('\n')) isFirst = true;
      at += blank.length;
      continue;
    }
    const found = (
      [
        ['string', STRING],
        ['number', NUMBER],
        ['name', NAME],
        ['operator', OPERATOR],
      ] as const
    ).flatMap(([kind, pattern]) => {
      const written = accept(pattern);
      return written === undefined ? [] : [{ kind, written }];
    })[0];
    if (!found) return undefined;
    // Kotlin's names between backticks.
    const kind = languageId === 'kotlin' && found.written.startsWith('`') ? 'name' : found.kind;
    tokens.push({ kind, text: found.written, range: [at, at + found.written.length], isFirst });
    at += found.written.length;
    isFirst = false;
  }
  return tokens;
}

/** A place among the tokens. */
export class BraceCursor extends TokenCursor<BraceToken> {
  constructor(
    tokens: readonly BraceToken[],
    readonly languageId: string,
  ) {
    super(tokens);
  }

  /** Statements end with their lines. */
  get endsAtLines(): boolean {
    return /^(?:go|kotlin|swift|javascript|typescript)$/.test(this.languageId);
  }

  /** Types follow their names. */
  get typesLast(): boolean {
    return /^(?:rust|swift|kotlin|typescript)$/.test(this.languageId);
  }

  peek(offset = 0): string {
    const token = this.tokens[this.at + offset];
    return token === undefined || token.kind === 'string' ? '' : token.text;
  }

  /** The index behind the bracket that closes the one at `from`. */
  closing(from: number): number {
    let depth = 0;
    for (let at = from; at < this.tokens.length; at++) {
      const { kind, text } = this.tokens[at]!;
      if (kind === 'string') continue;
      if ('([{'.includes(text)) depth += 1;
      else if (')]}'.includes(text) && --depth === 0) return at + 1;
    }
    return this.tokens.length;
  }

  /** Passes over a statement or a block. */
  skip(): void {
    const start = this.at;
    while (this.next) {
      const text = this.peek();
      if (text === ';') {
        this.at += 1;
        return;
      }
      if (text === '}') return;
      if ('([{'.includes(text) && text !== '') {
        this.at = this.closing(this.at);
        if (text === '{' && this.peek() !== ';' && this.peek() !== ')' && this.peek() !== ',') return;
      } else this.at += 1;
      if (
        this.at > start &&
        this.next?.isFirst &&
        /^[A-Za-z#]/.test(this.peek()) &&
        this.tokens[this.at - 1]!.text !== ','
      )
        if (
          this.tokens[start]!.text.startsWith('#') ||
          (this.endsAtLines && !/^(?:[-+*/%=<>!&|?:.({[]|=>|&&|\|\|)$/.test(this.tokens[this.at - 1]!.text))
        )
          return;
    }
  }
}
