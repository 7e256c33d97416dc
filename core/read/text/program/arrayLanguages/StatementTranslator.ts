/** Statements of MATLAB, Julia and R as lines of Python. What cannot be translated leaves what it assigns unknown. */
import { declaredFunctions } from './functionParts';
import { FunctionTranslator } from './FunctionTranslator';
import { BLOCK_ENDS, BLOCK_WORDS, PRINT_WORDS, SHOW_WORDS } from './programWords';
import { pythonName } from '../pythonName';
import { Untranslated } from '../Untranslated';
import type { ProgramCursor } from './ProgramCursor';
import { skipUntranslated } from './skipUntranslated';

/** Statements and blocks of one program. */
const MOST_STATEMENTS = 3000;

export class StatementTranslator extends FunctionTranslator {
  private count = 0;
  constructor(cursor: ProgramCursor) {
    super(cursor);
    for (const name of declaredFunctions(cursor)) this.expressions.functions.add(name);
  }

  program(): void {
    const { cursor } = this;
    // MATLAB's functions are at the end of a script.
    let functions = 0;
    for (cursor.skipLines(); cursor.next; cursor.skipLines()) {
      const { at } = cursor;
      const kept = this.lines.length;
      try {
        this.statement(0);
        const head = this.lines[kept];
        // The whole statement, with its blocks.
        if (head) this.lines[kept] = { ...head, range: this.rangeFrom(at) };
        if (cursor.language === 'matlab' && head?.py.startsWith('def ')) {
          const moved = this.lines.splice(kept);
          this.lines.splice(functions, 0, ...moved);
          functions += moved.length;
        } else if (head) this.beginGrown(kept);
      } catch (error) {
        if (!(error instanceof Untranslated)) throw error;
        this.lines.length = kept;
        cursor.at = at;
        const names = skipUntranslated(cursor);
        for (const name of names) this.emit(0, `${name} = _untranslated`, at);
      }
      if (cursor.at === at) cursor.at += 1;
    }
  }

  /** Before the statement that makes arrays by their elements, they are empty. */
  private beginGrown(at: number): void {
    for (const name of this.grown) {
      this.lines.splice(at, 0, { ...this.lines[at]!, py: `${name} = np.zeros((0, 0))` });
      this.expressions.variables.add(name);
    }
    this.grown.clear();
  }

  private statement(depth: number): void {
    if (++this.count > MOST_STATEMENTS || depth > 20) throw new Untranslated('length');
    const { cursor } = this;
    const start = cursor.at;
    const word = cursor.next?.kind === 'name' ? cursor.peek() : '';
    if (cursor.peek() === '@' && cursor.language === 'julia') {
      cursor.at += 1;
      if (/^(?:test|show|assert|time|testset|btime|info|printf)/.test(cursor.name())) cursor.skipStatement();
      else this.statement(depth);
      return;
    }
    if (cursor.language === 'r' && cursor.accepts('{')) return this.braced(depth);
    switch (word) {
      case 'for':
      case 'parfor':
        return this.loop(depth, start);
      case 'while':
        cursor.at += 1;
        return this.headed(depth, start, `while ${this.condition()}:`);
      case 'if':
        cursor.at += 1;
        return this.branches(depth, start);
      case 'function':
        return this.definition(depth, start);
      case 'return':
        return this.returns(depth, start);
      case 'break':
      case 'continue':
      case 'next':
        cursor.at += 1;
        return this.emit(depth, word === 'next' ? 'continue' : word, start);
    }
    const isCommand = word !== '' && cursor.tokens[start + 1]?.kind === 'name' && cursor.language === 'matlab';
    if (PRINT_WORDS.test(word) && cursor.tokens[start + 1]?.text === '(') return this.printed(depth, start);
    if (SHOW_WORDS.test(word) || isCommand) {
      cursor.skipStatement();
      return this.emit(depth, 'pass', start);
    }
    this.assignment(depth, start);
  }

  /** A statement of a block: one that cannot be translated fails where it is reached. */
  protected inner(depth: number): void {
    const { cursor } = this;
    const { at } = cursor;
    const kept = this.lines.length;
    try {
      this.statement(depth);
    } catch (error) {
      if (!(error instanceof Untranslated) || BLOCK_WORDS.test(this.cursor.tokens[at]?.text ?? '')) throw error;
      this.lines.length = kept;
      cursor.at = at;
      cursor.skipStatement();
      if (cursor.at === at) throw error;
      this.emit(depth, '_untranslated', at);
    }
  }

  private braced(depth: number): void {
    const { cursor } = this;
    const kept = this.lines.length;
    for (cursor.skipLines(); !cursor.accepts('}'); cursor.skipLines()) {
      if (!cursor.next) throw new Untranslated('}');
      this.inner(depth);
    }
    if (this.lines.length === kept) this.emit(depth, 'pass', cursor.at - 1);
  }

  /** The statements of a block up to one of these words, which is not passed. */
  protected body(depth: number, ends: RegExp): void {
    const { cursor } = this;
    if (cursor.language === 'r') {
      cursor.skipLines();
      if (cursor.accepts('{')) this.braced(depth);
      else this.statement(depth);
      return;
    }
    const kept = this.lines.length;
    for (cursor.skipLines(); !ends.test(cursor.peek()); cursor.skipLines()) {
      if (!cursor.next) throw new Untranslated('end');
      this.inner(depth);
    }
    if (this.lines.length === kept) this.emit(depth, 'pass', Math.max(0, cursor.at - 1));
  }

  private headed(depth: number, start: number, head: string): void {
    this.emit(depth, head, start);
    this.body(depth + 1, BLOCK_ENDS);
    if (this.cursor.language !== 'r') this.cursor.at += 1;
  }

  private condition(): string {
    if (this.cursor.language !== 'r') return this.expressions.value();
    this.cursor.requires('(');
    const value = this.expressions.value();
    this.cursor.requires(')');
    return value;
  }

  private loop(depth: number, start: number): void {
    const { cursor, expressions } = this;
    if (cursor.language === 'julia') {
      const loops = expressions.loops();
      loops.forEach(({ name, over }, inner) => this.emit(depth + inner, `for ${name} in ${over}:`, start));
      this.body(depth + loops.length, BLOCK_ENDS);
      cursor.at += 1;
      return;
    }
    cursor.at += 1;
    const bracket = cursor.accepts('(');
    const name = cursor.name();
    if (!cursor.accepts('=', 'in')) throw new Untranslated('for');
    expressions.variables.add(name);
    expressions.vectors.delete(name);
    const over = expressions.iterable(expressions.expression());
    if (bracket) cursor.requires(')');
    this.headed(depth, start, `for ${pythonName(name)} in ${over}:`);
  }

  private branches(depth: number, start: number): void {
    const { cursor } = this;
    this.emit(depth, `if ${this.condition()}:`, start);
    this.body(depth + 1, /^(?:end\w*|else|elseif)$/);
    for (;;) {
      const at = cursor.at;
      if (cursor.language === 'r') cursor.skipLines();
      if (cursor.accepts('elseif')) this.emit(depth, `elif ${this.condition()}:`, at);
      else if (cursor.accepts('else')) {
        if (cursor.language === 'r' && cursor.accepts('if')) this.emit(depth, `elif ${this.condition()}:`, at);
        else this.emit(depth, 'else:', at);
      } else {
        if (cursor.language !== 'r') cursor.at += 1;
        else cursor.at = at;
        return;
      }
      this.body(depth + 1, /^(?:end\w*|else|elseif)$/);
    }
  }
}
