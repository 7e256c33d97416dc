/** A text that is one table: CSV, TSV, columns separated by spaces, Markdown, a pandas print. */
import { msg } from '../../../message';
import type { ParsedArray } from '../../ParseResult';
import type { Dialect } from '../types/Dialect';
import { readElement } from '../scan/readElement';
import { elided } from '../scan/elision';
import { NumberSink } from '../scan/NumberSink';
import { problem, type Problem } from '../types/Problem';
import { delimiterOf, splitCells, tableLines, type TableCell } from './splitCells';
import { sideBySide, wrappedBlocks, type Lines } from './wrappedBlocks';
import { commaProblem, withDecimalComma } from './commaProblem';
import { countWork } from '../scan/countWork';

export interface TableFailure extends Problem {
  /** At least half of the cells are numbers: this was meant as a table. */
  readonly likely: boolean;
}

const RULE = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
/** What pandas prints below a table. */
const FOOTER = /^\s*(?:\[\d+ rows x \d+ columns\]|(?:Name: [^\n]*, )?(?:Length: \d+, )?dtype: (\w+))\s*$/;

/** Whether pandas' own last line marks the text as a table. */
export function endsAsTable(text: string): boolean {
  return FOOTER.test(text.slice(text.trimEnd().lastIndexOf('\n') + 1));
}

/** Reads the whole of `text` as a table. Header and index are dropped. `placed`: with the place of each number. */
export function readTable(text: string, dialect: Dialect, placed = true): ParsedArray | TableFailure {
  const lines = tableLines(text);
  const footer = FOOTER.exec(lines.length ? text.slice(...lines.at(-1)!) : '');
  if (footer) lines.pop();
  if (lines.length === 0)
    return { ...problem('empty', msg('no array was found in this text'), 0, text.length), likely: false };
  const ruled = lines.length > 1 && text.slice(...lines[0]!).includes('|') && RULE.test(text.slice(...lines[1]!));
  if (ruled) lines.splice(1, 1);
  const blocks = ruled ? undefined : wrappedBlocks(text, lines);
  if (blocks) return 'detail' in blocks ? { ...blocks, likely: true } : readBlocks(text, blocks, dialect);
  const delimiter = ruled ? '|' : delimiterOf(text, lines);
  const rows = new TableRows(text, lines, delimiter, dialect, placed);
  const series = footer?.[1] !== undefined && delimiter === ' ';
  const { header, index } = headings(rows, lines.length, ruled, series);
  const labels = dialect.table === 'always' || ruled ? labelColumns(rows, header, lines.length) : [];
  return rows.read(header ? 1 : 0, new Set(index ? [0, ...labels] : labels), series, footer?.[1]);
}

/** A print that pandas has broken into blocks of columns. */
function readBlocks(text: string, blocks: readonly Lines[], dialect: Dialect): ParsedArray | TableFailure {
  const tables = blocks.map((lines) => new TableRows(text, lines, ' ', dialect));
  const { header, index } = headings(tables[0]!, blocks[0]!.length, false, false);
  const read = tables.map((rows) => rows.read(header ? 1 : 0, new Set(index ? [0] : []), false, undefined));
  const failure = read.find((part) => 'detail' in part);
  return failure ? { ...failure, likely: true } : sideBySide(read.flatMap((part) => ('detail' in part ? [] : [part])));
}

class TableRows {
  constructor(
    private readonly text: string,
    private readonly lines: Lines,
    readonly delimiter: string,
    private readonly dialect: Dialect,
    private readonly placed = true,
  ) {}

  cells(row: number): TableCell[] {
    const [start, end] = this.lines[row]!;
    return splitCells(this.text, start, end, this.delimiter);
  }

  content([start, end]: TableCell): string {
    return this.text.slice(start, end);
  }

  number(cell: TableCell): number | Problem {
    const content = this.content(cell);
    const decimal = this.delimiter === ',' ? undefined : withDecimalComma(content);
    if (decimal !== undefined) return decimal;
    const read = readElement(content, 0, this.dialect);
    if (!('detail' in read) && read.end === content.length) return read.value;
    const [start, end] = cell;
    if (/^\.{2,}$|^…$/.test(content)) return elided(this.text, start, start, this.dialect);
    if (content === '' || /^(?:NA|None|null|NULL|<NA>|NaT|-)$/.test(content))
      return problem('missing', msg('this cell holds no number'), start, end);
    if ('detail' in read && read.kind === 'complex') return { ...read, range: [start, end] };
    return problem('notNumeric', msg('{0} is not a number', content.slice(0, 40)), start, end);
  }

  /** `labels`: the columns that hold no numbers of the array. */
  read(
    firstRow: number,
    labels: ReadonlySet<number>,
    series: boolean,
    dtype: string | undefined,
  ): ParsedArray | TableFailure {
    const { text, lines } = this;
    const sink = new NumberSink(false, this.placed);
    let width = -1;
    let trailing = false;
    const commas: TableCell[] = [];
    for (let row = firstRow; row < lines.length; row++) {
      if (row > firstRow && !trailing && labels.size === 0 && this.readPlainRow(row, width, sink)) continue;
      const cells = this.cells(row);
      countWork(lines[row]![1] - lines[row]![0] + 1);
      if (row === firstRow)
        trailing = this.delimiter !== ' ' && cells.length > 1 && this.allEndEmpty(firstRow, cells.length);
      if (trailing) cells.pop();
      if (width < 0) width = cells.length;
      if (cells.length !== width) {
        const detail = msg(
          'this row has {0} number{0||s}, the rows before it have {1}',
          cells.length - labels.size,
          width - labels.size,
        );
        return this.failure(problem('ragged', detail, ...lines[row]!));
      }
      for (let col = 0; col < width; col++) {
        if (labels.has(col)) continue;
        const [start, end] = cells[col]!;
        const before = sink.count;
        if (sink.decimal(text, start) === end) continue;
        sink.count = before;
        const value = this.number([start, end]);
        if (typeof value !== 'number') return this.failure(value);
        if (this.content([start, end]).includes(',')) commas.push([start, end]);
        sink.push(value, start, end);
      }
      // No number is shorter than a digit and what separates it.
      if (row === firstRow) sink.reserve(Math.min((lines.length - row) * sink.count, Math.ceil(text.length / 2)));
    }
    const rows = lines.length - firstRow;
    if (sink.count === 0) return this.failure(problem('empty', msg('no array was found in this text'), ...lines[0]!));
    const end = lines.at(-1)![1];
    const contradiction = commaProblem(text, [lines[firstRow]![0], end], commas, this.delimiter);
    if (contradiction) return this.failure(contradiction);
    const range = [lines[0]![0], end] as const;
    const { array, ranges } = sink.toArray(series ? [rows] : [rows, width - labels.size]);
    return {
      array,
      ...(this.placed && { ranges }),
      range,
      ...(dtype !== undefined && { dtype }),
    };
  }

  /** The usual row, numbers and nothing else, without cutting it into cells; false, and nothing kept, where it is not one. */
  private readPlainRow(row: number, width: number, sink: NumberSink): boolean {
    const { text, delimiter } = this;
    const [start, end] = this.lines[row]!;
    const before = sink.count;
    const mark = delimiter.charCodeAt(0);
    countWork(end - start + 1);
    for (let at = start; at < end; at++) {
      while (text.charCodeAt(at) === 32) at++;
      at = sink.decimal(text, at);
      if (at < 0) break;
      if (at === end && sink.count - before === width) return true;
      if (at === end || text.charCodeAt(at) !== mark) break;
    }
    sink.count = before;
    return false;
  }

  /** `1,2,` on every line: the last delimiter ends the row. */
  private allEndEmpty(firstRow: number, width: number): boolean {
    for (let row = firstRow; row < Math.min(this.lines.length, firstRow + 20); row++) {
      const cells = this.cells(row);
      if (cells.length !== width || this.content(cells.at(-1)!) !== '') return false;
    }
    return true;
  }

  private failure(cause: Problem): TableFailure {
    let numbers = 0;
    let others = 0;
    for (let row = 0; row < Math.min(this.lines.length, 30); row++) {
      for (const cell of this.cells(row)) {
        if (typeof this.number(cell) === 'number') numbers++;
        else others++;
      }
    }
    return { ...cause, likely: this.lines.length > 1 && numbers >= 2 && numbers >= others };
  }
}

/** Whether the first row names the columns and the first column names the rows. */
function headings(
  rows: TableRows,
  count: number,
  ruled: boolean,
  series: boolean,
): { header: boolean; index: boolean } {
  if (series) return { header: false, index: true };
  if (count < 2) return { header: false, index: false };
  const cells = rows.cells(0);
  const first = cells.map((cell) => rows.content(cell));
  const second = rows.cells(1).length;
  const counted = (labels: readonly string[]): boolean => labels.every((label, k) => label === String(k));
  // Numbers that cannot be read, as `1.234,5` or `30%`, are not names of columns.
  const isName = (label: string): boolean => !/^[+-]?[\d.,' ]*\d[\d.,' ]*%?$/.test(label);
  const named = cells.every(
    (cell, k) => first[k] === '' || (typeof rows.number(cell) !== 'number' && isName(first[k]!)),
  );
  if (rows.delimiter === ' ') {
    const index = first.length + 1 === second;
    return { header: named || (index && counted(first)), index };
  }
  const corner = first[0] === '' || first[0] === 'Unnamed: 0';
  // Markdown has no table without a first line above its rule: numbers there are a row, unless they count the columns.
  const isRow =
    cells.every((cell) => typeof rows.number(cell) === 'number') &&
    (!counted(first) || rows.number(rows.cells(1)[0]!) === first.length);
  const header =
    (ruled && !isRow) || (named && first.some((label) => label !== '')) || (corner && counted(first.slice(1)));
  if (!header && typeof rows.number(cells[0]!) !== 'number' && isName(first[0]!)) {
    // `y/x,0,10,20`: positions along both axes.
    const below = Array.from({ length: count - 1 }, (_, k) => rows.cells(k + 1)[0]!);
    const arePositions = [cells.slice(1), below].every((axis) => grows(axis.map((cell) => rows.number(cell))));
    if (arePositions) return { header: true, index: true };
  }
  return { header, index: header && corner };
}

/** Whether all are numbers, each larger than the one before it. */
function grows(values: readonly (number | Problem)[]): boolean {
  return (
    values.length > 1 &&
    values.every((value, k) => typeof value === 'number' && (k === 0 || value > Number(values[k - 1])))
  );
}

/** A text, a date or a time. */
const LABEL = /^"?(?:\p{L}|\d{1,4}([-/.])\d{1,2}\1\d|\d{1,2}:\d{2}|\d{4}-\d{2}"?$)/u;
const NUMBERED = /^"?(?:id|idx|index|no\.?|nr\.?|row|#)"?$/i;

/** Columns of texts, dates and times, and a first column that a header calls the number of the row. */
function labelColumns(rows: TableRows, hasHeader: boolean, count: number): number[] {
  const from = hasHeader ? 1 : 0;
  if (rows.delimiter === ' ' || count < 2) return [];
  const width = rows.cells(from).length;
  const isLabel = (cell: TableCell): boolean => LABEL.test(rows.content(cell)) && typeof rows.number(cell) !== 'number';
  let found = rows.cells(from).flatMap((cell, col) => (isLabel(cell) ? [col] : []));
  let isNumbered = hasHeader && width > 1 && NUMBERED.test(rows.content(rows.cells(0)[0]!));
  const first = rows.number(rows.cells(from)[0]!);
  for (let row = from; row < count && (found.length > 0 || isNumbered); row++) {
    const cells = rows.cells(row);
    found = found.filter((col) => cells[col] && isLabel(cells[col]));
    isNumbered &&= rows.number(cells[0]!) === Number(first) + row - from;
  }
  if (isNumbered) found.push(0);
  return found.length < width ? found : [];
}
