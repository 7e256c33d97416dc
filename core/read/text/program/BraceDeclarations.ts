/** Declarations, functions and assignments of C-like languages as lines of Python. */
import type { TextRange } from '../../TextRange';
import type { PythonLine } from './AssignmentTranslator';
import type { BraceCursor } from './BraceCursor';
import { BraceExpressions } from './BraceExpressions';
import { BRACE_MODIFIERS, BRACE_CONTROL, WHOLE_TYPES, MAIN_NAMES } from './braceWords';
import { pythonName, Untranslated } from './ProgramCursor';

export abstract class BraceDeclarations {
  readonly lines: PythonLine[] = [];
  readonly expressions: BraceExpressions;

  constructor(
    protected readonly cursor: BraceCursor,
    hasWhole: boolean,
    private readonly isGo: boolean,
  ) {
    this.expressions = new BraceExpressions(cursor, hasWhole);
    cursor.tokens.forEach(({ kind, text }, at) => {
      if (kind === 'name' && cursor.tokens[at + 1]?.text === '(' && this.isDefinition(at))
        this.expressions.functions.add(text);
    });
  }

  /** The statements up to a closing brace. */
  protected abstract block(depth: number): void;

  protected rangeFrom(at: number): TextRange {
    const { tokens } = this.cursor;
    return [tokens[at]!.range[0], tokens[Math.max(at, this.cursor.at - 1)]!.range[1]];
  }

  /** Whether the name before a bracket is that of a function's definition: a block follows the bracket. */
  private isDefinition(at: number): boolean {
    const { tokens } = this.cursor;
    const before = tokens[at - 1]?.text ?? '';
    const isTyped =
      /^(?:[\w>\]*&]+)$/.test(before) &&
      !BRACE_CONTROL.test(before.replace(/^(?:function|func)$/, 'x')) &&
      tokens[at - 1]?.kind !== 'number';
    if (!isTyped || BRACE_CONTROL.test(tokens[at]!.text)) return false;
    let end = this.cursor.closing(at + 1);
    while (tokens[end] && !/^[{;=]$/.test(tokens[end]!.text) && end < this.cursor.closing(at + 1) + 8) end += 1;
    return tokens[end]?.text === '{';
  }

  protected emit(depth: number, py: string, at: number): void {
    this.lines.push({ py: '    '.repeat(depth) + py, range: this.rangeFrom(at) });
  }

  /** A declaration, a function, or an expression statement. */
  protected declaration(depth: number, start: number): void {
    const { cursor, expressions } = this;
    while (BRACE_MODIFIERS.test(cursor.peek())) cursor.at += 1;
    // JavaScript's `const n = 1`.
    const isConstant =
      cursor.tokens[cursor.at - 1]?.text === 'const' && cursor.at > start && /^[=:]$/.test(cursor.peek(1));
    if (cursor.accepts('function', 'func')) {
      if (cursor.peek() === '(') cursor.at = cursor.closing(cursor.at);
      return this.functionOf(depth, start, cursor.name());
    }
    const keyword = isConstant ? 'const' : cursor.accepts('let', 'var', 'auto', 'val');
    const type = keyword === undefined ? this.type() : undefined;
    if (keyword === undefined && type === undefined) return this.expression(depth, start);
    do {
      while (cursor.accepts('*', '&'));
      const name = cursor.name();
      if (cursor.peek() === '(' && this.isDefinition(cursor.at - 1)) return this.functionOf(depth, start, name);
      if (type !== undefined && WHOLE_TYPES.test(type)) expressions.whole.add(name);
      else expressions.whole.delete(name);
      this.declarator(depth, start, name, type);
    } while (cursor.accepts(','));
    cursor.accepts(';');
  }

  private declarator(depth: number, start: number, name: string, type: string | undefined): void {
    const { cursor, expressions } = this;
    const sizes: string[] = [];
    while (cursor.accepts('[')) {
      sizes.push(cursor.peek() === ']' ? 'None' : expressions.value());
      cursor.requires(']');
    }
    // `name: Type`, `name []float64`.
    if (cursor.accepts(':')) while (cursor.next && !/^[=;]$/.test(cursor.peek())) cursor.at += 1;
    const own = pythonName(name);
    if (cursor.peek() === '(' || cursor.peek() === '{') {
      if (!/vector|array/i.test(type ?? '')) throw new Untranslated('constructor');
      const values = cursor.peek() === '{' ? expressions.value() : this.arguments();
      return this.emit(
        depth,
        `${own} = ${values.startsWith('[') ? `np.array(${values}, dtype=float)` : `_repeated(${values})`}`,
        start,
      );
    }
    if (!cursor.accepts('=', ':=')) {
      const zero =
        sizes.length > 0 ? `_declared(None, ${sizes.join(', ')})` : /vector|List/.test(type ?? '') ? '[]' : '0';
      return this.emit(depth, `${own} = ${zero}`, start);
    }
    const value = expressions.value();
    if (sizes.length > 0) return this.emit(depth, `${own} = _declared(${value}, ${sizes.join(', ')})`, start);
    const isArray = /^\[.*[\d.]/.test(value);
    this.emit(depth, `${own} = ${isArray ? `np.array(${value}, dtype=float)` : value}`, start);
  }

  protected arguments(): string {
    const { cursor, expressions } = this;
    cursor.requires('(');
    const found: string[] = [];
    while (!cursor.accepts(')')) {
      found.push(expressions.value());
      cursor.accepts(',');
    }
    return found.join(', ');
  }

  /** The type at the cursor where a name follows it; undefined for other statements. */
  private type(): string | undefined {
    const { cursor } = this;
    const start = cursor.at;
    if (cursor.next?.kind !== 'name' || BRACE_CONTROL.test(cursor.peek())) return undefined;
    const words = [cursor.name()];
    for (;;) {
      if (cursor.accepts('::', '.')) words.push(cursor.name());
      else if (cursor.peek() === '<') {
        let depth = 0;
        do {
          if (cursor.peek() === '<') depth += 1;
          else if (cursor.peek() === '>') depth -= 1;
          words.push(cursor.peek());
          cursor.at += 1;
        } while (depth > 0 && cursor.next && !/^[;{(]$/.test(cursor.peek()));
      } else if (cursor.peek() === '[' && /^[\],]$/.test(cursor.peek(1))) cursor.at = cursor.closing(cursor.at);
      else if (/^(?:long|int|double|char)$/.test(cursor.peek()) && /^(?:long|unsigned|short)$/.test(words.at(-1)!))
        words.push(cursor.name());
      else break;
    }
    while (cursor.accepts('*', '&', 'const'));
    if (cursor.next?.kind === 'name' && /^(?:=|;|\[|\(|\{|,|:)$/.test(cursor.peek(1))) return words.join('');
    cursor.at = start;
    return undefined;
  }

  private functionOf(depth: number, start: number, name: string): void {
    const { cursor } = this;
    const end = cursor.closing(cursor.at);
    const parameters = MAIN_NAMES.test(name) ? [] : this.parameters(cursor.at + 1, end - 1);
    cursor.at = end;
    while (cursor.next && cursor.peek() !== '{') cursor.at += 1;
    cursor.requires('{');
    // Statements of the program itself.
    if (MAIN_NAMES.test(name)) return;
    this.emit(depth, `def ${pythonName(name)}(${parameters.join(', ')}):`, start);
    this.block(depth + 1);
  }

  /** Parameters with their defaults; the name is the first word of Go's, else the last one. */
  private parameters(from: number, to: number): string[] {
    const { tokens } = this.cursor;
    const found: string[] = [];
    let depth = 0;
    let part: string[] = [];
    let value = '';
    for (let at = from; at <= to; at++) {
      const { text, kind } = tokens[at]!;
      if ('([{<'.includes(text)) depth += 1;
      else if (')]}>'.includes(text)) depth -= 1;
      if (at === to || (depth === 0 && text === ',')) {
        const name = this.isGo ? part[0] : part.at(-1);
        if (name !== undefined) {
          if (part.some((word) => word !== name && WHOLE_TYPES.test(word))) this.expressions.whole.add(name);
          else this.expressions.whole.delete(name);
          found.push(pythonName(name) + value);
        }
        part = [];
        value = '';
      } else if (depth === 0 && text === '=' && tokens[at + 1]?.kind === 'number') value = `=${tokens[at + 1]!.text}`;
      else if (depth === 0 && kind === 'name' && value === '' && !BRACE_MODIFIERS.test(text)) part.push(text);
    }
    return found;
  }

  private expression(depth: number, start: number): void {
    const { cursor, expressions } = this;
    const first = cursor.accepts('++', '--');
    const target = expressions.value();
    const operator = first ?? cursor.accepts('=', '+=', '-=', '*=', '/=', '++', '--', ':=');
    if (operator === '++' || operator === '--') this.emit(depth, `${target} ${operator[0]}= 1`, start);
    else if (operator === undefined) this.emit(depth, target, start);
    else {
      const values = [expressions.value()];
      while (cursor.accepts('=')) values.push(expressions.value());
      const value = values.at(-1)!;
      const isArray = operator.endsWith('=') && /^\[.*[\d.]/.test(value);
      const written = isArray ? `np.array(${value}, dtype=float)` : value;
      this.emit(depth, `${target} ${operator === ':=' ? '=' : operator} ${written}`, start);
      for (const other of values.slice(0, -1)) this.emit(depth, `${other} = ${target}`, start);
    }
    if (!cursor.accepts(';') && cursor.next && !cursor.next.isFirst && !/^[})]$/.test(cursor.peek()))
      throw new Untranslated(cursor.peek());
  }
}
