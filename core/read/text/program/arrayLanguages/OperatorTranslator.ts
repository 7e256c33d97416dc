/** Operators of MATLAB, Julia and R as Python's: their order, ranges, and what follows an operand. */
import { Untranslated } from '../Untranslated';
import type { ProgramCursor } from './ProgramCursor';

export interface TranslatedPart {
  readonly py: string;
  /** `a:b` and `a:step:b`. */
  readonly range?: { readonly from: string; readonly to: string; readonly step?: string };
  /** Index of all elements of an axis. */
  readonly all?: true;
  /** An array of indices. */
  readonly isVector?: boolean;
  /** The elements for which a comparison is true. */
  readonly isMask?: boolean;
}

const MAX_DEPTH = 80;

const LEVELS = [
  ['||'],
  ['&&'],
  ['|', '.|'],
  ['&', '.&'],
  ['==', '~=', '!=', '<', '>', '<=', '>=', '.==', '.!=', '.<', '.>', '.<=', '.>=', '\u2264', '\u2265', '\u2260'],
  [':'],
  ['+', '-', '.+', '.-'],
  ['*', '/', '.*', './', '%', '\u00f7', '\u22c5'],
];
const R_LEVELS = [
  ['||', '|'],
  ['&&', '&'],
  ['==', '!=', '<', '>', '<=', '>='],
  ['+', '-'],
  ['*', '/'],
  ['%%', '%/%', '%*%'],
  [':'],
];
const PYTHON: Readonly<Record<string, string>> = {
  '||': 'or',
  '&&': 'and',
  '~=': '!=',
  '\u2264': '<=',
  '\u2265': '>=',
  '\u2260': '!=',
  '\u00f7': '//',
  '%%': '%',
  '%/%': '//',
};

const COMPARES = /^\.?(?:[=!~]=|<=?|>=?)$|^[\u2264\u2265\u2260]$/;

export abstract class OperatorTranslator {
  private depth = 0;
  /** Inside of a matrix, where blanks separate elements. */
  protected inMatrix = false;

  constructor(readonly cursor: ProgramCursor) {}

  /** A number, a name, a call, a bracket. */
  protected abstract primary(): TranslatedPart;

  /** An index behind an array. */
  protected abstract indexedBy(array: string, close: ')' | ']'): TranslatedPart;

  get language(): ProgramCursor['language'] {
    return this.cursor.language;
  }

  value(): string {
    return this.valueOf(this.expression());
  }

  valueOf({ py, range, all }: TranslatedPart): string {
    if (all) throw new Untranslated(':');
    if (!range) return py;
    const { from, to, step } = range;
    return `_row(${from}, ${to}, ${step ?? '1'})`;
  }

  expression(): TranslatedPart {
    if (++this.depth > MAX_DEPTH) throw new Untranslated('depth');
    const found = this.binary(0);
    this.depth -= 1;
    if (this.language !== 'julia' || !this.cursor.accepts('?')) return found;
    const yes = this.valueOf(this.binary(this.rangeLevel + 1));
    this.cursor.requires(':');
    return { py: `(${yes} if ${found.py} else ${this.value()})` };
  }

  private get levels(): readonly (readonly string[])[] {
    return this.language === 'r' ? R_LEVELS : LEVELS;
  }

  private get rangeLevel(): number {
    return this.levels.findIndex(([first]) => first === ':');
  }

  private binary(level: number): TranslatedPart {
    const operators = this.levels[level];
    if (!operators) return this.unary();
    if (operators[0] === ':') return this.ranged(level);
    let left = this.binary(level + 1);
    for (;;) {
      const operator = this.operatorAt(operators);
      if (operator === undefined) return left;
      this.cursor.at += 1;
      // A line that ends with an operator continues on the next line.
      while (this.cursor.next?.kind === 'line') this.cursor.at += 1;
      const right = this.binary(level + 1);
      // `p + 1:n` of R, `p + seq_len(n)`.
      const isVector = [left, right].some((each) => each.isVector ?? each.range !== undefined);
      const isMask = COMPARES.test(operator);
      const py = this.combined(operator, this.valueOf(left), this.valueOf(right));
      left = { py, ...(isVector && { isVector }), ...(isMask && { isMask }) };
    }
  }

  private operatorAt(operators: readonly string[]): string | undefined {
    const token = this.cursor.next;
    if (token?.kind !== 'operator' || !operators.includes(token.text)) return undefined;
    // `[1 -2]` has two elements.
    const isSign = /^[-+]$/.test(token.text) && this.inMatrix && token.spaced;
    return isSign && this.cursor.tokens[this.cursor.at + 1]?.spaced === false ? undefined : token.text;
  }

  private combined(operator: string, left: string, right: string): string {
    const plain = operator.replace(/^\.(?=.)/, '');
    const python = PYTHON[plain] ?? plain;
    if (operator === '*' && this.language !== 'r') return `_product(${left}, ${right})`;
    if (plain === '^') return `(${left} ** ${right})`;
    if (plain === '\u22c5') return `np.sum(${left} * ${right})`;
    if (!/^(?:[-+*/%]|\/\/|==|!=|<=?|>=?|and|or|&|\|)$/.test(python)) throw new Untranslated(operator);
    return `(${left} ${python} ${right})`;
  }

  private ranged(level: number): TranslatedPart {
    const first = this.binary(level + 1);
    if (this.cursor.peek() !== ':' || this.endsIndex(1)) return first;
    this.cursor.at += 1;
    const second = this.valueOf(this.binary(level + 1));
    const from = this.valueOf(first);
    // R's `n:1` goes down.
    if (this.language === 'r' && second === '1' && from !== '1')
      return { py: '', range: { from, to: second, step: '(-1)' } };
    if (this.language === 'r' || this.cursor.peek() !== ':') return { py: '', range: { from, to: second } };
    this.cursor.at += 1;
    return { py: '', range: { from, step: second, to: this.valueOf(this.binary(level + 1)) } };
  }

  protected endsIndex(offset: number): boolean {
    return /^[,)\]]$/.test(this.cursor.peek(offset));
  }

  private unary(): TranslatedPart {
    const sign = this.cursor.accepts('-', '+', '!', '~');
    if (sign === undefined) return this.postfix();
    const value = this.valueOf(this.unary());
    return { py: sign === '-' ? `(-${value})` : sign === '+' ? value : `(not ${value})` };
  }

  protected postfix(): TranslatedPart {
    let piece = this.primary();
    for (;;) {
      const token = this.cursor.next;
      if (!token || (this.inMatrix && token.spaced && /^[([']$/.test(token.text))) return piece;
      if (this.language !== 'matlab' && token.text === '[') piece = this.indexedBy(this.valueOf(piece), ']');
      else if (this.language === 'matlab' && token.text === '(' && token.kind === 'operator')
        piece = this.indexedBy(this.valueOf(piece), ')');
      else if (/^\.?'$/.test(token.text) && token.kind === 'operator') {
        this.cursor.at += 1;
        piece = { py: `${this.valueOf(piece)}.T` };
      } else if (/^\.?\^$/.test(token.text)) {
        this.cursor.at += 1;
        piece = { py: `(${this.valueOf(piece)} ** ${this.valueOf(this.unary())})` };
      } else return piece;
    }
  }
}
