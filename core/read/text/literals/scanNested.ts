/**
 * Nested lists of numbers: `[[1, 2], [3, 4]]`, `{{1.f, 2.f}}`, `[[1. 2.]\n [3. 4.]]`. One pass over character codes; plain
 * decimals are converted in place (`NumberSink`), everything rarer by `readElement`.
 */
import { budget } from '../../../budget';
import { sizeOf } from '../../../array/NdArray';
import { msg } from '../../../message';
import type { Dialect } from '../types/Dialect';
import { expression, readElement } from '../scan/readElement';
import { elided, isElision } from '../scan/elision';
import { behindType, isFloorDivision, isGroup, isOctal, isOperator, isTypePrefix, strayMark } from './entryMarks';
import {
  closedByAnother,
  isClosedBy,
  mixedDepth,
  mixedSeparators,
  nestedFailure,
  notASequence,
  ragged,
  unclosed,
  valueMissing,
} from './nestedProblems';
import type { Entry, EntryReader } from '../types/Entry';
import type { Nested, NestedFailure } from '../types/Nested';
import { NumberSink } from '../scan/NumberSink';
import { problem, type Problem } from '../types/Problem';
import { isFreshLine, isSpace, skipComment } from '../scan/skip';
import { countWork } from '../scan/countWork';

/** Reads the list whose bracket opens at `start`. Offsets are those of `text`. Never throws. */
export function scanNested(
  text: string,
  start: number,
  dialect: Dialect,
  readEntry?: EntryReader,
): Nested | NestedFailure {
  return new NestedScanner(text, start, dialect, readEntry).scan();
}

class NestedScanner {
  private readonly sink: NumberSink;
  private readonly openedAt: number[] = [];
  private readonly counts: number[] = [];
  private readonly commas: number[] = [];
  private readonly shape: number[] = [];
  /** The depth whose entries are numbers; -1 until the first number or empty list. */
  private leaf = -1;
  depth = 0;
  private separator: 'unknown' | 'comma' | 'space' = 'unknown';
  /** After an entry: a separator must come before the next. */
  private behindEntry = false;
  at: number;

  constructor(
    readonly text: string,
    readonly start: number,
    readonly dialect: Dialect,
    private readonly readEntry: EntryReader | undefined,
  ) {
    this.at = start;
    this.sink = new NumberSink(dialect.suffixes);
  }

  scan(): Nested | NestedFailure {
    const cause = this.run();
    countWork(this.at - this.start);
    if (!cause) {
      const { sink } = this;
      return { ...sink.toArray(this.shape), end: this.at, kind: sink.kind };
    }
    return nestedFailure(cause, this);
  }

  private run(): Problem | undefined {
    const { text } = this;
    for (;;) {
      const c = text.charCodeAt(this.at);
      if (c === 32) {
        this.at++;
      } else if (c === 44) {
        const cause = this.comma();
        if (cause) return cause;
      } else if ((c >= 48 && c <= 57) || c === 45 || c === 46) {
        const cause = this.number();
        if (cause) return cause;
      } else if (c === 10 || c === 13 || c === 9) {
        if (c === 10 && this.behindEntry && isFreshLine(text, this.at)) return this.unclosed();
        this.at++;
      } else if (c === 93 || c === 41 || c === 125) {
        const cause = this.close();
        if (cause || this.depth === 0) return cause;
      } else if (this.opens(c)) {
        const cause = this.open();
        if (cause) return cause;
      } else if (c !== c) {
        return this.unclosed();
      } else {
        const cause = this.rare();
        if (cause) return cause;
      }
    }
  }

  private opens(c: number): boolean {
    if (c === 91) return this.depth === 0 || !isTypePrefix(this.text, this.at, this.dialect);
    return c === 40 ? this.dialect.tuples : c === 123 && this.dialect.braces === 'array';
  }

  private comma(): Problem | undefined {
    if (!this.behindEntry) return valueMissing(this.at);
    if (this.separator === 'space') return mixedSeparators(this.text, this.at);
    this.separator = 'comma';
    this.behindEntry = false;
    this.commas[this.depth - 1]!++;
    this.at++;
    return undefined;
  }

  /** An entry begins: white space alone separates only where that is the custom, and then throughout. */
  private enter(): Problem | undefined {
    if (this.depth === 0) return undefined;
    if (this.behindEntry) {
      if (this.separator === 'comma' || !this.dialect.spaces) return mixedSeparators(this.text, this.at);
      this.separator = 'space';
    }
    this.counts[this.depth - 1]!++;
    return undefined;
  }

  private number(): Problem | undefined {
    const { text, at, sink } = this;
    const end = isOctal(text, at, this.dialect) ? -1 : sink.decimal(text, at);
    if (end < 0) return this.rare();
    const cause = this.behindEntry ? this.enter() : void this.counts[this.depth - 1]!++;
    if (cause) return cause;
    if (this.leaf !== this.depth) {
      if (this.leaf >= 0) return mixedDepth(this.at);
      this.leaf = this.depth;
    }
    this.at = end;
    this.behindEntry = true;
    return undefined;
  }

  private open(): Problem | undefined {
    const cause = this.enter();
    if (cause) return cause;
    if (this.depth === budget.depth) {
      return problem('syntax', msg('nested deeper than {0} brackets', budget.depth), this.start, this.at + 1);
    }
    if (this.leaf >= 0 && this.leaf <= this.depth) return mixedDepth(this.at);
    this.openedAt[this.depth] = this.at;
    this.counts[this.depth] = 0;
    this.commas[this.depth] = 0;
    this.depth++;
    this.at++;
    this.behindEntry = false;
    return undefined;
  }

  private close(): Problem | undefined {
    const { text, at } = this;
    const axis = this.depth - 1;
    const openedAt = this.openedAt[axis]!;
    if (!isClosedBy(text, openedAt, at)) return closedByAnother(text, openedAt, at);
    const count = this.counts[axis]!;
    if (count === 1 && isGroup(text, openedAt, this.dialect) && this.commas[axis] === 0)
      return notASequence(openedAt, at + 1);
    if (count === 0 && this.leaf < 0) this.leaf = this.depth;
    // An inner list closes first: the extents of the axes outside of it are still open then.
    const extent = (this.shape[axis] ??= count);
    if (extent !== count || (count === 0 && this.leaf !== this.depth)) {
      return ragged(count, extent, openedAt, at + 1);
    }
    this.depth--;
    this.at++;
    this.behindEntry = true;
    return undefined;
  }

  private rare(): Problem | undefined {
    const { text, at, dialect } = this;
    if (isSpace(text.charCodeAt(at))) {
      this.at++;
      return undefined;
    }
    const behindComment = skipComment(text, at, dialect);
    if (behindComment > at) {
      if (this.behindEntry && isFloorDivision(text, at, dialect)) return expression(text, at);
      this.at = behindComment;
      return undefined;
    }
    if (isElision(text, at)) return elided(text, this.start, at, dialect);
    const stray = strayMark(text, at);
    if (stray) return stray;
    const prefix = behindType(text, at);
    if (prefix > at) {
      this.at = prefix;
      return this.open();
    }
    if (this.behindEntry && isOperator(text, at)) return this.quotient();
    const entry = this.readEntry?.(text, at, dialect);
    if (entry && ('detail' in entry || entry.array.shape.length > 0))
      return 'detail' in entry ? entry : this.nest(entry);
    return this.element();
  }

  /** `1.f / 16`, whose dividend was read as a plain number. */
  private quotient(): Problem | undefined {
    const { text, at, sink } = this;
    const last = sink.count - 1;
    const start = sink.ranges[2 * last] ?? at;
    const isCast = /\)\s*$/.test(text.slice(Math.max(0, start - 9), start));
    const read = isCast ? undefined : readElement(text, start, this.dialect);
    if (!read || 'detail' in read || read.end <= at) return expression(text, at);
    sink.amend(last, read.value, read.end);
    sink.anyFloat = true;
    this.at = read.end;
    return undefined;
  }

  private element(): Problem | undefined {
    const { text, at } = this;
    const read = readElement(text, at, this.dialect);
    if ('detail' in read) return read;
    const cause = this.enter();
    if (cause) return cause;
    if (this.leaf >= 0 && this.leaf !== this.depth) return mixedDepth(this.at);
    this.leaf = this.depth;
    this.sink.push(read.value, read.range[0], read.range[1]);
    if (read.kind === 'float') this.sink.anyFloat = true;
    if (read.kind !== 'bool') this.sink.allBool = false;
    this.at = read.end;
    this.behindEntry = true;
    return undefined;
  }

  /** A whole array as an entry, as if its lists were written in its place. */
  private nest({ array, ranges, range }: Entry): Problem | undefined {
    const cause = this.enter();
    if (cause) return cause;
    const { shape, data } = array;
    if (this.leaf >= 0 && this.leaf !== this.depth + shape.length) return mixedDepth(this.at);
    this.leaf = this.depth + shape.length;
    for (let axis = 0; axis < shape.length; axis++) {
      const extent = (this.shape[this.depth + axis] ??= shape[axis]!);
      if (extent === shape[axis]) continue;
      return ragged(shape[axis]!, extent, ...range);
    }
    for (let k = 0; k < sizeOf(shape); k++) {
      this.sink.push(data[k]!, ranges?.[2 * k] ?? range[0], ranges?.[2 * k + 1] ?? range[1]);
    }
    this.sink.anyFloat = true;
    this.at = range[1];
    this.behindEntry = true;
    return undefined;
  }

  private unclosed(): Problem {
    const opener = this.openedAt[this.depth - 1] ?? this.start;
    return unclosed(this.text, opener);
  }
}
