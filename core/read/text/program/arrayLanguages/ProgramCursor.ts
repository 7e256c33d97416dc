/** A place among the tokens of a program. */
import { TokenCursor } from '../TokenCursor';
import type { ProgramLanguage, ProgramToken } from './programTokens';

export class ProgramCursor extends TokenCursor<ProgramToken> {
  constructor(
    tokens: readonly ProgramToken[],
    readonly language: ProgramLanguage,
  ) {
    super(tokens);
  }

  peek(offset = 0): string {
    return this.tokens[this.at + offset]?.text ?? '';
  }

  skipLines(): void {
    while (this.next && /^[\n;,]$/.test(this.peek()) && this.next.kind !== 'string') this.at += 1;
  }

  /** The end of the statement, over brackets. */
  skipStatement(): void {
    let depth = 0;
    while (this.next) {
      const text = this.peek();
      if (this.next.kind !== 'string') {
        if (depth === 0 && (text === '\n' || text === ';' || text === '}')) return;
        if ('([{'.includes(text)) depth += 1;
        else if (')]}'.includes(text)) depth -= 1;
      }
      this.at += 1;
    }
  }
}
