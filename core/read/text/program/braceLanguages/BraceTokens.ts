/** Tokens of a program by their index, and what belongs together among them. */
import type { BraceCursor } from './BraceCursor';

export class BraceTokens {
  constructor(readonly cursor: BraceCursor) {}

  protected get language(): string {
    return this.cursor.languageId;
  }

  /** Empty for strings and behind the end. */
  protected text(at: number): string {
    const token = this.cursor.tokens[at];
    return token === undefined || token.kind === 'string' ? '' : token.text;
  }

  protected isName(at: number): boolean {
    return this.cursor.tokens[at]?.kind === 'name';
  }

  protected isFirst(at: number): boolean {
    return this.cursor.tokens[at]?.isFirst ?? true;
  }

  protected closing(at: number): number {
    return this.cursor.closing(at);
  }

  /** After the angle brackets at a token; the token itself where it opens none. */
  pastGenerics(from: number): number {
    let depth = 0;
    for (let at = from; at < from + 60; at++) {
      if (this.text(at) === '<') depth += 1;
      else if (this.text(at) === '>' && --depth === 0) return at + 1;
      if (depth === 0 || /^[;{]$/.test(this.text(at))) break;
    }
    return from;
  }

  /** After the initial values of a C++ constructor: `: size_{size}, step_(step)`. */
  protected pastInitializers(from: number): number {
    let at = from;
    while (/^[:,]$/.test(this.text(at)) && this.isName(at + 1)) {
      const bracket = this.pastGenerics(at + 2);
      if (!/^[({]$/.test(this.text(bracket))) break;
      at = this.closing(bracket);
    }
    return at;
  }
}
