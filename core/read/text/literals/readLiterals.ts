/** Finds and reads the array literals of a text, with their names; passes over prose and code. */
import type { Dialect } from '../types/Dialect';
import { readElement } from '../scan/readElement';
import { readDisplay } from '../prints/readDisplay';
import { isFreshLine, isSpace, skipComment, skipString } from '../scan/skip';
import { startsNumeric } from '../scan/startsNumeric';
import { countWork } from '../scan/countWork';
import { BracketCursor, isOwnName } from './BracketCursor';
import { readConstructor } from './readConstructor';
import { readHead } from './readHead';
import { behindLatexBracket, MATRIX_BEGIN, readLatexMatrix } from './readLatexMatrix';
import { scanBrackets } from './scanBrackets';
import type { Literals } from './StatementCursor';

export type { Literals } from './StatementCursor';

/** Reads the literals between `from` and `to`. */
export function readLiterals(text: string, dialect: Dialect, from = 0, to = text.length): Literals {
  return new LiteralReader(dialect.typedBrackets ? withoutInnerNew(text) : text, dialect, from, to).read();
}

/** Java and C#: `{ new double[] { 1, 2 }, new[] { 3, 4 } }` is `{ { 1, 2 }, { 3, 4 } }`; every character keeps its place. */
function withoutInnerNew(text: string): string {
  if (!text.includes('new')) return text;
  const open: string[] = [];
  return text.replace(BRACKET_OR_NEW, (found, at: number) => {
    if (found.length > 1) return open.at(-1) === '{' && isItem(text, at) ? ' '.repeat(found.length) : found;
    if ('([{'.includes(found)) open.push(found);
    else open.pop();
    return found;
  });
}

/** What a console of R is asked for, above its display. */
const ASKED = /(?:^|\n)[ \t]*([A-Za-z]\w*)<-\s*$/;

const BRACKET_OR_NEW = /[()[\]{}]|\bnew\b[ \t]*\w*[ \t]*(?:\[[ \t]*\d*[ \t]*\])+(?=[ \t]*\{)/g;

/** Whether an item of a list begins at a place. */
function isItem(text: string, at: number): boolean {
  return /[{,]\s*$/.test(text.slice(Math.max(0, at - LONGEST_GAP), at));
}

const LONGEST_GAP = 200;

class LiteralReader extends BracketCursor {
  read(): Literals {
    const start = this.at;
    while (this.at < this.to) this.step();
    countWork(this.at - start);
    this.leave(this.at);
    return this.out;
  }

  private step(): void {
    const { text, dialect } = this;
    if (this.atLineStart() && this.display()) return;
    const c = text.charCodeAt(this.at);
    if (c === 10) {
      if (isFreshLine(text, this.at)) this.open = '';
      if (!CONTINUED.test(text.slice(Math.max(this.head, this.at - 40), this.at))) this.leave(this.at + 1);
      this.at++;
      return;
    }
    if (isSpace(c)) {
      this.at++;
      return;
    }
    const behind = Math.max(skipComment(text, this.at, dialect), this.skipQuoted());
    if (behind > this.at) {
      this.at = behind;
      return;
    }
    if (c === 59 || c === 44) {
      this.leave(this.at + 1);
      this.at++;
      return;
    }
    const above = c === 94 ? behindSuperscript(text, this.at) : this.at;
    if (above > this.at) {
      this.at = above;
      return;
    }
    if (c === 91 || c === 40 || c === 123) {
      this.bracket();
      return;
    }
    if (c === 41 || c === 125) {
      this.closeBracket(c === 41 ? '(' : '{');
      this.at++;
      // An element of a result: `f(x)[0, 0]`.
      while (c === 41 && text[this.at] === '[' && !dialect.guessed) this.at = this.behindIndex();
      return;
    }
    if (c === 60 || isWordStart(c)) {
      this.word();
      return;
    }
    if (c === 92 || text[this.at] === MATRIX_BEGIN) {
      this.backslash();
      return;
    }
    if (isNumberStart(c) && this.scalar()) return;
    this.at++;
  }

  private atLineStart(): boolean {
    return this.at === 0 || this.text.charCodeAt(this.at - 1) === 10;
  }

  /** A matrix under a heading, `A =` and rows below it. */
  private display(): boolean {
    return this.shown(readDisplay(this.text, this.at, this.dialect));
  }

  /** A matrix or bracket of LaTeX, or an escaped character. */
  private backslash(): void {
    if (this.shown(readLatexMatrix(this.text, this.at))) return;
    const behind = behindLatexBracket(this.text, this.at);
    this.at = behind > this.at ? behind : this.at + 2;
  }

  private shown(shown: ReturnType<typeof readDisplay>): boolean {
    if (!shown) return false;
    const name = ASKED.exec(this.text.slice(Math.max(0, this.at - LONGEST_GAP), this.at))?.[1];
    this.leave(this.at);
    if ('detail' in shown) this.out.problems.push(shown);
    else if (shown.array) this.out.arrays.push({ ...(name !== undefined && { name }), ...shown.array });
    else this.out.rest.push([this.at, shown.end]);
    this.at = Math.max(shown.end, this.at + 1);
    this.head = this.at;
    return true;
  }

  private skipQuoted(): number {
    if (/[\w)\]]/.test(this.text[this.at - 1] ?? '') && this.text[this.at] === "'") return this.at;
    return skipString(this.text, this.at, this.dialect);
  }

  private word(): void {
    const { text, dialect } = this;
    const constructed = dialect.tuples ? readConstructor(text, this.at, dialect) : undefined;
    if (constructed) {
      if ('detail' in constructed) this.refuse(constructed, constructed.end);
      else this.accept(constructed, constructed.range[1], true);
      return;
    }
    if (this.scalar()) return;
    const start = this.at;
    const word = /(?:[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*|.)/y;
    word.lastIndex = this.at;
    word.exec(text);
    this.at = word.lastIndex;
    if (text[this.at] === '(' && dialect.call) return this.call(start, dialect.call);
    if (text[this.at] === '(' && LIST_CALL.test(text.slice(start, this.at))) return this.listOf(start);
    if (
      text[this.at] === '[' &&
      /^(?:U?Int|Float)\d+$|^(?:Bool|Any|Real|Number)$/.test(text.slice(start, this.at)) &&
      dialect.typedBrackets
    )
      return;
    // An index, a type or a label's own bracket: `A[0, 1]`, `w[] =`.
    while (text[this.at] === '[') this.at = this.behindIndex();
  }

  private call(start: number, readCall: NonNullable<Dialect['call']>): void {
    const read = readCall(this.text, start, this.dialect);
    if (!read) {
      this.open += '(';
      this.at++;
    } else if ('detail' in read) this.refuse(read, read.end);
    else this.accept(read, read.range[1], true);
  }

  /** Java's `List.of(1, 2, 3)` and `List.of(List.of(1, 2), List.of(3, 4))`. */
  private listOf(start: number): void {
    const calls = { ...this.dialect, tuples: true };
    const text = this.withoutInnerCalls();
    const nested = startsNumeric(text, this.at, calls) ? scanBrackets(text, this.at, calls) : undefined;
    if (!nested) this.at++;
    else if ('problem' in nested) this.refuse(nested.problem, nested.end);
    else this.accept({ array: nested.array, ranges: nested.ranges, range: [start, nested.end] }, nested.end, true);
  }

  /** The text with blanks for the names of the lists in a list, up to the end of the statement. */
  private withoutInnerCalls(): string {
    const { text, at } = this;
    if (!NESTED_CALLS.test(text.slice(at, at + 400))) return text;
    const end = text.indexOf(';', at);
    const inner = text.slice(at, Math.min(end < 0 ? text.length : end, at + LONGEST_CALL));
    countWork(inner.length);
    return (
      text.slice(0, at) + inner.replace(INNER_CALLS, (name) => ' '.repeat(name.length)) + text.slice(at + inner.length)
    );
  }

  /** `A[1,2]` and `w[2][2]`: passed over on one line. */
  private behindIndex(): number {
    const index = /\[[^\]\n]{0,200}\]/y;
    index.lastIndex = this.at;
    return index.test(this.text) ? index.lastIndex : this.at + 1;
  }

  /** `stride = 2`, and a number that is the whole text's only content. */
  private scalar(): boolean {
    const { text, dialect } = this;
    // Cheap first: what follows a word or an operator is part of an expression.
    if (!/(?:^|[=:\-\n>])[ \t]*$/.test(text.slice(Math.max(this.head, this.at - 20), this.at))) return false;
    const read = readElement(text, this.at, dialect);
    if ('detail' in read || !/^[ \t]*(?:$|[;,\n\r]|#|\/\/|%)/.test(text.slice(read.end, read.end + 40))) return false;
    countWork(Math.min(this.at - this.head, 400));
    const head = readHead(text.slice(this.head, this.at));
    if (head.kind === 'prose') return false;
    // A condition chooses any number of cells: `big(big < 8) = 0`.
    if (isOwnName(head.name) && /^[^\d\W]|^\$/.test(head.name) && !/[<>~!]|==/.test(head.name))
      this.out.values[head.name] = read.kind === 'bool' ? read.value === 1 : read.value;
    else this.out.rest.push([this.head, read.end]);
    this.at = read.end;
    this.head = this.at;
    return true;
  }
}

const LIST_CALL = /^(?:List|Arrays|Array|Stream)\.(?:of|asList)$/;
/** Characters of a list of lists. */
const LONGEST_CALL = 20_000;
const NESTED_CALLS = /^\((?:\s*(?:List|Arrays)\.(?:of|asList)\(){1,6}\s*[-+.\d]/;
const INNER_CALLS = /(?:List|Arrays)\.(?:of|asList)(?=\()/g;

/** The end of a line whose value is on the next one: `x =`, `x = new float[3, 3]`. */
const CONTINUED = /(?:[=:(,]|\bnew\s+[\w.]+\s*(?:\[[\d,\s]*\])+)\s*$/;

/** The end of `^{(1, 0)}` of LaTeX, whose numbers are not those of an array. */
function behindSuperscript(text: string, at: number): number {
  const superscript = /\^\{[^{}\n]{0,40}\}/y;
  superscript.lastIndex = at;
  return superscript.test(text) ? superscript.lastIndex : at;
}

function isWordStart(c: number): boolean {
  return (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 95 || c === 36;
}

function isNumberStart(c: number): boolean {
  return (c >= 48 && c <= 57) || c === 45 || c === 43 || c === 46;
}
