/** Functions of C-like languages as Python's. */
import type { TextRange } from '../../../TextRange';
import type { PythonLine } from '../evaluateLines';
import { BraceClasses } from './BraceClasses';
import type { BraceCursor } from './BraceCursor';
import { BraceExpressions } from './BraceExpressions';
import { BRACE_CONTROL, BRACE_MODIFIERS, MAIN_NAMES, WHOLE_TYPES } from './braceWords';
import { pythonName } from '../pythonName';

export abstract class BraceFunctions {
  readonly lines: PythonLine[] = [];
  readonly expressions: BraceExpressions;
  /** Names that the program gives to types of arrays: `using Matrix = std::vector<…>`. */
  protected readonly aliases = new Set<string>();
  /** Lines that set parameters to their defaults. */
  protected defaults: string[] = [];
  /** Whether the last line is an expression at the end of a block. */
  protected isValue = false;

  constructor(protected readonly cursor: BraceCursor) {
    this.expressions = new BraceExpressions(cursor, new BraceClasses(cursor));
    for (const { members } of this.expressions.classes.all.values())
      for (const { kind, name } of members) if (kind === 'method') this.expressions.functions.add(name);
    cursor.tokens.forEach(({ kind, text }, at) => {
      if (cursor.languageId === 'swift') this.noteLabels(at);
      if (text === 'using' || text === 'typedef') this.alias(at);
      const isArrow = kind === 'name' && this.arrowAt(at + 1) !== undefined;
      if (isArrow || (kind === 'name' && cursor.tokens[at + 1]?.text === '(' && this.isDefinition(at)))
        this.expressions.functions.add(text);
    });
  }

  /** `using Matrix = std::vector<…>;`, `typedef vector<…> Matrix;`. */
  private alias(at: number): void {
    const { tokens } = this.cursor;
    const words = tokens
      .slice(
        at + 1,
        tokens.findIndex((each, place) => place > at && each.text === ';'),
      )
      .map(({ text }) => text);
    const name = tokens[at]!.text === 'using' ? words[0] : words.at(-1);
    if (words.includes('vector') && name !== undefined) this.aliases.add(name);
  }

  /** Swift's `func conv(_ x: [Float], kernel k: [Float])`. */
  private noteLabels(at: number): void {
    const { tokens } = this.cursor;
    const isInit = tokens[at]!.text === 'init';
    const bracket = isInit ? at + 1 : at + 2;
    if ((!isInit && tokens[at]!.text !== 'func') || tokens[bracket]?.text !== '(') return;
    const end = this.cursor.closing(bracket);
    for (let each = bracket + 1; each < end; each++) {
      const isShort = tokens[each + 1]?.text === ':';
      if (!/^[(,]$/.test(tokens[each - 1]!.text) || (!isShort && tokens[each + 2]?.text !== ':')) continue;
      const name = tokens[isShort ? each : each + 1]!.text;
      this.expressions.labels.set(`${tokens[bracket - 1]!.text} ${tokens[each]!.text}`, name);
    }
  }

  /** A block or one statement. */
  protected abstract body(depth: number): void;

  /** The statements up to a closing brace. */
  protected abstract block(depth: number): void;

  protected rangeFrom(at: number): TextRange {
    const { tokens } = this.cursor;
    return [tokens[at]!.range[0], tokens[Math.max(at, this.cursor.at - 1)]!.range[1]];
  }

  /** Whether the name before a bracket is that of a function's definition: a block follows the bracket. */
  protected isDefinition(at: number): boolean {
    const { tokens } = this.cursor;
    const before = tokens[at - 1]?.text ?? '';
    const isTyped =
      /^(?:[\w>\]*&]+)$/.test(before) &&
      !BRACE_CONTROL.test(before.replace(/^(?:function|func|fn|fun)$/, 'x')) &&
      tokens[at - 1]?.kind !== 'number';
    if (!isTyped || BRACE_CONTROL.test(tokens[at]!.text)) return false;
    const from = this.cursor.closing(at + 1);
    let end = from;
    while (tokens[end] && !/^[{;=]$/.test(tokens[end]!.text) && end < from + 24)
      end = tokens[end]!.text === '[' ? this.cursor.closing(end) : end + 1;
    return tokens[end]?.text === '{';
  }

  /** The parameters of `= (x, k) => …` and `= function (x, k) …` at a token, in brackets, and the index behind them. */
  protected arrowAt(at: number): { readonly from: number; readonly end: number } | undefined {
    const { tokens } = this.cursor;
    if (tokens[at]?.text !== '=') return undefined;
    const from = tokens[at + 1]?.text === 'function' ? at + 2 : at + 1;
    if (tokens[from]?.text !== '(') return undefined;
    let end = this.cursor.closing(from);
    if (from === at + 2) return { from, end };
    // The type of the result.
    if (tokens[end]?.text === ':')
      while (end < from + 80 && tokens[end] && !/^(?:=>|[;=])$/.test(tokens[end]!.text)) end += 1;
    return tokens[end]?.text === '=>' ? { from, end: end + 1 } : undefined;
  }

  protected emit(depth: number, py: string, at: number): void {
    this.lines.push({ py: '    '.repeat(depth) + py, range: this.rangeFrom(at) });
  }

  protected functionOf(depth: number, start: number, name: string): void {
    const { cursor } = this;
    const end = cursor.closing(cursor.at);
    // A test, an example: what no other function calls.
    const isMain = MAIN_NAMES.test(name) || (depth === 0 && end === cursor.at + 2 && this.isUncalled(name));
    this.expressions.locals.clear();
    const parameters = isMain ? [] : this.parameters(cursor.at + 1, end - 1);
    cursor.at = end;
    // Rust's `-> Map<{ H - K + 1 }>` has braces, too.
    while (cursor.next && cursor.peek() !== '{')
      cursor.at =
        /^[<,]$/.test(cursor.peek()) && cursor.peek(1) === '{' ? cursor.closing(cursor.at + 1) : cursor.at + 1;
    cursor.requires('{');
    // Statements of the program itself.
    if (isMain) return;
    this.functionBody(depth, start, name, parameters);
  }

  private isUncalled(name: string): boolean {
    const { tokens } = this.cursor;
    return tokens.filter(({ text }, at) => text === name && tokens[at + 1]?.text === '(').length === 1;
  }

  protected functionBody(depth: number, start: number, name: string, parameters: readonly string[]): void {
    this.emit(depth, `def ${pythonName(name)}(${parameters.join(', ')}):`, start);
    this.emitDefaults(depth + 1, start);
    this.block(depth + 1);
    this.returnLast(depth + 1);
  }

  /** The last expression of a block is its value. */
  protected returnLast(depth: number): void {
    const last = this.lines.at(-1)!;
    const value = last.py.trimStart();
    const isReturned = /^(?:return|pass|break|continue)\b/.test(value);
    if (
      /^(?:rust|swift)$/.test(this.cursor.languageId) &&
      this.isValue &&
      !isReturned &&
      last.py === '    '.repeat(depth) + value
    )
      this.lines[this.lines.length - 1] = { ...last, py: last.py.replace(value, `return${listed(` ${value}`)}`) };
  }

  protected emitDefaults(depth: number, at: number): void {
    for (const each of this.defaults.splice(0)) this.emit(depth, each, at);
  }

  /** Parameters with their defaults; the name is the first word of Go's, else the last one. */
  protected parameters(from: number, to: number): string[] {
    const { tokens } = this.cursor;
    const found: string[] = [];
    let depth = 0;
    let part: string[] = [];
    let value = '';
    let isTyped = false;
    let isReference = false;
    for (let at = from; at <= to; at++) {
      const { text, kind } = tokens[at]!;
      if ('([{<'.includes(text)) depth += 1;
      else if (')]}>'.includes(text)) depth -= 1;
      isReference ||= /^(?:[*&[]|&&)$/.test(text);
      // JavaScript's `{ stride = 1, padding = 0 } = {}`.
      if (depth === 1 && text === '{' && part.length === 0 && /script$/.test(this.cursor.languageId)) {
        const end = this.cursor.closing(at);
        found.push(...this.parameters(at + 1, end - 1));
        at = end - 1;
        depth -= 1;
        isTyped = true;
      } else if (at === to || (depth === 0 && text === ',')) {
        const name = this.cursor.languageId === 'go' ? part[0] : part.at(-1);
        if (name !== undefined && name !== 'void') {
          this.expressions.locals.add(name);
          if (part.some((word) => word !== name && WHOLE_TYPES.test(word))) this.expressions.whole.add(name);
          else this.expressions.whole.delete(name);
          const isArray = part.some((word) => /vector|array/i.test(word) || this.aliases.has(word));
          if (isArray && !isReference && this.cursor.languageId === 'cpp')
            this.defaults.push(`${pythonName(name)} = _deep(${pythonName(name)})`);
          found.push(pythonName(name) + value);
        }
        part = [];
        value = '';
        isTyped = false;
        isReference = false;
      } else if (depth === 0 && text === '=') {
        const name = part.at(-1);
        if (name === undefined) at = this.cursor.closing(at + 1) - 1;
        else if (tokens[at + 1]?.kind === 'number' && (at + 2 === to || tokens[at + 2]!.text === ','))
          value = `=${tokens[at + 1]!.text}`;
        else {
          this.cursor.at = at + 1;
          this.defaults.push(`if ${pythonName(name)} is None: ${pythonName(name)} = ${this.expressions.value()}`);
          at = this.cursor.at - 1;
          value = '=None';
        }
      } else if (depth === 0 && text === ':' && this.cursor.typesLast) {
        if (WHOLE_TYPES.test(tokens[at + 1]!.text)) part.unshift(tokens[at + 1]!.text);
        isTyped = true;
      } else if (depth === 0 && kind === 'name' && !isTyped && value === '' && !BRACE_MODIFIERS.test(text))
        part.push(text);
    }
    return found;
  }
}

/** Lists that a function fills are arrays. */
export function listed(value: string): string {
  return /^ [A-Za-z_]\w*$/.test(value) ? ` _listed(${value.trim()})` : value;
}
