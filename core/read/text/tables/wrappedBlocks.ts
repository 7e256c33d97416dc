/** Wide tables as pandas prints them: blocks of columns below each other, a `\` after the header of all but the last. */
import { msg } from '../../../message';
import type { ParsedArray } from '../../ParseResult';
import { problem, type Problem } from '../types/Problem';

/** Start and end of lines, without their line ends. */
export type Lines = readonly (readonly [start: number, end: number])[];

const GOES_ON = /(?<![ \t])[ \t]+\\[ \t]*$/;

/** The blocks' lines, the headers without their `\`; undefined where the first line has none. */
export function wrappedBlocks(text: string, lines: Lines): Lines[] | Problem | undefined {
  const [first] = lines;
  if (!first || !GOES_ON.test(text.slice(...first))) return undefined;
  const blocks: [number, number][][] = [];
  let open = false;
  lines.forEach(([start, end], row) => {
    const isFirst = row === 0 || text.slice(lines[row - 1]![1], start).split('\n').length > 2;
    const mark = isFirst ? GOES_ON.exec(text.slice(start, end)) : null;
    if (isFirst) open = mark !== null;
    const line: [number, number] = [start, mark ? start + mark.index : end];
    if (isFirst) blocks.push([line]);
    else blocks.at(-1)!.push(line);
  });
  const [start] = blocks.at(-1)![0]!;
  if (open)
    return problem('missing', msg('the columns that follow are missing; select the whole table'), start, start + 1);
  const height = blocks[0]!.length;
  const odd = blocks.find((block) => block.length !== height);
  if (!odd) return blocks;
  const detail = msg(
    'this block of columns has {0} row{0||s}, the block before it has {1}',
    odd.length - 1,
    height - 1,
  );
  return problem('ragged', detail, odd[0]![0], odd.at(-1)![1]);
}

/** One array of the blocks' columns, from left to right. All have the same number of rows. */
export function sideBySide(blocks: readonly ParsedArray[]): ParsedArray {
  const rows = blocks[0]!.array.shape[0]!;
  const cols = blocks.reduce((sum, { array }) => sum + array.shape[1]!, 0);
  const data = new Float64Array(rows * cols);
  const ranges = new Uint32Array(2 * data.length);
  let left = 0;
  for (const { array, ranges: places } of blocks) {
    const width = array.shape[1]!;
    for (let row = 0; row < rows; row++) {
      data.set(array.data.subarray(row * width, (row + 1) * width), row * cols + left);
      ranges.set(places!.subarray(2 * row * width, 2 * (row + 1) * width), 2 * (row * cols + left));
    }
    left += width;
  }
  return { array: { shape: [rows, cols], data }, ranges, range: [blocks[0]!.range[0], blocks.at(-1)!.range[1]] };
}
