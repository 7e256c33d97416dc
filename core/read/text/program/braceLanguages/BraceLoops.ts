/** Loops of C-like languages as Python's. */
import { BraceDeclarations } from './BraceDeclarations';
import { BRACE_KEYWORDS, BRACE_MODIFIERS, WHOLE_TYPES } from './braceWords';
import { pythonName } from '../pythonName';
import { Untranslated } from '../Untranslated';

export abstract class BraceLoops extends BraceDeclarations {
  /** `for (int i = 0; i < n; i += 2)`, Go's without brackets, and loops over the items of an array or a range. */
  protected loop(depth: number, start: number): void {
    const { cursor, expressions } = this;
    cursor.at += 1;
    // Not that of a pattern: `for (i, row) in …`.
    const bracket = cursor.tokens[cursor.closing(cursor.at)]?.text === 'in' ? undefined : cursor.accepts('(');
    const over = this.itemsAt(bracket ? cursor.closing(cursor.at - 1) - 1 : undefined);
    if (over !== undefined) {
      if (bracket) cursor.requires(')');
      this.emit(depth, `for ${over}:`, start);
      return this.body(depth + 1);
    }
    while (
      BRACE_MODIFIERS.test(cursor.peek()) ||
      ((BRACE_KEYWORDS.test(cursor.peek()) || WHOLE_TYPES.test(cursor.peek())) &&
        cursor.tokens[cursor.at + 1]?.kind === 'name')
    )
      cursor.at += 1;
    // `std::size_t i = 0`.
    if (cursor.peek(1) === '::') this.type();
    const name = cursor.name();
    if (!cursor.accepts('=', ':=')) throw new Untranslated('for');
    const from = expressions.value();
    cursor.requires(';');
    if (cursor.name() !== name) throw new Untranslated('for');
    // `i + size <= n`, `i + 3 <= n`.
    const added = cursor.accepts('+') ? expressions.operand() : undefined;
    const comparison = cursor.accepts('<', '<=', '>', '>=', '!=');
    if (comparison === undefined) throw new Untranslated('for');
    const limit = `${expressions.value()}${added === undefined ? '' : ` - ${added}`}`;
    cursor.requires(';');
    const step = this.step(name);
    if (bracket) cursor.requires(')');
    expressions.whole.add(name);
    const to = comparison === '<=' ? `${limit} + 1` : comparison === '>=' ? `${limit} - 1` : limit;
    if ((comparison === '>' || comparison === '>=') !== step.startsWith('-')) throw new Untranslated('for');
    this.emit(depth, `for ${pythonName(name)} in range(int(${from}), int(${to}), int(${step})):`, start);
    this.body(depth + 1);
  }

  /** `x in items` of a loop such as `for (auto& x : items)`, `for x in 0..n`, `for i, v := range items`; undefined for others. */
  private itemsAt(limit: number | undefined): string | undefined {
    const { cursor, expressions } = this;
    let at = cursor.at;
    while (cursor.tokens[at] && at !== limit && !/^(?:in|of|:|range|[;{])$/.test(cursor.tokens[at]!.text)) at += 1;
    const word = cursor.tokens[at]?.text ?? '';
    if (at === limit || !/^(?:in|of|:|range)$/.test(word)) return undefined;
    const before = cursor.tokens.slice(cursor.at, at).filter(({ kind }) => kind === 'name');
    const isSeveral = word === 'range' || cursor.tokens.slice(cursor.at, at).some(({ text }) => text === ',');
    const names = (isSeveral ? before.filter(({ text }) => !BRACE_KEYWORDS.test(text)) : before.slice(-1)).map(
      ({ text }) => text,
    );
    cursor.at = at + 1;
    const items = expressions.value();
    if (/^range\(/.test(items)) names.forEach((name) => expressions.whole.add(name));
    // Go's range gives the places first.
    if (word === 'range' && names.length === 1) return `${pythonName(names[0]!)} in range(len(${items}))`;
    const all = names.map(pythonName).join(', ');
    return word === 'range' ? `${all} in enumerate(${items})` : `${all} in ${items}`;
  }

  /** `i++`, `++i`, `i += 2`, `i = i + 1`. */
  private step(name: string): string {
    const { cursor, expressions } = this;
    const first = cursor.accepts('++', '--');
    if (cursor.name() !== name) throw new Untranslated('step');
    const operator = first ?? cursor.accepts('++', '--', '+=', '-=', '=');
    if (operator === '++') return '1';
    if (operator === '--') return '-1';
    if (operator === '=') {
      if (cursor.name() !== name) throw new Untranslated('step');
      const sign = cursor.accepts('+', '-');
      if (sign === undefined) throw new Untranslated('step');
      return `${sign === '-' ? '-' : ''}${expressions.value()}`;
    }
    const value = expressions.value();
    return operator === '-=' ? `-${value}` : value;
  }
}
