/** Finds and reads the array literals of a text, with their names; passes over prose and code. */
import { msg } from '../../message';
import type { ParsedArray, TextRange, Value } from '../ParseResult';
import { readConstructor, type Wrapped } from './constructors';
import type { Dialect } from './dialect';
import { readElement } from './element';
import { readHead } from './readHead';
import { problem, type Problem } from './Problem';
import { readObject } from './readObject';
import { readDisplay } from './displays';
import { scanBrackets } from './scanBrackets';
import { isSpace, lineEnd, skipBlank, skipBrackets, skipComment, skipString } from './skip';

export interface Literals {
  readonly arrays: ParsedArray[];
  readonly values: Record<string, Value>;
  readonly problems: Problem[];
  /** Places of text that is neither literal nor label: code or prose. */
  readonly rest: TextRange[];
}

/** Reads the literals between `from` and `to`. */
export function readLiterals(text: string, dialect: Dialect, from = 0, to = text.length): Literals {
  return new LiteralReader(text, dialect, from, to).read();
}

class LiteralReader {
  private readonly out: Literals = { arrays: [], values: {}, problems: [], rest: [] };
  private at: number;
  /** Where the statement or label began whose value may follow. */
  private head: number;

  constructor(
    private readonly text: string,
    private readonly dialect: Dialect,
    from: number,
    private readonly to: number,
  ) {
    this.at = from;
    this.head = from;
  }

  read(): Literals {
    while (this.at < this.to) this.step();
    this.leave(this.at);
    return this.out;
  }

  private step(): void {
    const { text, dialect } = this;
    if (this.atLineStart() && this.display()) return;
    const c = text.charCodeAt(this.at);
    if (c === 10) {
      if (!/[=:(,]\s*$/.test(text.slice(Math.max(this.head, this.at - 8), this.at))) this.leave(this.at + 1);
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
    if (c === 91 || c === 40 || c === 123) {
      this.bracket();
      return;
    }
    if (c === 60 || isWordStart(c)) {
      this.word();
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
    const shown = readDisplay(this.text, this.at, this.dialect);
    if (!shown) return false;
    this.leave(this.at);
    if ('detail' in shown) this.out.problems.push(shown);
    else if (shown.array) this.out.arrays.push(shown.array);
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
    const word = /(?:[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*|.)/y;
    word.lastIndex = this.at;
    word.exec(text);
    this.at = word.lastIndex;
    // An index, a type or a label's own bracket: `A[0, 1]`, `w[] =`, `x(3)`.
    while (text[this.at] === '[') this.at = this.behindIndex();
  }

  /** `A[1,2]` and `w[2][2]`: passed over on one line. */
  private behindIndex(): number {
    const close = this.text.indexOf(']', this.at);
    return close < 0 || close > lineEnd(this.text, this.at) ? this.at + 1 : close + 1;
  }

  private bracket(): void {
    const { text, dialect } = this;
    const head = readHead(text.slice(this.head, this.at));
    const opener = text[this.at]!;
    if (opener === '(' && (!dialect.tuples || head.kind === 'prose')) {
      this.at++;
      return;
    }
    if (opener === '{') {
      const object = readObject(text, this.at, dialect);
      if (object) {
        if ('detail' in object) this.refuse(object, object.end);
        else {
          this.out.arrays.push(...object.arrays);
          if (head.name !== undefined) this.out.values[head.name] = object.value;
          else Object.assign(this.out.values, object.value);
          this.at = object.end;
          this.head = this.at;
        }
        return;
      }
      const numeric = startsNumeric(text, this.at, dialect);
      if (numeric && (dialect.braces === 'cell' || dialect.id === 'python')) {
        const what =
          dialect.braces === 'cell'
            ? msg('a cell array is not an array of numbers')
            : msg('a set has no order; write a list');
        this.refuse(problem('notArray', what, this.at, this.at + 1), skipBrackets(text, this.at + 1, 1, dialect));
        return;
      }
      if (dialect.braces !== 'array' || !numeric) {
        this.leave(this.at + 1);
        this.at++;
        return;
      }
    }
    const start = this.at;
    const nested = scanBrackets(text, start, dialect);
    if ('problem' in nested) {
      if (head.kind === 'prose' && !startsNumeric(text, start, dialect)) this.at = nested.end;
      else this.refuse(nested.problem, nested.end);
      return;
    }
    const dtype = nested.kind === 'bool' ? 'bool' : undefined;
    this.accept(
      { array: nested.array, ranges: nested.ranges, range: [start, nested.end], ...(dtype && { dtype }) },
      nested.end,
      false,
    );
  }

  /** `stride = 2`, and a number that is the whole text's only content. */
  private scalar(): boolean {
    const { text, dialect } = this;
    const head = readHead(text.slice(this.head, this.at));
    if (head.kind !== 'label' && head.kind !== 'empty') return false;
    const read = readElement(text, this.at, dialect);
    if ('detail' in read) return false;
    if (!/^\s*(?:$|[;,\n\r]|#|\/\/|%)/.test(text.slice(read.end, Math.min(read.end + 40, lineEnd(text, read.end)))))
      return false;
    if (head.name !== undefined) this.out.values[head.name] = read.kind === 'bool' ? read.value === 1 : read.value;
    else this.out.rest.push([this.at, read.end]);
    this.at = read.end;
    this.head = this.at;
    return true;
  }

  private accept(literal: Wrapped, end: number, constructed: boolean): void {
    const { text } = this;
    const head = readHead(text.slice(this.head, literal.range[0]));
    const tail = tailOf(text, end);
    if (tail === 'bracket' && this.dialect.tuples) {
      const second = skipBlank(text, end, this.dialect);
      this.out.problems.push(
        problem(
          'syntax',
          msg('two arrays stand side by side; a comma or a new line must part them'),
          literal.range[0],
          second + 1,
        ),
      );
      this.at = lineEnd(text, second);
      this.head = this.at;
      return;
    }
    this.at = end;
    if (tail === 'operator') this.out.rest.push([literal.range[0], lineEnd(text, end)]);
    else if (constructed || this.dialect.id !== 'any' || (head.kind !== 'prose' && tail !== 'words')) {
      this.out.arrays.push({ ...literal, ...(head.name !== undefined && { name: head.name }) });
    } else this.out.rest.push(literal.range);
    this.head = end;
  }

  private refuse(cause: Problem, end: number): void {
    this.out.problems.push(cause);
    this.at = Math.max(end, this.at + 1);
    this.head = this.at;
  }

  /** A statement ends: what stood in it without becoming a value is left over. */
  private leave(next: number): void {
    const left = this.text.slice(this.head, this.at);
    if (/[A-Za-z0-9_]/.test(left)) this.out.rest.push([this.head, this.at]);
    this.head = next;
  }
}

function tailOf(text: string, end: number): 'nothing' | 'operator' | 'bracket' | 'words' {
  const rest = /[ \t]*(.?.?)/y;
  rest.lastIndex = end;
  const next = rest.exec(text)![1]!;
  if (next === '' || /^(?:[;,)\]}>#%'"`:]|\/\/|\/\*)/.test(next)) return 'nothing';
  if (/^[[(]/.test(next)) return rest.lastIndex - next.length === end ? 'operator' : 'bracket';
  if (/^(?:[-+*/@&|^<=]|\.[A-Za-z_])/.test(next)) return 'operator';
  return 'words';
}

/** Whether the first thing inside the brackets that open at `at` is a number. */
function startsNumeric(text: string, at: number, dialect: Dialect): boolean {
  let inner = at;
  for (let depth = 0; depth < 33 && /[[({]/.test(text[inner] ?? ''); depth++)
    inner = skipBlank(text, inner + 1, dialect);
  return /[-+.\d\]})]/.test(text[inner] ?? '') || !('detail' in readElement(text, inner, dialect));
}

function isWordStart(c: number): boolean {
  return (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 95 || c === 36;
}

function isNumberStart(c: number): boolean {
  return (c >= 48 && c <= 57) || c === 45 || c === 43 || c === 46;
}
