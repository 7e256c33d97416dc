/**
 * MATLAB's and Julia's brackets: `[1 2; 3 4]`. Spaces or commas separate columns, semicolons and line ends separate rows, and
 * `1 - 2` is one entry where `1 -2` is two. In Julia `[1, 2]` and `[1; 2]` are vectors; in MATLAB everything is a matrix.
 */
import { msg } from '../../../message';
import type { Dialect } from '../types/Dialect';
import { readElement } from '../scan/readElement';
import { elided, isElision } from '../scan/elision';
import { computeOn, splitSum } from './matrixArithmetic';
import { NumberSink } from '../scan/NumberSink';
import { problem, type Problem } from '../types/Problem';
import type { Nested, NestedFailure } from '../types/Nested';
import { isFreshLine, lineEnd, skipBrackets, skipComment } from '../scan/skip';
import { extentsOfPlanes, withPlanes, type PlaneEnd } from './julianAxes';
import { transposed } from './transposed';
import { countWork } from '../scan/countWork';

/** Reads the matrix whose bracket opens at `start`, with the `'` of a transposition after it. Never throws. */
export function scanMatrix(text: string, start: number, dialect: Dialect): Nested | NestedFailure {
  return new MatrixScanner(text, start, dialect).scan();
}

class MatrixScanner {
  private readonly sink = new NumberSink();
  private readonly widths: number[] = [];
  private readonly rowStarts: number[] = [];
  private width = 0;
  private rowStart: number;
  private commas = 0;
  private depth = 0;
  /** At least as many as semicolons behind the last number: `[1; 2;;;]`. */
  private axes = 0;
  private readonly planes: PlaneEnd[] = [];
  private at: number;

  constructor(
    private readonly text: string,
    private readonly start: number,
    private readonly dialect: Dialect,
  ) {
    this.at = start;
    this.rowStart = start;
  }

  scan(): Nested | NestedFailure {
    const cause = this.run();
    countWork(this.at - this.start);
    if (!cause) return this.result();
    const resume = cause.kind === 'unbalanced' ? this.at : skipBrackets(this.text, this.at, this.depth, this.dialect);
    return { problem: cause, end: Math.max(resume, this.start + 1) };
  }

  private result(): Nested | NestedFailure {
    const { sink, widths, dialect } = this;
    for (let row = 1; row < widths.length; row++) {
      if (widths[row] === widths[0]) continue;
      const detail = msg('this row has {0} number{0||s}, the rows before it have {1}', widths[row]!, widths[0]!);
      return { problem: problem('ragged', detail, this.rowStarts[row]!, this.rowStarts[row]! + 1), end: this.at };
    }
    if (this.planes.length > 0) return this.inPlanes();
    const julia = dialect.matrix?.vectors ?? false;
    const column = widths.length > 1 && widths[0] === 1 && this.commas === 0;
    const vector = julia && (widths.length === 1 ? this.commas > 0 || sink.count === 1 : column);
    const written = sink.count === 0 ? (julia ? [0] : [0, 0]) : vector ? [sink.count] : [widths.length, widths[0]!];
    const shape = [...written, ...Array<number>(Math.max(0, this.axes - written.length)).fill(1)];
    const nested = { ...sink.toArray(shape), end: this.at, kind: sink.kind };
    const turn = /\.?'/y;
    turn.lastIndex = this.at;
    return turn.test(this.text) ? { ...transposed(nested, vector), end: turn.lastIndex } : nested;
  }

  private inPlanes(): Nested | NestedFailure {
    const { sink, widths, planes } = this;
    const extents = extentsOfPlanes(planes, widths.length);
    if (!extents) {
      const detail = msg('the planes of this array have different sizes');
      return { problem: problem('ragged', detail, this.start, this.at), end: this.at };
    }
    const rows = widths.length / (planes.length + 1);
    const filled = [...extents, ...Array<number>(Math.max(0, this.axes - 2 - extents.length)).fill(1)];
    const nested = { ...sink.toArray([sink.count]), end: this.at, kind: sink.kind };
    return withPlanes(nested, rows, widths[0] ?? 0, filled);
  }

  private run(): Problem | undefined {
    const { text } = this;
    for (;;) {
      const c = text.charCodeAt(this.at);
      if (c === 32 || c === 9 || c === 13) this.at++;
      else if (c === 44) {
        this.commas++;
        this.at++;
        if (this.width === 0)
          return problem('syntax', msg('a value is expected before this comma'), this.at - 1, this.at);
        const next = skipInline(text, this.at);
        if (text[next] === ',') return problem('syntax', msg('a value is expected before this comma'), next, next + 1);
        // `[1,\n 2]` continues the same row.
        if (this.dialect.matrix?.vectors && text[next] === '\n') this.at = next + 1;
      } else if (c === 59 || c === 10) {
        const behind = /;{3,}(\s*\])?/y;
        behind.lastIndex = this.at;
        const end = c === 59 && this.depth === 1 && this.dialect.matrix?.vectors ? behind.exec(text) : null;
        if (end) {
          const [written, bracket = ''] = end;
          const axis = written.length - bracket.length;
          this.endRow();
          if (bracket === '') this.planes.push({ rows: this.widths.length, axis });
          else this.axes = axis;
          this.at += axis;
          continue;
        }
        if (c === 59 && text[this.at + 1] === ';' && this.dialect.matrix?.vectors) {
          return problem('expression', msg('two semicolons between columns are not supported'), this.at, this.at + 2);
        }
        if (c === 10 && isFreshLine(text, this.at)) return this.unclosed();
        this.endRow();
        this.at++;
      } else if (c === 91) {
        this.depth++;
        if (this.depth > 1 && this.width > 0) {
          return problem(
            'expression',
            msg('blocks side by side are not supported; supported: numbers and rows of numbers'),
            this.at,
            this.at + 1,
          );
        }
        if (this.depth > 32) return problem('syntax', msg('nested deeper than {0} brackets', 32), this.start, this.at);
        this.at++;
      } else if (c === 93) {
        this.endRow();
        this.at++;
        if (--this.depth === 0) return undefined;
      } else if (c !== c) return this.unclosed();
      else {
        const cause = this.entry(c);
        if (cause) return cause;
      }
    }
  }

  private endRow(): void {
    if (this.width > 0) {
      this.widths.push(this.width);
      this.rowStarts.push(this.rowStart);
    }
    this.width = 0;
  }

  private entry(c: number): Problem | undefined {
    const { text, at, sink } = this;
    if (
      text.startsWith('...', at) &&
      this.dialect.matrix?.continuation &&
      /^\.\.\.[ \t]*(?:%|#|\r?\n|$)/.test(text.slice(at, at + 40))
    ) {
      this.at = lineEnd(text, at) + 1;
      return undefined;
    }
    const behindComment = skipComment(text, at, this.dialect);
    if (behindComment > at) {
      this.at = behindComment;
      return undefined;
    }
    if (isElision(text, at)) return elided(text, this.start, at, this.dialect);
    if (c === 125 || c === 41)
      return problem('unbalanced', msg('{0} is closed by {1}', '[', text[at]!), this.start, at + 1);
    if (this.width === 0) this.rowStart = at;
    let end = sink.decimal(text, at);
    if (end < 0) {
      const head = splitSum(text, at, sink);
      if (head !== undefined) end = head;
      else {
        const read = readElement(text, at, this.dialect);
        if ('detail' in read) return read;
        sink.push(read.value, read.range[0], read.range[1]);
        if (read.kind === 'float') sink.anyFloat = true;
        if (read.kind !== 'bool') sink.allBool = false;
        end = read.end;
      }
    }
    this.width++;
    const behind = computeOn(text, end, sink);
    if (typeof behind !== 'number') return behind;
    this.at = behind;
    return undefined;
  }

  private unclosed(): Problem {
    return problem('unbalanced', msg('the bracket {0} is never closed', '['), this.start, this.start + 1);
  }
}

function skipInline(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t' || text[at] === '\r') at++;
  return at;
}
