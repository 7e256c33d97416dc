/** What a step over several windows has changed: `[0, 1]: 0.20 → 1.56`, with the other cells collapsed. */
import { msg } from '../../../message';
import type { Line, Span } from '../../Frame';
import { changesWithin } from '../stage';
import { line, number, say, term, text } from './spans';

/** Cells that are listed; their number is that of all. */
const most = 100;

/** Undefined where no cell has changed. `map`: id of the map with these values, whose rows have `cols` cells. */
export function changedCellsLine(
  map: string,
  before: Float64Array,
  after: Float64Array,
  cols: number,
): Line | undefined {
  const changes = changesWithin(before, after, cols);
  const [first, ...rest] = changes
    .slice(0, most)
    .map(({ row, col, before: old }): Span[] => [
      text(`[${row}, ${col}]: `, 'dim'),
      term([{ map, row, col }], number(old)),
      text(' → '),
      number(after[row * cols + col]!, 'result'),
    ]);
  if (!first) return undefined;
  if (rest.length === 0) return line(first);
  const count = changes.length - 1;
  const label = msg('{0} more cell{0||s}', count);
  const spans = rest.flatMap((each, index) => (index === 0 ? each : [text(';   '), ...each]));
  const end = changes.length > most ? [text(';   …')] : [];
  return line(first, text('   '), { kind: 'fold', summary: [say(label)], spans: [...spans, ...end] });
}

/** Whether a step works on several windows. */
export function coversSeveral({
  covered,
}: {
  readonly covered: { readonly rows: number; readonly cols: number };
}): boolean {
  return covered.rows * covered.cols > 1;
}
