/** Cells that a NumPy index of integers, slices and an ellipsis selects: `[1, :, ::2]`, `[0][1]`, `[..., 0]`. */
import { sizeOf, stridesOf, type NdArray } from '../../array/NdArray';

/** The selected view, or undefined for an index of another form or outside the array. */
export function selectCells(array: NdArray, index: string): NdArray | undefined {
  let view: NdArray | undefined = array;
  for (const [, items] of index.matchAll(/\[([^[\]]*)\]/g)) view = view && selected(view, items!);
  return /^(?:\s*\[[^[\]]*\])+\s*$/.test(index) ? view : undefined;
}

interface AxisSelection {
  readonly start: number;
  readonly step: number;
  readonly count: number;
  /** An integer removes its axis. */
  readonly removed: boolean;
}

function selected({ shape, data }: NdArray, text: string): NdArray | undefined {
  const items = itemsOf(text, shape.length);
  if (!items || items.length > shape.length) return undefined;
  const axes: AxisSelection[] = [];
  for (const [axis, extent] of shape.entries()) {
    const chosen = axisSelection(items[axis] ?? ':', extent);
    if (!chosen) return undefined;
    axes.push(chosen);
  }
  const strides = stridesOf(shape);
  const counts = axes.map(({ count }) => count);
  const result = new Float64Array(sizeOf(counts));
  for (let k = 0; k < result.length; k++) {
    let rest = k;
    let flat = 0;
    for (let axis = axes.length - 1; axis >= 0; axis--) {
      const { start, step, count } = axes[axis]!;
      flat += (start + (rest % count) * step) * strides[axis]!;
      rest = Math.floor(rest / count);
    }
    result[k] = data[flat]!;
  }
  return { shape: axes.flatMap(({ removed, count }) => (removed ? [] : [count])), data: result };
}

/** One item an axis; an ellipsis is filled up with whole axes. */
function itemsOf(text: string, rank: number): string[] | undefined {
  const items = text.split(',').map((item) => item.trim());
  if (items.at(-1) === '') items.pop();
  const ellipses = items.filter((item) => item === '...' || item === '…').length;
  if (ellipses === 0) return items;
  if (ellipses > 1) return undefined;
  const missing = rank - (items.length - 1);
  if (missing < 0) return undefined;
  return items.flatMap((item) => (item === '...' || item === '…' ? new Array<string>(missing).fill(':') : [item]));
}

function axisSelection(item: string, extent: number): AxisSelection | undefined {
  if (/^-?\d+$/.test(item)) {
    const start = Number(item) < 0 ? Number(item) + extent : Number(item);
    return start >= 0 && start < extent ? { start, step: 1, count: 1, removed: true } : undefined;
  }
  const slice = /^(-?\d*)\s*:\s*(-?\d*)\s*(?::\s*(\d*))?$/.exec(item);
  if (!slice) return undefined;
  const [, from = '', to = '', by = ''] = slice;
  const step = by === '' ? 1 : Number(by);
  if (step === 0 || from === '-' || to === '-') return undefined;
  const bound = (written: string, usual: number): number => {
    if (written === '') return usual;
    const value = Number(written);
    return Math.min(extent, Math.max(0, value < 0 ? value + extent : value));
  };
  const start = bound(from, 0);
  const count = Math.max(0, Math.ceil((bound(to, extent) - start) / step));
  return { start, step, count, removed: false };
}
