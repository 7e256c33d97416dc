/** Statements of C-like languages as lines of Python. The body of `main`, and those of tests, are statements of the module. */
import { BraceDeclarations } from './BraceDeclarations';
import { BRACE_MODIFIERS, BRACE_KEYWORDS, WHOLE_TYPES, SHOW_CALLS } from './braceWords';
import { pythonName, Untranslated } from './ProgramCursor';

const MOST_STATEMENTS = 2000;

export class BraceStatements extends BraceDeclarations {
  private count = 0;

  program(): void {
    const { cursor } = this;
    while (cursor.next) {
      const { at } = cursor;
      const kept = this.lines.length;
      try {
        this.statement(0);
        const head = this.lines[kept];
        if (head) this.lines[kept] = { ...head, range: this.rangeFrom(at) };
      } catch (error) {
        if (!(error instanceof Untranslated)) throw error;
        this.lines.length = kept;
        cursor.at = at;
        cursor.skip();
        const names = cursor.tokens
          .slice(at, cursor.at)
          .filter((token, k) => token.kind === 'name' && this.isTarget(at + k));
        for (const name of new Set(names.map(({ text }) => pythonName(text))))
          this.emit(0, `${name} = _untranslated`, at);
      }
      if (cursor.at === at) cursor.at += 1;
    }
  }

  private isTarget(at: number): boolean {
    return /^(?:[-+*/]?=|:=|\[|\+\+|--)$/.test(this.cursor.tokens[at + 1]?.text ?? '');
  }

  private statement(depth: number): void {
    if (++this.count > MOST_STATEMENTS || depth > 20) throw new Untranslated('length');
    const { cursor } = this;
    const start = cursor.at;
    if (cursor.accepts(';', '}', ')', ',')) return;
    if (cursor.accepts('{')) return this.block(depth);
    if (cursor.peek() === '@') {
      cursor.at += 2;
      return;
    }
    while (
      /^(?:public|private|protected|internal|export|abstract|final|default|static)$/.test(cursor.peek()) &&
      cursor.tokens[cursor.at + 1]?.kind === 'name'
    )
      cursor.at += 1;
    const word = cursor.next?.kind === 'name' ? cursor.peek() : '';
    if (word === '#define') return this.defined(start);
    if (word.startsWith('#') || /^(?:using|import|package|typedef|template|include)$/.test(word))
      return this.line(start);
    if (word === 'namespace' || word === 'class') {
      while (cursor.next && cursor.peek() !== '{') cursor.at += 1;
      cursor.at += 1;
      return;
    }
    if (word === 'for') return this.loop(depth, start);
    if (word === 'while') {
      cursor.at += 1;
      this.emit(depth, `while ${this.condition()}:`, start);
      return this.body(depth + 1);
    }
    if (word === 'if') return this.branches(depth, start);
    if (word === 'return') {
      cursor.at += 1;
      const value = /^[;}]$/.test(cursor.peek()) || cursor.next?.isFirst ? '' : ` ${this.expressions.value()}`;
      return this.emit(depth, depth === 0 ? 'pass' : `return${listed(value)}`, start);
    }
    if (word === 'break' || word === 'continue') {
      cursor.at += 1;
      return this.emit(depth, word, start);
    }
    if (/^(?:it|describe|test|TEST\w*|TEST_CASE)$/.test(word) && cursor.peek(1) === '(') return this.testBody();
    if (/^(?:console|System|Console|fmt|print|println)$/.test(word) && this.printed(depth, start)) return;
    if (SHOW_CALLS.test(word) && /^(?:\(|\.|<<|::)$/.test(cursor.peek(1))) {
      cursor.skip();
      return this.emit(depth, 'pass', start);
    }
    this.declaration(depth, start);
  }

  /** What is printed is computed: `console.log(conv(x, k))`. */
  private printed(depth: number, start: number): boolean {
    const { cursor } = this;
    try {
      while (cursor.next && cursor.peek() !== '(') cursor.at += 1;
      const values = this.arguments();
      cursor.accepts(';');
      this.emit(depth, values.includes(',') ? `(${values})` : values || 'pass', start);
      return true;
    } catch (error) {
      if (!(error instanceof Untranslated)) throw error;
      cursor.at = start;
      return false;
    }
  }

  private line(start: number): void {
    const { cursor } = this;
    do cursor.at += 1;
    while (cursor.next && !cursor.next.isFirst && cursor.tokens[cursor.at - 1]!.text !== ';');
    if (cursor.at === start) cursor.at += 1;
  }

  /** `#define N 5`. */
  private defined(start: number): void {
    const { cursor } = this;
    cursor.at += 1;
    const name = cursor.name();
    if (!cursor.next || cursor.next.isFirst) return;
    const value = this.expressions.expression();
    if (value.isWhole) this.expressions.whole.add(name);
    this.emit(0, `${pythonName(name)} = ${value.py}`, start);
  }

  /** The body of a test is read as statements: its head is passed. */
  private testBody(): void {
    const { cursor } = this;
    const end = cursor.closing(cursor.at + 1);
    let at = cursor.at + 2;
    while (at < end && cursor.tokens[at]!.text !== '{') at += 1;
    cursor.at = at < end ? at + 1 : end;
  }

  protected block(depth: number): void {
    const { cursor } = this;
    const kept = this.lines.length;
    while (!cursor.accepts('}')) {
      if (!cursor.next) throw new Untranslated('}');
      this.inner(depth);
    }
    if (this.lines.length === kept) this.emit(depth, 'pass', cursor.at - 1);
  }

  /** A statement of a block: one that cannot be translated fails where it is reached. */
  private inner(depth: number): void {
    const { cursor } = this;
    const { at } = cursor;
    const kept = this.lines.length;
    try {
      this.statement(depth);
      if (cursor.at === at) throw new Untranslated('statement');
    } catch (error) {
      if (!(error instanceof Untranslated)) throw error;
      this.lines.length = kept;
      cursor.at = at;
      cursor.skip();
      if (cursor.at === at) throw error;
      this.emit(depth, '_untranslated', at);
    }
  }

  private body(depth: number): void {
    const kept = this.lines.length;
    if (this.cursor.accepts('{')) this.block(depth);
    else {
      const { at } = this.cursor;
      this.statement(depth);
      if (this.lines.length === kept) this.emit(depth, 'pass', at);
    }
  }

  private condition(): string {
    const bracket = this.cursor.peek() === '(';
    if (bracket) this.cursor.at += 1;
    const value = this.expressions.value();
    if (bracket) this.cursor.requires(')');
    return value;
  }

  private branches(depth: number, start: number): void {
    const { cursor } = this;
    cursor.at += 1;
    this.emit(depth, `if ${this.condition()}:`, start);
    this.body(depth + 1);
    while (cursor.peek() === 'else') {
      const at = cursor.at;
      cursor.at += 1;
      if (cursor.accepts('if')) this.emit(depth, `elif ${this.condition()}:`, at);
      else this.emit(depth, 'else:', at);
      this.body(depth + 1);
    }
  }

  /** `for (int i = 0; i < n; i += 2)`, Go's without brackets; others have no place in this translation. */
  private loop(depth: number, start: number): void {
    const { cursor, expressions } = this;
    cursor.at += 1;
    const bracket = cursor.accepts('(');
    while (
      BRACE_MODIFIERS.test(cursor.peek()) ||
      ((BRACE_KEYWORDS.test(cursor.peek()) || WHOLE_TYPES.test(cursor.peek())) &&
        cursor.tokens[cursor.at + 1]?.kind === 'name')
    )
      cursor.at += 1;
    const name = cursor.name();
    if (!cursor.accepts('=', ':=')) throw new Untranslated('for');
    const from = expressions.value();
    cursor.requires(';');
    if (cursor.name() !== name) throw new Untranslated('for');
    const comparison = cursor.accepts('<', '<=', '>', '>=', '!=');
    const limit = expressions.value();
    cursor.requires(';');
    const step = this.step(name);
    if (bracket) cursor.requires(')');
    expressions.whole.add(name);
    const to = comparison === '<=' ? `${limit} + 1` : comparison === '>=' ? `${limit} - 1` : limit;
    if ((comparison === '>' || comparison === '>=') !== step.startsWith('-')) throw new Untranslated('for');
    this.emit(depth, `for ${pythonName(name)} in range(int(${from}), int(${to}), int(${step})):`, start);
    this.body(depth + 1);
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

/** Lists that a function fills are arrays. */
function listed(value: string): string {
  return /^ [A-Za-z_]\w*$/.test(value) ? ` _listed(${value.trim()})` : value;
}
