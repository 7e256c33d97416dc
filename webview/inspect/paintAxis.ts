/** Index numbers along an axis of a map. */
import type { Theme } from '../theme';
import { sizedContext } from '../ui/sizedContext';

export interface AxisView {
  readonly direction: 'rows' | 'columns';
  /** First index that is seen, fractional while zooming, and number of indices that are seen. */
  readonly start: number;
  readonly count: number;
  /** Number of all indices. */
  readonly extent: number;
  readonly cell: number;
  /** Elements a row of a wrapped vector: rows are named by their first element. */
  readonly wrap?: number;
  /** Index that is emphasised. */
  readonly current: number | undefined;
}

const font = 10;
const digitWidth = 6.2;

/** Every n-th index, n = 1, 2, 5, 10, …, so that the numbers do not touch. */
function indexStep(cell: number, space: number): number {
  for (let power = 1; ; power *= 10) {
    for (const factor of [1, 2, 5]) if (factor * power * cell >= space) return factor * power;
  }
}

export function paintAxis(
  canvas: HTMLCanvasElement,
  view: AxisView,
  size: { width: number; height: number },
  theme: Theme,
): void {
  const { direction, start, count, extent, cell, current, wrap = 1 } = view;
  const context = sizedContext(canvas, size.width, size.height);
  if (!context) return;
  context.textBaseline = 'middle';
  context.textAlign = direction === 'rows' ? 'right' : 'center';
  const digits = String(Math.max(0, extent - 1) * wrap).length;
  const step = indexStep(cell, direction === 'rows' ? font + 4 : digits * digitWidth + 8);
  const last = Math.min(extent - 1, Math.ceil(start + count) - 1);
  for (let index = Math.max(0, Math.floor(start)); index <= last; index++) {
    if (index % step !== 0 && index !== current) continue;
    const isCurrent = index === current;
    // The emphasised number has its neighbours' place.
    if (!isCurrent && current !== undefined && Math.abs(index - current) < step && current % step !== 0) continue;
    const label = String(index * wrap);
    const half = direction === 'rows' ? font / 2 : (label.length * digitWidth) / 2;
    const length = direction === 'rows' ? size.height : size.width;
    // The first and the last number stay inside of the axis.
    const middle = Math.max(half, Math.min(length - half, (index - start + 0.5) * cell));
    context.font = `${isCurrent ? '600 ' : ''}${font}px ${theme.monoFont}`;
    context.fillStyle = isCurrent ? theme.foreground : theme.dim;
    if (direction === 'rows') context.fillText(label, size.width - 5, middle + 0.5);
    else context.fillText(label, middle, size.height / 2 + 0.5);
  }
}
