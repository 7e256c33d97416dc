/** Commas in the numbers of a table whose cells another mark separates: decimal commas, unless the table contradicts it. */
import { msg } from '../../../message';
import { problem, type Problem } from '../types/Problem';
import type { TableCell } from './splitCells';

const DECIMAL = /^[+-]?\d+,\d+(?:[eE][+-]?\d+)?$/;
const THOUSANDS = /^[+-]?[1-9]\d{0,2},\d{3}$/;

/** The value of a number with a decimal comma; undefined for any other text. */
export function withDecimalComma(content: string): number | undefined {
  return DECIMAL.test(content) ? Number(content.replace(',', '.')) : undefined;
}

/** Why the commas of the numbers in `cells` cannot be read as decimal commas. `start` and `end`: of the table's rows of numbers. */
export function commaProblem(
  text: string,
  [start, end]: TableCell,
  cells: readonly TableCell[],
  delimiter: string,
): Problem | undefined {
  const [first] = cells;
  if (!first) return undefined;
  const number = text.slice(...first);
  if (/\d\.\d/.test(text.slice(start, end)))
    return problem(
      'ambiguous',
      msg('{0} has a comma, other numbers of this table have a decimal point', number),
      ...first,
    );
  // Semicolons separate the cells where commas are decimal.
  if (delimiter === ';' || !cells.every((cell) => THOUSANDS.test(text.slice(...cell)))) return undefined;
  const [decimal, whole] = [number.replace(',', '.'), number.replace(',', '')];
  return problem('ambiguous', msg('{0} may be {1} or {2}: write one of them', number, decimal, whole), ...first);
}
