/** Where a text is read, where the statement there began, and what was found on the way. */
import { msg } from '../../../message';
import type { ParsedArray, TextRange, Value } from '../../ParseResult';
import type { Dialect } from '../types/Dialect';
import { problem, type Problem } from '../types/Problem';
import type { Wrapped } from '../types/Wrapped';
import { readHead } from './readHead';
import { lineEnd, skipBlank } from '../scan/skip';

export interface Literals {
  readonly arrays: ParsedArray[];
  /** Arguments of calls: arrays where they are alone, not values of the text. */
  readonly args: ParsedArray[];
  readonly values: Record<string, Value>;
  readonly problems: Problem[];
  /** Places of text that is neither literal nor label: code or prose. */
  readonly rest: TextRange[];
}

const SHAPE = /(?:^|[.\s_])(?:shape|size)$/;
/** Names of settings and geometry, whose tuples are not arrays; and keys such as `rcParams['figure.figsize']`. */
const SETTING =
  /(?:^|[._])(?:figsize|sizes?|dims?|pad|padding|pad_width|constant_values|strides?|kernel|pool|window|dilation|axis|axes|perm|order|reps|[xy]lim|nrows|ncols)$|\[['"]/;

export class StatementCursor {
  protected readonly out: Literals = { arrays: [], args: [], values: {}, problems: [], rest: [] };
  protected at: number;
  /** Where the statement or label began whose value may follow. */
  protected head: number;
  /** The open parentheses of calls and braces of blocks, outermost first. */
  protected open = '';
  /** The brackets that were open where the statement began. */
  private outer = '';

  constructor(
    protected readonly text: string,
    protected readonly dialect: Dialect,
    from: number,
    protected readonly to: number,
  ) {
    this.at = from;
    this.head = from;
  }

  /** Keeps a literal under the name before it, unless the text around it makes it something else. */
  protected accept(literal: Wrapped, end: number, constructed: boolean): void {
    const { text } = this;
    const head = readHead(text.slice(this.head, literal.range[0]));
    const group = behindGroup(text, end, head.opened);
    const stop = group ?? end;
    const tail = isTransposed(text, literal.range[0], stop, this.dialect)
      ? 'operator'
      : tailOf(text, stop, this.dialect);
    const second = skipBlank(text, stop, this.dialect);
    // Words in brackets are not a second array.
    if (tail === 'bracket' && this.dialect.tuples && !/^\([A-Za-z]+ /.test(text.slice(second, second + 20))) {
      this.out.problems.push(
        problem('syntax', msg('separate the two arrays with a comma or a new line'), literal.range[0], second + 1),
      );
      this.at = lineEnd(text, second);
      this.head = this.at;
      return;
    }
    if (tail === 'closer' && !constructed && (this.dialect.tuples || this.dialect.matrix)) {
      const stray = text.indexOf(']', stop);
      this.refuse(problem('unbalanced', msg('this bracket has no opening bracket'), stray, stray + 1), stray + 1);
      return;
    }
    this.track(this.at, stop);
    this.at = stop;
    if (tail === 'operator' || head.use === 'operand') this.passExpression(literal.range[0], head.kind === 'prose');
    else if (
      head.use === 'argument' ||
      group === undefined ||
      this.outer.lastIndexOf('(') > this.outer.lastIndexOf('{')
    )
      this.passArgument(literal);
    else if (constructed || !this.dialect.guessed || (head.kind !== 'prose' && tail !== 'words')) {
      this.keep(literal, head.name);
    } else this.out.rest.push(literal.range);
    this.head = this.at;
  }

  /** An argument of a call: the call is code, although the literal alone can be read. */
  private passArgument(literal: Wrapped): void {
    this.out.rest.push([this.head, literal.range[1]]);
    this.out.args.push(literal);
    if (this.dialect.guessed) return;
    const detail = msg('this array is an argument of a call that is not evaluated; select the array alone to open it');
    this.out.problems.push(problem('argument', detail, ...literal.range));
  }

  /** An operand: the rest of its statement holds operands too. */
  private passExpression(start: number, prose: boolean): void {
    if (!prose || !this.dialect.guessed) {
      const detail = msg('an expression with an array is not evaluated here; select the array alone to open it');
      this.out.problems.push(problem('expression', detail, this.head, this.at));
    }
    const end = endOfOperands(this.text, this.at);
    this.track(this.at, end);
    this.at = end;
    this.out.rest.push([start, Math.min(this.at, start + 400)]);
  }

  /** A shape or a setting is a value, not an array. */
  private keep(literal: Wrapped, name: string | undefined): void {
    const flat = literal.array.shape.length === 1;
    const tuple = this.text[literal.range[0]] === '(';
    if (name !== undefined && flat && (SHAPE.test(name) || (tuple && SETTING.test(name))))
      this.out.values[name] = [...literal.array.data];
    else this.out.arrays.push({ ...literal, ...(name !== undefined && { name }) });
  }

  /** Follows the parentheses of a part that is passed over. */
  private track(from: number, to: number): void {
    // Most parts have none: a search of the whole part is ten times as fast as a look at every character.
    const part = this.text.slice(Math.max(from, this.head), to);
    if (!part.includes('(') && !part.includes(')')) return;
    for (const [c] of part.matchAll(/[()]/g)) {
      if (c === '(') this.open += '(';
      else this.closeBracket('(');
    }
  }

  /** A bracket that was never opened closes nothing. */
  protected closeBracket(opener: string): void {
    const at = this.open.lastIndexOf(opener);
    if (at >= 0) this.open = this.open.slice(0, at);
  }

  protected refuse(cause: Problem, end: number): void {
    this.out.problems.push(cause);
    this.at = Math.max(end, this.at + 1);
    this.head = this.at;
  }

  /** A statement ends: its text that did not become a value is left over. */
  protected leave(next: number): void {
    const left = this.text.slice(this.head, this.at);
    if (/[A-Za-z0-9_]/.test(left)) this.out.rest.push([this.head, this.at]);
    this.head = next;
    this.outer = this.open;
  }
}

/**
 * Position after the parentheses that close the ones opened before the literal, with the arguments that follow it; undefined where
 * an argument is an array too, such as a shape.
 */
function behindGroup(text: string, end: number, opened: number): number | undefined {
  const close = /\s*(?:,[^()[\]{}\n]*)?\)/y;
  let at = end;
  for (let k = 0; k < opened; k++) {
    close.lastIndex = at;
    if (!close.test(text)) return undefined;
    at = close.lastIndex;
  }
  return at;
}

/** The end of an expression; the lists among its operands are passed as a whole, so that no part of one is read as an array. */
function endOfOperands(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '[') depth += 1;
    else if (text[at] === ']' && depth > 0) depth -= 1;
    else if (depth === 0 && /[;,\n]/.test(text[at]!)) return at;
  }
  const end = depth > 0 ? text.slice(from).search(/[;,\n]/) : -1;
  return end < 0 ? text.length : from + end;
}

const OPERATOR = /^(?:[-+*/@&|^<=?!]|\\(?![A-Za-z])|\.[A-Za-z_]|\.[-+*/^\\']|>[ \t=]*[\w.([-])/;
const WORD_OPERATOR = /^(?:and|or|in|is|not|if|else|for)\b/;

/** What follows a literal. */
/** MATLAB's transpose, `[1 2; 3 4]'`, in a text that is not read as MATLAB: not the end of a quoted array. */
function isTransposed(text: string, start: number, end: number, dialect: Dialect): boolean {
  return !dialect.matrix && text[end] === "'" && text[end - 1] === ']' && text[start - 1] !== "'";
}

function tailOf(text: string, end: number, dialect: Dialect): 'nothing' | 'closer' | 'operator' | 'bracket' | 'words' {
  const rest = /[ \t]*([^\n\r]{0,8})/y;
  rest.lastIndex = end;
  const next = rest.exec(text)![1]!;
  if (next.startsWith(']')) return 'closer';
  if (
    next === '' ||
    [...dialect.lineComments, ...dialect.blockComments.map(([open]) => open)].some((mark) => next.startsWith(mark))
  )
    return 'nothing';
  if (next.startsWith("'") && dialect.matrix) return 'operator';
  if (next.startsWith('%') && !dialect.guessed) return 'operator';
  if (/^[[(]/.test(next)) return rest.lastIndex - next.length === end ? 'operator' : 'bracket';
  if (OPERATOR.test(next) || (dialect.python !== 'never' && WORD_OPERATOR.test(next))) return 'operator';
  if (/^(?:[;,)\]}>#%'"`:]|\/\/|\/\*)/.test(next)) return 'nothing';
  return 'words';
}
