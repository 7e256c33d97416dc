/** Chooses cell sizes and line breaks so that the stage's maps are as large as the room allows. Pure: no DOM. */
import { flowPlain, flowStacked, type Placed, type Shelf } from './flow';
import { growSmallMaps } from './growSmallMaps';

export interface MapSize {
  readonly kind: 'map';
  readonly rows: number;
  readonly cols: number;
  /** What the title needs, in pixels. */
  readonly titleWidth: number;
}

export type SizedItem = MapSize | { readonly kind: 'glyph'; readonly width: number };

/** All in CSS pixels. */
export interface StageMetrics {
  readonly gap: number;
  readonly groupGap: number;
  readonly rowGap: number;
  /** What stands above and below a map's cells: title, colour bar, notes. */
  readonly chromeHeight: number;
}

export interface StageFit {
  /** Cell sizes by group and item; 0 for glyphs. */
  readonly cells: readonly (readonly number[])[];
  readonly shelves: readonly Shelf[];
  readonly height: number;
  /** False where even the smallest readable cells need more height: the stage then scrolls. */
  readonly fits: boolean;
}

const largestCell = 50;

/** Small maps keep cells of this size while large ones shrink. */
const smallestCell = 18;

/** A map of this many rows or columns has cells of the same size as smaller ones. */
const evenExtent = 9;

const longestSide = 1000;
const shortestSide = 100;
const sideStep = 3;

/** 36 px cells in a map of nine columns. */
const oneRowSide = 324;

/** The side that a map keeps when nothing fits and the panel scrolls: 26 px cells in a map of nine columns. */
const scrollingSide = 234;

export function fitStage(
  groups: readonly (readonly SizedItem[])[],
  width: number,
  height: number,
  metrics: StageMetrics,
): StageFit {
  // One row reads best: it is taken even where two would have larger cells, as long as its own are large.
  for (let side = longestSide; side >= oneRowSide; side -= sideStep) {
    const fit = layOut(groups, side, width, height, metrics);
    if (fit?.shelves.length === 1 && fit.shelves[0]!.entries.every(({ kind }) => kind !== 'stack')) return fit;
  }
  for (let side = longestSide; side >= shortestSide; side -= sideStep) {
    const fit = layOut(groups, side, width, height, metrics);
    if (fit) return fit;
  }
  for (let side = scrollingSide; side > 0; side -= sideStep) {
    const fit = layOut(groups, side, width, Infinity, metrics);
    if (fit) return { ...fit, fits: fit.height <= height };
  }
  return { cells: groups.map((group) => group.map(() => 1)), shelves: [], height, fits: false };
}

function layOut(
  groups: readonly (readonly SizedItem[])[],
  side: number,
  width: number,
  height: number,
  metrics: StageMetrics,
): StageFit | undefined {
  const placed = groups.map((group, groupIndex) =>
    group.map((item, index): Placed => place(item, groupIndex, index, side, metrics)),
  );
  for (const flow of [flowPlain, flowStacked]) {
    const result = flow(placed, width, metrics);
    if (!result || result.width > width || result.height > height) continue;
    return {
      cells: growSmallMaps(groups, placed, result.shelves, width, largestCell, metrics),
      shelves: result.shelves,
      height: result.height,
      fits: true,
    };
  }
  return undefined;
}

function place(item: SizedItem, group: number, index: number, side: number, metrics: StageMetrics): Placed {
  if (item.kind === 'glyph') return { group, index, kind: 'glyph', cell: 0, width: item.width, height: 0 };
  const cell = cellSize(item, side);
  return {
    group,
    index,
    kind: 'map',
    cell,
    width: Math.max(item.cols * cell + 1, item.titleWidth),
    height: item.rows * cell + 1 + metrics.chromeHeight,
  };
}

function cellSize({ rows, cols }: MapSize, side: number): number {
  const even = Math.min(largestCell, Math.max(smallestCell, side / evenExtent));
  const cell = Math.min(even, side / Math.max(rows, cols));
  return cell >= 4 ? Math.floor(cell) : cell;
}
