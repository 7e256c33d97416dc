/** Chooses cell sizes and line breaks so that the stage's maps are as large as the room allows. Pure: no DOM. */
import { flowColumns, flowPlain, flowStacked, type Flow, type Placed, type Shelf } from './flow';
import { growSmallMaps } from './growSmallMaps';
import { placeItem, widthOfItem } from './placeItem';

export interface MapSize {
  readonly kind: 'map';
  readonly rows: number;
  readonly cols: number;
  /** What the title needs in one line, in pixels, and in two. */
  readonly titleWidth: number;
  readonly brokenTitleWidth: number;
  /** What the notes need in one line. */
  readonly noteWidth: number;
}

export type SizedItem = MapSize | { readonly kind: 'glyph'; readonly width: number };

/** All in CSS pixels. */
export interface StageMetrics {
  readonly gap: number;
  readonly groupGap: number;
  readonly rowGap: number;
  /** What stands above and below a map's cells: title, colour bar, notes in one line. */
  readonly chromeHeight: number;
  /** What a second line of a title or of notes adds. */
  readonly lineHeight: number;
  /** What a colour bar needs for its numbers. */
  readonly barWidth: number;
  /** Small arrays have cells of at most this size. */
  readonly largestCell: number;
}

export interface StageFit {
  /** Cell sizes by group and item; 0 for glyphs. */
  readonly cells: readonly (readonly number[])[];
  /** Widths of the figures, by group and item: of the cells, the title, the bar and the notes. */
  readonly widths: readonly (readonly number[])[];
  readonly shelves: readonly Shelf[];
  readonly height: number;
  /** False where even the smallest readable cells need more height: the stage then scrolls. */
  readonly fits: boolean;
}

type Groups = readonly (readonly SizedItem[])[];

const longestSide = 1000;
const shortestSide = 100;
const sideStep = 3;

/** 36 px cells in a map of nine columns. */
const oneRowSide = 324;

/** The side that a map keeps when nothing fits and the panel scrolls: 26 px cells in a map of nine columns. */
const scrollingSide = 234;

export function fitStage(groups: Groups, width: number, height: number, metrics: StageMetrics): StageFit {
  // One row reads best: it is taken even where two would have larger cells, as long as its own are large.
  const oneRow = firstFit(longestSide, oneRowSide, (side) => layOut(groups, side, width, height, metrics, rowOnly));
  if (oneRow) return oneRow;
  const best = firstFit(longestSide, shortestSide, (side) => layOut(groups, side, width, height, metrics, flows));
  if (best) return best;
  const scrolling = firstFit(scrollingSide, 1, (side) => layOut(groups, side, width, Infinity, metrics, flows));
  if (scrolling) return { ...scrolling, fits: scrolling.height <= height };
  return { cells: groups.map((group) => group.map(() => 1)), widths: [], shelves: [], height, fits: false };
}

function firstFit(from: number, to: number, attempt: (side: number) => StageFit | undefined): StageFit | undefined {
  for (let side = from; side >= to; side -= sideStep) {
    const fit = attempt(side);
    if (fit) return fit;
  }
  return undefined;
}

type Flows = (placed: readonly (readonly Placed[])[], width: number, metrics: StageMetrics) => Iterable<Flow>;

function layOut(
  groups: Groups,
  side: number,
  width: number,
  height: number,
  metrics: StageMetrics,
  flowsOf: Flows,
): StageFit | undefined {
  // Whole titles first: two lines only where that lets more stand beside each other.
  for (const breaksTitles of [false, true]) {
    const placed = groups.map((group, groupIndex) =>
      group.map((item, index) => placeItem(item, groupIndex, index, side, breaksTitles, metrics)),
    );
    if (isHopeless(placed, width, height)) continue;
    for (const flow of flowsOf(placed, width, metrics)) {
      if (flow.width > width || flow.height > height) continue;
      const cells = growSmallMaps(groups, placed, flow.shelves, width, metrics);
      return { cells, widths: widthsOf(groups, placed, cells), shelves: flow.shelves, height: flow.height, fits: true };
    }
  }
  return undefined;
}

/** More than the whole room, however it is arranged. */
function isHopeless(placed: readonly (readonly Placed[])[], width: number, height: number): boolean {
  const area = placed.flat().reduce((sum, item) => sum + item.width * item.height, 0);
  return area > width * height;
}

function* flows(placed: readonly (readonly Placed[])[], width: number, metrics: StageMetrics): Generator<Flow> {
  yield flowPlain(placed, width, metrics);
  const stacked = flowStacked(placed, width, metrics);
  if (stacked) yield stacked;
  yield* flowColumns(placed, width, metrics);
}

function* rowOnly(placed: readonly (readonly Placed[])[], width: number, metrics: StageMetrics): Generator<Flow> {
  const items = placed.flat();
  const gaps = metrics.gap * (items.length - 1) + (metrics.groupGap - metrics.gap) * (placed.length - 1);
  if (items.reduce((sum, item) => sum + item.width, gaps) > width) return;
  const flow = flowPlain(placed, width, metrics);
  if (flow.shelves.length === 1) yield flow;
}

function widthsOf(
  groups: Groups,
  placed: readonly (readonly Placed[])[],
  cells: readonly (readonly number[])[],
): number[][] {
  return groups.map((group, groupIndex) =>
    group.map((item, index) => widthOfItem(item, cells[groupIndex]![index]!, placed[groupIndex]![index]!.leastWidth)),
  );
}
