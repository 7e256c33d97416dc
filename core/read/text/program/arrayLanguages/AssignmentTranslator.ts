/** Assignments of MATLAB, Julia and R, and the lines of Python that a translation writes. */
import type { TextRange } from '../../../TextRange';
import type { PythonLine } from '../evaluateLines';
import { ExpressionTranslator } from './ExpressionTranslator';
import type { TranslatedPart } from './OperatorTranslator';
import { pythonName } from '../pythonName';
import { Untranslated } from '../Untranslated';
import type { ProgramCursor } from './ProgramCursor';

export abstract class AssignmentTranslator {
  readonly lines: PythonLine[] = [];
  /** Arrays of MATLAB that begin with an element and grow. */
  protected readonly grown = new Set<string>();
  protected readonly expressions: ExpressionTranslator;

  constructor(protected readonly cursor: ProgramCursor) {
    this.expressions = new ExpressionTranslator(cursor);
  }

  /** A function whose name is passed: its parameters are next. */
  protected abstract functionOf(depth: number, start: number, name: string, outputs: readonly string[]): void;

  /** Julia's `f(x) = x + 1`, whose name is next. */
  protected abstract shortFunction(depth: number, start: number, name: string): void;

  protected rangeFrom(at: number): TextRange {
    const { tokens } = this.cursor;
    const first = tokens[at]!.range[0];
    return [first, tokens[Math.max(at, this.cursor.at - 1)]!.range[1]];
  }

  protected emit(depth: number, py: string, at: number): void {
    this.lines.push({ py: '    '.repeat(depth) + py, range: this.rangeFrom(at) });
  }

  /** What is printed is computed. */
  protected printed(depth: number, start: number): void {
    const { cursor } = this;
    cursor.at += 2;
    try {
      const values: string[] = [];
      while (!cursor.accepts(')')) {
        values.push(this.expressions.value());
        cursor.accepts(',');
      }
      this.emit(depth, values.length === 1 ? values[0]! : `(${values.join(', ')})`, start);
    } catch (error) {
      if (!(error instanceof Untranslated)) throw error;
      cursor.at = start;
      cursor.skipStatement();
      this.emit(depth, 'pass', start);
    }
  }

  protected assignment(depth: number, start: number): void {
    const { cursor, expressions } = this;
    if (cursor.language === 'matlab' && cursor.peek() === '[' && this.isTuple())
      return this.tuple(depth, start, '[', ']');
    const name = cursor.next?.kind === 'name' ? cursor.peek() : undefined;
    const operator = name === undefined ? undefined : cursor.peek(1);
    if (name !== undefined && operator === ',' && cursor.language === 'julia') return this.tuple(depth, start, '', '');
    if (name !== undefined && /^(?:=|<-|[-+*/]=)$/.test(operator ?? '')) {
      cursor.at += 2;
      if (cursor.language === 'r' && cursor.accepts('function')) return this.functionOf(depth, start, name, []);
      const value = expressions.expression();
      expressions.variables.add(name);
      this.noteVector(name, value);
      const written = expressions.valueOf(value);
      const isName = /^[A-Za-z_]\w*$/.test(written) && cursor.language !== 'julia';
      const assigned = operator === '<-' ? '=' : operator!;
      return this.emit(depth, `${pythonName(name)} ${assigned} ${isName ? `_copy(${written})` : written}`, start);
    }
    if (name !== undefined && operator === '(' && cursor.language === 'julia' && this.isShortFunction())
      return this.shortFunction(depth, start, name);
    if (name !== undefined && operator === (cursor.language === 'matlab' ? '(' : '[') && this.isElement())
      return this.element(depth, start, name);
    const value = expressions.value();
    if (cursor.accepts('++', '--')) throw new Untranslated('++');
    this.emit(depth, value, start);
  }

  private noteVector(name: string, { range, isVector, py }: TranslatedPart): void {
    const holds = range !== undefined || isVector === true || /^(?:_row|_joined)\(/.test(py);
    if (holds) this.expressions.vectors.add(name);
    else this.expressions.vectors.delete(name);
  }

  private isTuple(): boolean {
    const close = this.cursor.tokens.findIndex(({ text }, at) => at > this.cursor.at && text === ']');
    return close > 0 && this.cursor.tokens[close + 1]?.text === '=';
  }

  private tuple(depth: number, start: number, open: string, close: string): void {
    const { cursor, expressions } = this;
    if (open !== '') cursor.requires(open);
    const names: string[] = [];
    while (cursor.next && !(close === '' ? cursor.peek() === '=' : cursor.peek() === close)) {
      names.push(cursor.accepts('~') ? '_' : cursor.name());
      cursor.accepts(',');
    }
    if (close !== '') cursor.requires(close);
    cursor.requires('=');
    const values = [expressions.value()];
    while (cursor.language === 'julia' && cursor.accepts(',')) values.push(expressions.value());
    names.forEach((name) => expressions.variables.add(name));
    this.emit(depth, `${names.map(pythonName).join(', ')} = ${values.join(', ')}`, start);
  }

  /** Where the bracket after the name at the cursor closes. */
  private closing(): number {
    let depth = 0;
    for (let at = this.cursor.at + 1; at < this.cursor.tokens.length; at++) {
      const { text, kind } = this.cursor.tokens[at]!;
      if (kind === 'string') continue;
      if ('([{'.includes(text)) depth += 1;
      else if (')]}'.includes(text) && --depth === 0) return at;
    }
    return -1;
  }

  private isElement(): boolean {
    const next = this.cursor.tokens[this.closing() + 1]?.text ?? '';
    return /^(?:=|<-|\.?[-+*/]?=)$/.test(next);
  }

  private isShortFunction(): boolean {
    return this.cursor.tokens[this.closing() + 1]?.text === '=';
  }

  /** `y(i, j) = …`, `A(:) = …`, `y[i, j] += …`. */
  private element(depth: number, start: number, name: string): void {
    const { cursor, expressions } = this;
    cursor.at += 1;
    const array = pythonName(name);
    const { places, flat, isMask } = expressions.index(array, cursor.language === 'matlab' ? ')' : ']');
    const operator = cursor.accepts('=', '<-', '.=', '+=', '-=', '*=', '/=', '.+=', '.-=', '.*=', './=');
    if (operator === undefined) throw new Untranslated('element');
    if (isMask) {
      if (!/^(?:\.?=|<-)$/.test(operator)) throw new Untranslated('element');
      return this.emit(depth, `_masked(${array}, ${places}, ${expressions.value()})`, start);
    }
    if (cursor.language === 'matlab' && !flat && !places.includes(':') && !expressions.variables.has(name)) {
      this.grown.add(array);
      this.emit(depth, `${array} = _grown(${array}, (${places}))`, start);
    }
    const value = expressions.value();
    const assigned = operator === '<-' ? '=' : operator.replace('.', '');
    if (places === ':' && flat && assigned === '=') return this.emit(depth, `_fill(${array}, ${value})`, start);
    this.emit(depth, `${flat ? `_line(${array})` : array}[${places}] ${assigned} ${value}`, start);
  }
}
