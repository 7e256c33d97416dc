/** LaTeX's matrices: `\begin{bmatrix}1 & 2\\3 & 4\end{bmatrix}`, and `array` with its columns. */
import { msg } from '../../../message';
import type { TextRange } from '../../ParseResult';
import type { Display, DisplayFailure } from '../types/Display';
import { problem } from '../types/Problem';
import { NumberSink } from '../scan/NumberSink';
import { countWork } from '../scan/countWork';

const BEGIN = /\\begin\{([bBpvV]?(?:small)?matrix\*?|array)\}(?:\[[^\]\n]*\])?(?:[ \t]*\{[lcrp|@! \t]*\})?/y;
const MARK = /\\(?:begin|end)\{[^}\n]*\}/g;
/** The name at the end of the left side, with the number of a filter or channel: `X`, `\mathbf{X}`, `X_{1}`, `x_{:,:,1}`, `X &`. */
const NAME =
  /([A-Za-z][A-Za-z0-9]*)\}?(?:_(?:([1-9])|\{\s*([1-9])\s*\}|\{\s*:\s*,\s*:\s*,\s*([1-9])\s*\}|\{?[A-Za-z0-9]+\}?))?\}?\s*&?\s*$/;
/** The layer of a matrix, `W^{(1)}` and `W^{[1]}`. */
const INDEX_ABOVE = /\^(?:\{\s*(?:\([^(){}\n]*\)|\[[^[\]{}\n]*\])\s*\}|\(\w+\)|\[\w+\])/g;
/** The gradient with respect to Y: `\frac{\partial L}{\partial Y}`, `\partial L / \partial Y`, `\nabla_Y L`. */
const GRADIENT =
  /\\d?frac\s*\{\s*\\partial[^{}]*\}\s*\{\s*\\partial\s*(?:\\(?:text|mathrm|mathbf|operatorname|mathit)\{)?([A-Za-z]+)\}?\s*\}\s*$|\\partial\s*[A-Za-z]\s*\/\s*\\partial\s*(?:\\(?:text|mathrm|mathbf|operatorname|mathit)\{)?([A-Za-z]+)\}?\s*$|\\nabla_\{?([A-Za-z])\}?\s*[A-Za-z]?\s*$/;
const SEPARATOR = /[\n$;]|\\\\(?=\s*&?\s*(?:\\\w+\{)?[A-Za-z])|,(?![^{}]*\})|\\[[(]/;
const BRACKET = /\\(?:left|right)[ \t]*(?:[[\](){}|.]|\\[{}|])/y;
const RULE = /\\(?:hline|cline\{[^}]*\})/g;

/** The end of a large bracket, `\\left[`, at `at`; `at` where it does not begin there. */
export function behindLatexBracket(text: string, at: number): number {
  BRACKET.lastIndex = at;
  return BRACKET.test(text) ? BRACKET.lastIndex : at;
}

/** Signs of private use for the beginning and the end of a matrix that a text gives by a command of its own. */
export const MATRIX_BEGIN = '\ue000';
export const MATRIX_END = '\ue001';

export function hasLatexMatrix(text: string): boolean {
  return text.includes(MATRIX_BEGIN) || /\\begin\{(?:[bBpvV]?(?:small)?matrix\*?|array)\}/.test(text);
}

/** The matrix at `at`, whose cells are all numbers; undefined where none begins there, and for matrices with letters. */
export function readLatexMatrix(text: string, at: number): Display | DisplayFailure | undefined {
  const content = contentAt(text, at);
  if (!content) return undefined;
  const [start, stop, end] = content;
  countWork(end - at);
  const sink = new NumberSink();
  const { widths, other, others } = readRows(text.slice(start, stop), start, sink);
  if (sink.count === 0) return undefined;
  if (other) {
    // A matrix of letters is not one of numbers; one with few of them is not read in part.
    if (others > sink.count) return undefined;
    return { ...problem('notNumeric', msg('{0} is not a number', text.slice(...other)), at, end), end };
  }
  const odd = widths.findIndex((width) => width !== widths[0]);
  if (odd >= 0) {
    const detail = msg('this row has {0} number{0||s}, the rows before it have {1}', widths[odd]!, widths[0]!);
    return { ...problem('ragged', detail, at, end), end };
  }
  const { array, ranges } = sink.toArray([widths.length, widths[0]!]);
  const name = nameBefore(text.slice(Math.max(0, at - 120), at));
  return { array: { array, ranges, range: [at, end], ...(name !== undefined && { name }) }, end };
}

const LONGEST = 20_000;

/** Where the cells of a matrix begin and end, and the end of the matrix. */
function contentAt(text: string, at: number): readonly [start: number, stop: number, end: number] | undefined {
  if (text[at] === MATRIX_BEGIN) {
    const length = text.slice(at, at + LONGEST).indexOf(MATRIX_END);
    return length < 0 ? undefined : [at + 1, at + length, at + length + 1];
  }
  BEGIN.lastIndex = at;
  const begin = BEGIN.exec(text);
  if (!begin) return undefined;
  const start = BEGIN.lastIndex;
  // No matrix is inside of another: the text is searched once, also where many of them have no end.
  MARK.lastIndex = start;
  const mark = MARK.exec(text);
  return mark?.[0] === `\\end{${begin[1]}}` ? [start, mark.index, MARK.lastIndex] : undefined;
}

/** Signs of a convolution or of a product between two names. */
const OPERATOR = /[A-Za-z}]\s*(?:\\(?:star|ast|circledast|otimes|odot|times|cdot)(?![A-Za-z])|\*)\s*[A-Za-z\\]/;

/** What a line above a matrix names alone: `output` above `\left[`. */
const LABEL =
  /(?:^|[\n$])[ \t]*(?:\\(?:text|mathrm)\{)?(input|image|filter|kernel|output|result)s?\}?[ \t]*:?[ \t]*\n\s*(?:\\left[ \t]*[[(|]?)?\s*$/i;

/** The name X of `X =`, Y of `Y = X * K =`, whose matrix is Y, `result` of `X * K =`, and the label on the line above. */
function nameBefore(before: string): string | undefined {
  const equation = before.replace(/(?:\\left)?[ \t[(|]*\s*$/, '').trimEnd();
  if (!equation.endsWith('=')) return LABEL.exec(before)?.[1]?.toLowerCase();
  const left = equation.split(SEPARATOR).at(-1)!.split('=')[0]!;
  if (OPERATOR.test(left)) return 'result';
  const [, upper, slash, nabla] = GRADIENT.exec(left) ?? [];
  const gradient = upper ?? slash ?? nabla;
  if (gradient !== undefined) return `d${gradient}`;
  const [, name, digit, braced, channel] = NAME.exec(left.replace(INDEX_ABOVE, '')) ?? [];
  if (name === undefined) return undefined;
  const number = digit ?? braced;
  return channel === undefined ? (number === undefined ? name : `${name}_${number}`) : `${name}_ch${channel}`;
}

interface Rows {
  /** Numbers in each row. */
  readonly widths: readonly number[];
  /** The first cell that is not a number, and how many there are. */
  readonly other?: TextRange;
  readonly others: number;
}

function readRows(body: string, start: number, sink: NumberSink): Rows {
  const widths: number[] = [];
  let [at, others] = [0, 0];
  let other: TextRange | undefined;
  for (const row of body.split(/\\\\(?:\[[^\]\n]*\])?|\\cr\b/)) {
    const from = body.indexOf(row, at);
    at = from + row.length;
    const cells = row.replace(RULE, (rule) => ' '.repeat(rule.length)).split('&');
    if (cells.length === 1 && cells[0]!.trim() === '') continue;
    let place = start + from;
    for (const cell of cells) {
      const written = cell.trim();
      const value = numberOf(written);
      const first = place + cell.indexOf(written);
      place += cell.length + 1;
      if (value === undefined) {
        others++;
        other ??= [first, first + written.length];
        continue;
      }
      sink.push(value, first, first + written.length);
      sink.anyFloat ||= /[.e]|frac/i.test(written);
      sink.allBool = false;
    }
    widths.push(cells.length);
  }
  return { widths, others, ...(other && { other }) };
}

/** `\\frac{1}{2}`, `\\tfrac12`, `\\dfrac{-1}{3}` */
const FRACTION = /^([-+]?)\\[dt]?frac\s*(?:\{\s*([-+]?\d+)\s*\}|(\d))\s*(?:\{\s*(\d+)\s*\}|(\d))$/;

function numberOf(written: string): number | undefined {
  const plain = written.replace(/^\{(.*)\}$/, '$1').replace(/^[\u2212-]\s*/, '-');
  const [fraction, sign, upper, upperDigit, lower, lowerDigit] = FRACTION.exec(plain) ?? [];
  if (fraction !== undefined) return (Number(`${sign}1`) * Number(upper ?? upperDigit)) / Number(lower ?? lowerDigit);
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(plain) ? Number(plain) : undefined;
}
