/** Several tables of numbers between words: "this input:" above rows of numbers, "and this kernel:" above others. */
import type { ParsedArray } from '../../ParseResult';
import type { NdArray } from '../../../array/NdArray';
import { NumberSink } from '../scan/NumberSink';
import { countWork } from '../scan/countWork';
import { labelledBelow, nameBelow } from './labelsBelow';
import { CHANNEL_LABEL, GRID_NAMES, gridName, KERNEL_WORDS, labelsColumns } from './gridNames';

export const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/g;
/** Numbers with spaces, commas, Markdown's bars or LaTeX's ampersands between them, perhaps in brackets of their own; no blanks around them. */
const ROW =
  /^(?:(?:\|[ \t]*)?[-+]?[\d.][\d.eE+-]*[ \t,;|&][-+\d.eE,;|& \t]*(?:\\\\)?|(?:-[ \t]+)?\[[ \t]*[-+]?[\d.][-+\d.eE, \t]*\],?)$/;
/** The first and the last row of a matrix in one pair of brackets: `[ 1 2`, `3 4 ]`. */
const OPENED = /^\[(?=[-+\d.eE, \t]*$)/;
const CLOSED = /^(?=[-+\d.eE, \t]*\],?$)/;
/** What a first row begins with: `X: 1 2`, `Input = | 1 | 2 |`; not the words of an option. */
const LABEL =
  /^[ \t>*-]*(?!(?:\w+[ _])?(?:strides?|pad(?:ding)?s?|sizes?|shapes?|dim(?:ension)?s?|steps?|dilations?|groups?|scale)\b)(\p{L}[\p{L}\d_.()' ]{0,40})[ \t]*[:=\uff1a][ \t]*(?=[-+\d.|[])/iu;
/** What is next to the middle row of a matrix: `1/16*|2 4 2|`. */
const FACTOR = /^[ \t]*\d+\/\d+[ \t]*\*?[ \t]*(?=\|)/gm;
/** The labels of every row: "Row 1:". */
const COUNTED = /^(?:row|zeile|ligne|fila|linha|riga|r)[ _]?\d+$/i;
/** One cell of a table whose cells were pasted one below the other. */
const CELL = /^[ \t]*[-+]?(?:\d+\.?\d*|\.\d+)[ \t]*$/;
/** Columns that are not shown. */
const SHORTENED = /\.\.\.|\u2026/;
/** Nothing, a fence, brackets alone, and what begins or ends a block in HTML, reStructuredText, Org and AsciiDoc. */
const BLANK =
  /^(?:(?:`{3,}|~{3,})\w*|[[\](),]+|(?:<\/?(?:pre|code)\b[^<>]*>)+|\.\. [\w-]+::.*|#\+(?:begin|end)_\w+.*|[-.=]{4,}|\[source\b.*\])?$/i;
const RULE = /^\|?[ \t:]*-[ \t:|-]*$/;
/** The inner rows of an array in brackets, `[[1, 2],`, `[3, 4],`: not a table of its own. */
const INNER = /\n(?<=\[[ \t]*\[[-+\d.eE, \t]+\],?[ \t]*\n)(?:[ \t]*\[[-+\d.eE, \t]+\],?[ \t]*(?:\n|$))+/g;
interface Row {
  readonly start: number;
  readonly text: string;
}

/** A matrix of LaTeX: it is read as a whole, or not at all. */
const LATEX_MATRIX = /\\begin\{([bBpvV]?(?:small)?matrix\*?|array)\}(?:(?!\\begin\{).)*?\\end\{\1\}/gs;

/** Each with the name that the words above it give; rows have one length. */
export function readGrids(written: string): ParsedArray[] {
  countWork(written.length);
  const hidden = (part: string): string => part.replace(/[^\n]/g, '_');
  const bare = written.includes('\\begin{') ? written.replace(LATEX_MATRIX, hidden) : written;
  const text = bare.replace(INNER, hidden);
  const grids: ParsedArray[] = [];
  let rows: Row[] = [];
  let areCells = false;
  let words: Words = { text: '', grids: 0 };
  let label = '';
  let start = 0;
  const convolves =
    /convol|corr[e\u00e9]lat|falt(?:en|ung)|\u5377\u79ef|\u7573|\u0441\u0432[\u0451\u0435]\u0440\u0442/i.test(text);
  const close = (): void => {
    // The first table is not the result of a pooling.
    const section = grids.length === 0 ? words.text.replace(/(\bpool(?:ing|ed)\b[^.\n]*):[ \t]*$/i, '$1') : words.text;
    const grid = gridOf(rows, section, label, convolves, text);
    rows = [];
    // A part of an earlier grid is a window of it.
    if (!grid || grids.some((earlier) => isPartOf(grid.array, earlier.array))) return;
    const [above] = words.grids === 1 && label === '' ? grids.splice(-1) : [];
    words = { ...words, grids: words.grids + 1 };
    grids.push(...(above ? pairOf(above, grid, words.text) : [grid]));
  };
  for (const whole of [...text.replace(FACTOR, (factor) => ' '.repeat(factor.length)).split('\n'), ' .']) {
    const [head = '', name = ''] = LABEL.exec(whole) ?? [];
    const isLabelled = head !== '' && ROW.test(whole.slice(head.length).trim());
    const labelled = isLabelled ? whole.slice(head.length) : whole;
    const isFirst = OPENED.test(labelled.trim());
    const isLast = rows.length > 0 && CLOSED.test(labelled.trim());
    if (isFirst) close();
    // Places of numbers count from the end of a line.
    const line = isFirst ? labelled.replace('[', ' ') : isLast ? labelled.replace(/\](,?[ \t]*)$/, ' $1') : labelled;
    if (isLabelled && !COUNTED.test(name.trim())) {
      close();
      label = '';
      // A letter below words for it: "The kernel:", `K = 1 0`.
      const isNamed =
        name.trim().length === 1 && words.grids === 0 && GRID_NAMES.some(([, named]) => named.test(words.text));
      words = isNamed ? words : { text: head, grids: 0 };
    }
    const isCell = CELL.test(line);
    const bare = line.trim();
    const isBlank = BLANK.test(bare) || labelsColumns(line);
    if (isCell || (ROW.test(bare) && !RULE.test(bare) && !SHORTENED.test(line))) {
      if (areCells !== isCell) close();
      areCells = isCell;
      rows.push({ start: start + whole.length - line.length, text: line });
      if (isLast) close();
    } else if (!(areCells && isBlank) && !(rows.length > 0 && line.includes('|') && RULE.test(bare))) {
      close();
      // `B:` below `A:` is not a blue channel.
      const isChannel = CHANNEL_LABEL.test(line) && !(LETTERED.test(line) && LETTERED.test(words.text));
      label = !isBlank && isChannel ? line : isBlank ? label : '';
      if (!isBlank && label === '') words = { text: line, grids: 0 };
    }
    start += whole.length + 1;
  }
  return labelledBelow(grids, text) ?? withChannelKernels(withLetteredKernels(grids, text), text);
}

/** A table below `A:` has this name until all tables are read. */
const LETTERED = /^[ \t>*(-]*([A-D])[ \t]*[:=)][ \t]*$/;

/** Tables below `A:` and `B:` are the kernels where the words are about several; else they have no names. */
function withLetteredKernels(grids: readonly ParsedArray[], text: string): ParsedArray[] {
  const lettered = grids.filter(({ name }) => /^[A-D]$/.test(name ?? ''));
  const shapes = new Set(lettered.map(({ array }) => array.shape.join()));
  const areKernels = lettered.length > 1 && shapes.size === 1 && /\b(?:filters|kernels)\b/i.test(text);
  return grids.map((each) => {
    if (!lettered.includes(each)) return each;
    const { name, ...unnamed } = each;
    return areKernels ? { ...unnamed, name: `kernel_${name}` } : unnamed;
  });
}

/** A second, smaller table for each channel is its kernel where the words between them name one: "Slice for red:". */
function withChannelKernels(grids: ParsedArray[], text: string): ParsedArray[] {
  const channels = grids.filter(({ name }) => /^(?:input|kernel)_/.test(name ?? ''));
  const nameOf = ({ name }: ParsedArray): string => name!.replace('input', 'kernel');
  const count = channels.length / 2;
  const [planes, slices] = [channels.slice(0, count), channels.slice(count)];
  const areSlices =
    count > 1 &&
    planes.every(
      (each, k) =>
        slices[k] && nameOf(slices[k]) === nameOf(each) && slices[k].array.data.length < each.array.data.length,
    ) &&
    KERNEL_WORDS.test(text.slice(planes.at(-1)!.range[1], slices[0]!.range[0]));
  if (!areSlices) return grids;
  return grids.map((each) => (slices.includes(each) ? { ...each, name: nameOf(each) } : each));
}

/** The words above grids, and how many of these there are. */
interface Words {
  readonly text: string;
  readonly grids: number;
}

/** Two grids below the same words: where these are about a kernel, the larger one is its input. */
function pairOf(first: ParsedArray, second: ParsedArray, words: string): ParsedArray[] {
  const isKernel = KERNEL_WORDS.test(words) && first.array.data.length > second.array.data.length;
  return isKernel
    ? [
        { ...first, name: 'input' },
        { ...second, name: 'kernel' },
      ]
    : [first, second];
}

function isPartOf(part: NdArray, whole: NdArray): boolean {
  const [rows = 0, cols = 0] = part.shape;
  const [height = 0, width = 0] = whole.shape;
  if (rows * cols >= height * width || new Set(part.data).size < 4) return false;
  for (let top = 0; top + rows <= height; top++)
    for (let left = 0; left + cols <= width; left++)
      if (part.data.every((value, k) => value === whole.data[(top + Math.floor(k / cols)) * width + left + (k % cols)]))
        return true;
  return false;
}

/** The sizes of a table whose cells are below each other: those that the words state, else a square. */
function sizesOfCells(count: number, words: string): readonly [number, number] | undefined {
  const stated = [...words.matchAll(/(\d+)[ \t]*[x\u00d7*][ \t]*(\d+)/gi)].map(
    ([, a, b]) => [Number(a), Number(b)] as const,
  );
  const side = Math.sqrt(count);
  return (
    stated.find(([a, b]) => a * b === count) ??
    (stated.length === 0 && Number.isInteger(side) ? [side, side] : undefined)
  );
}

/** `0,5 0,25`: blanks are between the numbers of every row, so that a comma is within one. */
function areDecimalCommas(rows: readonly Row[]): boolean {
  if (rows.length < 2 || !rows.some(({ text }) => text.includes(','))) return false;
  const cells = rows.map(({ text }) => text.trim().split(/[ \t]+/));
  return cells.every((row) => row.length > 1 && row.every((cell) => /^[-+]?\d+(?:,\d+)?$/.test(cell)));
}

/** The only number below or above the label `Bias`. */
function biasOf(sink: NumberSink, { start, text }: Row, words: string, whole: string): ParsedArray | undefined {
  const end = start + text.length;
  if (!BIAS_LABEL.test(words) && nameBelow(whole, end) !== 'bias') return undefined;
  const { array, ranges } = sink.toArray([1]);
  return { array, ranges, range: [start, end], name: 'bias' };
}

const BIAS_LABEL = /^(?:<[^<>]*>|[\s#*=._\d)-])*(?:bias|\u504f\u7f6e)(?:<[^<>]*>|[\s*:\uff1a}])*$/i;

function gridOf(
  rows: readonly Row[],
  section: string,
  label: string,
  convolves: boolean,
  text: string,
): ParsedArray | undefined {
  const words = section.replace(/\b(input|image) feature maps?\b/gi, '$1');
  const sink = new NumberSink();
  const hasCommas = areDecimalCommas(rows);
  const widths = rows.map((row) => {
    const numbers = [...(hasCommas ? row.text.replaceAll(',', '.') : row.text).matchAll(NUMBER)];
    for (const { 0: written, index } of numbers)
      sink.push(Number(written), row.start + index, row.start + index + written.length);
    return numbers.length;
  });
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last || widths.some((width) => width !== widths[0])) return undefined;
  if (rows.length < 2) return widths[0] === 1 ? biasOf(sink, first, words, text) : undefined;
  const sizes = widths[0] === 1 ? sizesOfCells(rows.length, words) : ([rows.length, widths[0]!] as const);
  if (!sizes || sizes[0] < 2) return undefined;
  // A matrix with a factor next to one of its rows.
  const scaled = text.slice(first.start, last.start + last.text.length).search(FACTOR) < 0 ? undefined : 'kernel';
  const name = (label === '' ? LETTERED.exec(words)?.[1] : undefined) ?? gridName(words, label, convolves) ?? scaled;
  const { array, ranges } = sink.toArray([...sizes]);
  return { array, ranges, range: [first.start, last.start + last.text.length], ...(name !== undefined && { name }) };
}
