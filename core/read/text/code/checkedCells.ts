/** Results of C-like tests whose cells are checked one by one: `EXPECT_EQ(y(0, 1), 2.5)`, `assert(y->data[3] == 5.0f)`. */
import { sizeOf } from '../../../array/NdArray';
import type { WrittenArray } from '../agreement/layerWords';
import { sharedBlocks } from './codeBlocks';

const NUMBER = '([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)(?:f|_?f\\d\\d)?(?![\\w.])';
/** `y[0][1]`, `y(0, 1)`, `y.at(0, 1)`, `y.get([0, 1])`, `y->data[3]`. */
const CELL =
  '([A-Za-z_$][\\w$]*(?:(?:\\.|->|::)[A-Za-z_$]\\w*(?:\\(\\))?)*)(?:<\\w+>)?\\s*((?:\\[\\[?\\s*\\d+(?:\\s*,\\s*\\d+)*\\s*\\]?\\])+|\\(\\[?\\s*\\d+(?:\\s*,\\s*\\d+)*\\s*\\]?\\)|\\(\\d+\\)\\(\\d+\\))';
const CELL_FIRST = new RegExp(
  `${CELL}\\)*\\s*(?:,|==|!=|-|\\)?\\.to\\w+\\()\\s*(?:[A-Za-z]\\w*\\()?${NUMBER}\\s*\\)?\\s*(?:[),;{|&.<]|$)`,
);
const NUMBER_FIRST = new RegExp(`[(\\s]${NUMBER}\\)?\\s*(?:,|==)\\s*&?${CELL}`);
const CHECK = /assert|expect|equal|close|check|verify|require|must|near|^[ \t]*if\b.*!=/i;
/** The same without the place of the cell. */
const PLACELESS = new RegExp(
  `^[ \\t]*[\\w.:]*(?:assert|expect|equal|close|check|verify|require)\\w*!?[ \\t]*\\((?:${NUMBER}[ \\t]*,.*[[(].*|.*[[(].*?(?:,|==|\\.to\\w+\\()[ \\t]*(?:[A-Za-z]\\w*\\(${NUMBER}\\)|${NUMBER})[ \\t]*(?:,[^,()]*)?)\\)[ \\t;]*$`,
  'i',
);
const LONGEST_LINE = 200;
const MOST_CELLS = 4096;
const LARGEST_TOLERANCE = 0.01;

/** An element of an array that gets a number: `layer.cells[0][1] = 2;`. */
const ASSIGNED = new RegExp(`(?<=^|[;{}])[ \\t]*${CELL}\\s*=\\s*${NUMBER}[ \\t]*(?=;|\\r?$)`, 'gm');

/** Arrays whose elements are all assigned one by one. */
export function assignedCells(code: string): WrittenArray[] {
  const found: (Checked & { readonly path: string })[] = [];
  for (const { 0: statement, 1: path = '', 2: place, 3: value, index: at } of code.matchAll(ASSIGNED)) {
    const index = place!.match(/\d+/g)!.map(Number);
    const last = found.filter((each) => each.path === path).at(-1);
    const continues = last && !last.cells.some((each) => each.index.join() === index.join());
    const own = continues
      ? last
      : { path, name: /\w+$/.exec(path)?.[0], cells: [], range: [at, at] as [number, number] };
    if (!continues) found.push(own);
    own.cells.push({ index, value: Number(value) });
    own.range[1] = at + statement.length;
  }
  return found.flatMap(({ name, ...cells }) =>
    arrayOf({ name, ...cells })
      .filter(({ array: { data } }) => data.length > 3 && !data.some(Number.isNaN))
      .map(({ array, range }): WrittenArray => ({ name, array, range })),
  );
}

interface Checked {
  /** Undefined where the places are not written. */
  readonly name: string | undefined;
  readonly cells: { readonly index: readonly number[]; readonly value: number }[];
  range: [number, number];
}

/** Cells that are not checked are NaN. */
export function checkedCells(code: string): WrittenArray[] {
  const lines = linesOf(code).filter(
    ({ line }) => line.length < LONGEST_LINE && (CHECK.test(line) || line.trim() === ''),
  );
  const together = sharedBlocks(
    code,
    lines.map(({ at }) => at),
  );
  const found: Checked[] = [];
  let run: { readonly checked: Checked; readonly below: number } | undefined;
  for (const { line, at } of lines) {
    const end = at + line.length;
    const cell = cellOf(line);
    const placeless = cell ? undefined : PLACELESS.exec(line);
    const follows = run?.below === at ? run.checked : undefined;
    if (cell) {
      const { name, index, value } = cell;
      const last = found.filter((each) => each.name === name).at(-1);
      const continues =
        last?.cells[0]?.index.length === index.length &&
        !last.cells.some((each) => each.index.join() === index.join()) &&
        together(last.range[0], at);
      const checked: Checked = continues ? last : { name, cells: [], range: [at, at] };
      if (!continues) found.push(checked);
      checked.cells.push({ index, value });
      checked.range[1] = end;
    } else if (placeless) {
      const checked: Checked = follows ?? { name: undefined, cells: [], range: [at, at] };
      if (!follows) found.push(checked);
      checked.cells.push({ index: [checked.cells.length], value: Number(placeless.slice(1).find((each) => each)) });
      checked.range[1] = end;
      run = { checked, below: end + 1 };
    } else if (follows && line.trim() === '') run = { checked: follows, below: end + 1 };
  }
  return found.flatMap(arrayOf);
}

function linesOf(code: string): { readonly line: string; readonly at: number }[] {
  let next = 0;
  return code.split('\n').map((line) => {
    const at = next;
    next += line.length + 1;
    return { line, at };
  });
}

function cellOf(line: string): { name: string; index: number[]; value: number } | undefined {
  const last = CELL_FIRST.exec(line);
  const first = NUMBER_FIRST.exec(line);
  // `EXPECT_NEAR(2.5, y[0], 1e-5)` ends with a tolerance.
  const isTolerance = first && last && Number(last[3]) > 0 && Number(last[3]) <= LARGEST_TOLERANCE;
  const [name, place, value] = last && !isTolerance ? last.slice(1) : [first?.[2], first?.[3], first?.[1]];
  if (name === undefined || place === undefined) return undefined;
  return { name, index: place.match(/\d+/g)!.map(Number), value: Number(value) };
}

function arrayOf({ name, cells, range }: Checked): WrittenArray[] {
  if (cells.some(({ index }) => index.length !== cells[0]!.index.length)) return [];
  const shape = cells[0]!.index.map((_, axis) => Math.max(...cells.map(({ index }) => index[axis]!)) + 1);
  if (cells.length < 2 || (name === undefined && cells.length < 3) || sizeOf(shape) > MOST_CELLS) return [];
  const data = new Float64Array(sizeOf(shape)).fill(NaN);
  for (const { index, value } of cells) data[index.reduce((flat, each, axis) => flat * shape[axis]! + each, 0)] = value;
  return [{ name: undefined, array: { shape, data }, range, isChecked: true }];
}
