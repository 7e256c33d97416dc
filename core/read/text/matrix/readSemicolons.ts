/** MATLAB's `[1, 2; 3, 4]`, and its rows on lines, in a text whose language is not known. */
import { msg } from '../../../message';
import type { Dialect } from '../types/Dialect';
import type { Nested, NestedFailure } from '../types/Nested';
import { problem } from '../types/Problem';
import { scanMatrix } from './scanMatrix';

/** Reads the literal again, in MATLAB's dialect, where `failure` is a semicolon between rows. */
export function readSemicolons(
  text: string,
  start: number,
  failure: NestedFailure,
  matlab: Dialect,
): Nested | NestedFailure {
  const [from, to] = failure.problem.range;
  if (text[start] !== '[' || failure.problem.kind !== 'syntax' || text[from] !== ';') return failure;
  const matrix = scanMatrix(text, start, matlab);
  if ('problem' in matrix || !hasDecimalCommas(text, start, matrix)) return matrix;
  const detail = msg(
    'the commas here may be decimal commas or column separators; put a space after them, or set the language',
  );
  return { problem: problem('ambiguous', detail, start, Math.max(to, matrix.end)), end: matrix.end };
}

/** `[1,5; 2,5]`: two integers per row, separated by a comma without a space. */
function hasDecimalCommas(text: string, start: number, { array, end }: Nested): boolean {
  if (array.shape[1] !== 2) return false;
  return /^\[\s*(?:[+-]?\d[\d.]*,\d+\s*;\s*)+(?:[+-]?\d[\d.]*,\d+\s*)?\]$/.test(
    text.slice(start, Math.min(end, start + 2000)),
  );
}

const NUMBERS = '[-+]?[\\d.][\\d.eE+-]*(?:[ \\t]+[-+]?[\\d.][\\d.eE+-]*)+[ \\t]*';
/** Rows of numbers that begin their lines: NumPy's print of a long vector has a space there. */
const ROWS = new RegExp(`\\[[ \\t]*${NUMBERS}(?:\\n(?=[-+.\\d])${NUMBERS})+\\](?!')`, 'y');

/** `[1 2` above `3 4]`; undefined for other literals. */
export function readRowsOnLines(text: string, start: number, matlab: Dialect): Nested | undefined {
  ROWS.lastIndex = start;
  const [written] = text[start] === '[' ? (ROWS.exec(text) ?? []) : [];
  const widths = new Set(written?.split('\n').map((row) => row.match(/[^\s[\]]+/g)?.length));
  const matrix = widths.size === 1 ? scanMatrix(text, start, matlab) : undefined;
  return matrix && 'array' in matrix ? matrix : undefined;
}
