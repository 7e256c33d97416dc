/** Where a text is read, where the statement there began, and what was found on the way. */
import { msg } from '../../../message';
import type { ParsedArray, TextRange, Value } from '../../ParseResult';
import type { Dialect } from '../languages/Dialect';
import { problem, type Problem } from '../scan/Problem';
import type { Wrapped } from './readConstructor';
import { readHead } from './readHead';
import { lineEnd, skipBlank } from '../scan/skip';

export interface Literals {
  readonly arrays: ParsedArray[];
  readonly values: Record<string, Value>;
  readonly problems: Problem[];
  /** Places of text that is neither literal nor label: code or prose. */
  readonly rest: TextRange[];
}

export class StatementCursor {
  protected readonly out: Literals = { arrays: [], values: {}, problems: [], rest: [] };
  protected at: number;
  /** Where the statement or label began whose value may follow. */
  protected head: number;

  constructor(
    protected readonly text: string,
    protected readonly dialect: Dialect,
    from: number,
    protected readonly to: number,
  ) {
    this.at = from;
    this.head = from;
  }

  /** Keeps a literal under the name that stands before it, unless what stands around it makes it something else. */
  protected accept(literal: Wrapped, end: number, constructed: boolean): void {
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
    if (tail === 'closer' && !constructed && (this.dialect.tuples || this.dialect.matrix)) {
      const stray = text.indexOf(']', end);
      this.refuse(problem('unbalanced', msg('this bracket closes nothing'), stray, stray + 1), stray + 1);
      return;
    }
    this.at = end;
    // An argument of a call: the call is code, also where the literal alone can be read.
    if (/[\w\])]\s*\($/.test(text.slice(this.head, literal.range[0])))
      this.out.rest.push([this.head, literal.range[0]]);
    if (tail === 'operator') this.passExpression(literal.range[0]);
    else if (constructed || !this.dialect.guessed || (head.kind !== 'prose' && tail !== 'words')) {
      this.keep(literal, head.name);
    } else this.out.rest.push(literal.range);
    this.head = this.at;
  }

  /** A literal that something is done with is code: the rest of its statement holds operands, not arrays. */
  private passExpression(start: number): void {
    const rest = /[^;,\n]*/y;
    rest.lastIndex = this.at;
    rest.test(this.text);
    this.at = rest.lastIndex;
    this.out.rest.push([start, Math.min(this.at, start + 400)]);
  }

  /** What a log says of an array's shape is no array. */
  private keep(literal: Wrapped, name: string | undefined): void {
    if (name !== undefined && /(?:^|[.\s])(?:shape|size)$/.test(name)) this.out.values[name] = [...literal.array.data];
    else this.out.arrays.push({ ...literal, ...(name !== undefined && { name }) });
  }

  protected refuse(cause: Problem, end: number): void {
    this.out.problems.push(cause);
    this.at = Math.max(end, this.at + 1);
    this.head = this.at;
  }

  /** A statement ends: what stood in it without becoming a value is left over. */
  protected leave(next: number): void {
    const left = this.text.slice(this.head, this.at);
    if (/[A-Za-z0-9_]/.test(left)) this.out.rest.push([this.head, this.at]);
    this.head = next;
  }
}

/** What follows a literal. */
function tailOf(text: string, end: number): 'nothing' | 'closer' | 'operator' | 'bracket' | 'words' {
  const rest = /[ \t]*(.?.?)/y;
  rest.lastIndex = end;
  const next = rest.exec(text)![1]!;
  if (next.startsWith(']')) return 'closer';
  if (next === '' || /^(?:[;,)\]}>#%'"`:]|\/\/|\/\*)/.test(next)) return 'nothing';
  if (/^[[(]/.test(next)) return rest.lastIndex - next.length === end ? 'operator' : 'bracket';
  if (/^(?:[-+*/@&|^<=]|\.[A-Za-z_])/.test(next)) return 'operator';
  return 'words';
}
