/** Statements of C-like languages as lines of Python. The body of `main`, and those of tests, are statements of the module. */
import { BraceClassBodies } from './BraceClassBodies';
import { listed } from './BraceFunctions';
import { SHOW_CALLS } from './braceWords';
import { pythonName } from '../pythonName';
import { Untranslated } from '../Untranslated';

const MOST_STATEMENTS = 2000;

export class BraceStatements extends BraceClassBodies {
  private count = 0;
  /** Depth of the statement that is translated. */
  private level = 0;

  program(): void {
    const { cursor } = this;
    this.expressions.blockFunction = (parameters) => this.functionOfBlock(parameters);
    this.classBodies();
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
    this.level = depth;
    const behind = depth === 0 ? this.expressions.classes.skips.get(start) : undefined;
    if (behind !== undefined) {
      cursor.at = behind;
      return;
    }
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
    if (word.startsWith('#') || /^(?:use|using|import|package|typedef|template|include)$/.test(word))
      return this.line(start);
    if (
      /^(?:namespace|class|impl|object|mod|struct|extension|enum)$/.test(word) &&
      cursor.tokens[start + 1]?.kind === 'name'
    ) {
      while (cursor.next && !/^[{;]$/.test(cursor.peek())) cursor.at += 1;
      cursor.at += 1;
      return;
    }
    // Go's `const ( size = 3 )`: its lines are assignments.
    if (cursor.languageId === 'go' && /^(?:const|var)$/.test(word) && cursor.peek(1) === '(') {
      cursor.at += 2;
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
      return this.emit(depth, depth === 0 ? value.trim() || 'pass' : `return${listed(value)}`, start);
    }
    if (word === 'break' || word === 'continue') {
      cursor.at += 1;
      return this.emit(depth, word, start);
    }
    if (/^(?:it|describe|test|TEST\w*|TEST_CASE)$/.test(word) && cursor.peek(1) === '(') return this.testBody();
    if (SHOW_CALLS.test(word === 'std' ? cursor.peek(2) : word) && /^(?:[(.!]|<<|::)$/.test(cursor.peek(1)))
      return this.shown(depth, start);
    this.declaration(depth, start);
  }

  /** Of what is printed or checked, the calls of the program's functions are computed: `console.log(conv(x, k))`. */
  private shown(depth: number, start: number): void {
    const { cursor, expressions } = this;
    cursor.skip();
    const end = cursor.at;
    const kept = this.lines.length;
    for (let at = start; at < end; at++) {
      const { kind, text } = cursor.tokens[at]!;
      if (kind !== 'name' || !this.isComputed(text) || cursor.tokens[at + 1]?.text !== '(') continue;
      cursor.at = this.objectBefore(at);
      expressions.stop = cursor.closing(at + 1);
      try {
        this.emit(depth, expressions.value(), at);
      } catch (error) {
        if (!(error instanceof Untranslated)) throw error;
      }
      expressions.stop = undefined;
    }
    cursor.at = end;
    if (this.lines.length === kept) this.emit(depth, 'pass', start);
  }

  /** Whether a name is that of a function of the program, or of an object that is called. */
  private isComputed(name: string): boolean {
    const { functions, locals, classes } = this.expressions;
    return functions.has(name) || (locals.has(name) && classes.hasMember('__call__', true));
  }

  /** Where the object begins whose method is at a token: `conv` of `conv.forward(x)`. */
  private objectBefore(method: number): number {
    const { tokens } = this.cursor;
    let at = method;
    while (/^(?:\.|->|::)$/.test(tokens[at - 1]?.text ?? '')) {
      let from = at - 2;
      if (tokens[from]?.text === ')') while (from > 0 && this.cursor.closing(from) !== at - 1) from -= 1;
      if (tokens[from]?.text === '(') from -= 1;
      if (tokens[from]?.kind !== 'name') return at;
      at = tokens[from - 1]?.text === 'new' ? from - 1 : from;
    }
    return at;
  }

  private line(start: number): void {
    const { cursor } = this;
    do cursor.at += 1;
    while (cursor.next && !cursor.next.isFirst && cursor.tokens[cursor.at - 1]!.text !== ';');
    if (cursor.at === start) cursor.at += 1;
  }

  /** `#define N 5`, `#define MAX(a, b) ((a) > (b) ? (a) : (b))`. */
  private defined(start: number): void {
    const { cursor } = this;
    cursor.at += 1;
    const name = cursor.name();
    if (!cursor.next || cursor.next.isFirst) return;
    if (cursor.peek() === '(' && cursor.next.range[0] === cursor.tokens[cursor.at - 1]!.range[1]) {
      const end = cursor.closing(cursor.at);
      const parameters = this.parameters(cursor.at + 1, end - 1);
      cursor.at = end;
      this.expressions.functions.add(name);
      return this.emit(
        0,
        `def ${pythonName(name)}(${parameters.join(', ')}): return ${this.expressions.value()}`,
        start,
      );
    }
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

  private functionOfBlock(parameters: readonly string[]): string {
    const { level } = this;
    const name = `_block${this.lines.length}`;
    this.emit(level, `def ${name}(${parameters.join(', ')}):`, this.cursor.at - 1);
    this.block(level + 1);
    this.returnLast(level + 1);
    this.level = level;
    return name;
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

  protected body(depth: number): void {
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
    // Go's `if v := x[i]; v > best {`.
    if (this.hasBinding()) this.statement(depth);
    cursor.accepts(';');
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

  /** Whether a statement comes before a condition. */
  private hasBinding(): boolean {
    const { tokens, at } = this.cursor;
    if (this.cursor.peek() === '(') return false;
    const end = tokens.slice(at).findIndex(({ text }) => text === '{' || text === ';');
    return end >= 0 && tokens[at + end]!.text === ';';
  }
}
