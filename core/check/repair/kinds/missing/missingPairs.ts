/** Two names, of rows and of columns, that no line binds: the line that binds both, such as `top, left = i * stride, j * stride`. */
import { roleOf } from '../../../adapt/roles/roles';
import { isTwin } from '../../../source/twins';
import type { Candidate } from '../../Candidate';
import { isRead, type FunctionScope } from '../../scope/FunctionScope';
import { otherAxisOf } from '../../scope/otherAxis';
import { namesWithoutValue } from '../loops/unboundNames';
import { missingLineBefore } from './missingLine';
import { boundValues, kernelSizes, rowsAndColumns, unpackedSizes } from './values/windowValues';

export function* missingPairs(scope: FunctionScope): Iterable<Candidate> {
  const missing = namesWithoutValue(scope);
  const [first, second] = missing;
  if (first === undefined || second === undefined || missing.length > 2 || !isTwin(first, second)) return;
  const [row, col] = rowsAndColumns([first, second]) as [string, string];
  const use = scope.all('VariableName').find((node) => missing.includes(scope.text(node)) && isRead(node));
  if (!use) return;
  const otherAxis = otherAxisOf(scope, [row, col]);
  const starts = [...boundValues(scope, row, use)].map((value) => [value, otherAxis(value)] as const);
  const lines = [...starts, ...outputSizes(scope)].map(([a, b]) => `${row}, ${col} = ${a}, ${b}`);
  for (const [k, line] of [...new Set(lines)].entries()) yield missingLineBefore(scope, use, line, 1.5 + k / 100);
}

/** `(h - kh) // stride + 1` and `(w - kw) // stride + 1`. */
function outputSizes(scope: FunctionScope): (readonly [string, string])[] {
  const { stride, pad } = scope;
  const extents = rowsAndColumns(
    unpackedSizes(scope).flatMap(({ name, array }) => (roleOf(array) === 'input' && name !== '_' ? [name] : [])),
  );
  const kernels = kernelSizes(scope);
  const pairs = [kernels, ...kernels.map((each) => [each, each])].filter(({ length }) => length === 2);
  const paddings = pad === undefined ? [''] : [` + 2 * ${pad}`, ''];
  const sizeOf = (extent: string, kernel: string, padding: string): string => {
    const steps = `${extent}${padding} - ${kernel}`;
    return stride === undefined ? `${steps} + 1` : `(${steps}) // ${stride} + 1`;
  };
  const [rows, cols] = extents;
  if (rows === undefined || cols === undefined) return [];
  return pairs.flatMap(([a = '', b = '']) =>
    paddings.map((padding) => [sizeOf(rows, a, padding), sizeOf(cols, b, padding)] as const),
  );
}
