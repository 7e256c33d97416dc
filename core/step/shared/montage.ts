/** All channels or filters of a map as small planes, to choose from. */
import { CellKind, type Scale } from '../Frame';

export interface Montage {
  /** The map whose planes these are. */
  readonly map: string;
  /** The view's entry that chooses among them: `channel`, or `filter`, the output channel of the step. */
  readonly axis: 'channel' | 'filter';
  readonly selected: number;
  /** Extents of a plane as sent: every n-th row and column of a large one. */
  readonly rows: number;
  readonly cols: number;
  readonly planes: readonly MontagePlane[];
  /** How many there are; more than `planes` where a layer has very many. */
  readonly total: number;
  readonly scale: Scale;
}

export interface MontagePlane {
  readonly index: number;
  readonly values: Float64Array;
  readonly cells?: Uint8Array;
}

export interface MontageRequest {
  readonly map: string;
  readonly axis: Montage['axis'];
  readonly selected: number;
  readonly total: number;
  readonly rows: number;
  readonly cols: number;
  readonly scale: Scale;
  readonly plane: (index: number) => Float64Array;
  readonly kinds?: (index: number) => Uint8Array | undefined;
}

/** Cells along an axis of a small plane. */
const mostCells = 64;
const mostPlanes = 256;

export function montageOf(request: MontageRequest): Montage {
  const { map, axis, selected, total, rows, cols, scale } = request;
  const step = Math.max(1, Math.ceil(Math.max(rows, cols) / mostCells));
  const small = { rows: Math.ceil(rows / step), cols: Math.ceil(cols / step) };
  const first = Math.min(Math.max(0, selected - mostPlanes / 2), Math.max(0, total - mostPlanes));
  const planes = Array.from({ length: Math.min(total, mostPlanes) }, (_, offset): MontagePlane => {
    const index = first + offset;
    const values = request.plane(index);
    const kinds = request.kinds?.(index);
    const pick = (position: number): number =>
      Math.floor(position / small.cols) * step * cols + (position % small.cols) * step;
    return {
      index,
      values: Float64Array.from({ length: small.rows * small.cols }, (_each, position) => values[pick(position)]!),
      ...(kinds && {
        cells: Uint8Array.from({ length: small.rows * small.cols }, (_each, position) => kinds[pick(position)]!),
      }),
    };
  });
  return { map, axis, selected, ...small, planes, total, scale };
}

/** CellKinds of a filter's output plane of `size` cells, where `cellsDone` cells of all filters are computed: at each position, filter after filter. */
export function outputKinds(size: number, filter: number, filters: number, cellsDone: number): Uint8Array {
  const filled = Math.ceil((cellsDone - filter) / filters);
  return new Uint8Array(size).fill(CellKind.Empty, Math.min(size, filled));
}
