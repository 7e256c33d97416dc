/** A place among the tokens of a program. */
import { Untranslated } from '../Untranslated';
import type { ProgramLanguage, ProgramToken } from './programTokens';

export class ProgramCursor {
  at = 0;

  constructor(
    readonly tokens: readonly ProgramToken[],
    readonly language: ProgramLanguage,
  ) {}

  get next(): ProgramToken | undefined {
    return this.tokens[this.at];
  }

  peek(offset = 0): string {
    return this.tokens[this.at + offset]?.text ?? '';
  }

  /** Moves past one of these texts. */
  accepts(...texts: readonly string[]): string | undefined {
    const token = this.next;
    if (!token || token.kind === 'string' || !texts.includes(token.text)) return undefined;
    this.at += 1;
    return token.text;
  }

  requires(text: string): void {
    if (this.accepts(text) === undefined) throw new Untranslated(text);
  }

  name(): string {
    const token = this.next;
    if (token?.kind !== 'name') throw new Untranslated('name');
    this.at += 1;
    return token.text;
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
