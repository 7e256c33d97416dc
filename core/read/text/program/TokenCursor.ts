/** A place among the tokens of a program. */
import { Untranslated } from './Untranslated';

export class TokenCursor<Token extends { readonly kind: string; readonly text: string }> {
  at = 0;

  constructor(readonly tokens: readonly Token[]) {}

  get next(): Token | undefined {
    return this.tokens[this.at];
  }

  /** Moves past one of these texts, unless it is a string. */
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
}
