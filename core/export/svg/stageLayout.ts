/** Places of a step's maps in a picture: a function of the maps' extents, so that nothing moves from step to step. */
import type { MapView, StageItem, StageRow } from '../../step/Frame';
import { textUnits } from './ink';

/** User units. */
export const pictureWidth = 960;
export const margin = 24;
const gap = 14;
/** Font size of the signs between maps. */
export const glyphFont = 20;
const narrowestGlyph = 26;
const ladderWidth = 190;
const mapTitle = 20;
const rowTitle = 26;
const lineHeight = 20;
const largestCell = 44;
/** Maps of at most so many columns keep large cells: kernels and windows. */
const smallCols = 6;
const tallest = 340;

export interface PlacedItem {
  readonly item: StageItem;
  readonly x: number;
  /** Top of the map's cells, middle of the glyph, or top of the ladder's first row. */
  readonly y: number;
  readonly cell: number;
  readonly width: number;
  /** From `x` to the next map, whose title must not be reached, or to the margin. */
  readonly titleWidth: number;
}

interface PlacedRow {
  readonly row: StageRow;
  /** Baseline of its title. */
  readonly titleY: number;
  readonly items: readonly PlacedItem[];
  /** Baseline of the first line below the maps. */
  readonly linesY: number;
}

export interface StagePlaces {
  readonly rows: readonly PlacedRow[];
  readonly height: number;
}

/** `top`: where the first row begins. `isLegible`: whether a map's numbers can be read at a cell size. */
export function placeStage(
  stage: readonly StageRow[],
  top: number,
  isLegible: (map: MapView, cell: number) => boolean,
): StagePlaces {
  let y = top;
  const rows: PlacedRow[] = [];
  for (const row of stage) {
    const placed = placeRow(row, y, isLegible);
    rows.push(placed);
    y = placed.linesY + Math.max(0, row.lines.length - 1) * lineHeight + 26;
  }
  return { rows, height: y };
}

function placeRow(row: StageRow, top: number, isLegible: (map: MapView, cell: number) => boolean): PlacedRow {
  let items: readonly StageItem[] = row.items;
  let sizes = cellSizes(items);
  // A repeated window is needed only where the numbers of its map cannot be read.
  const needed = items.filter(
    (item) =>
      item.kind !== 'map' || item.map.magnifies === undefined || !shows(items, sizes, item.map.magnifies, isLegible),
  );
  if (needed.length < items.length) {
    items = needed;
    sizes = cellSizes(items);
  }
  const mapTop = top + rowTitle + mapTitle;
  const height = Math.max(40, ...items.map((item, index) => itemHeight(item, sizes[index]!)));
  let x = margin;
  const starts = items.map((item, index) => {
    const at = x;
    x += itemWidth(item, sizes[index]!) + gap;
    return at;
  });
  const placed = items.map((item, index): PlacedItem => {
    const cell = sizes[index]!;
    const at = starts[index]!;
    const next = items.findIndex(({ kind }, k) => k > index && kind === 'map');
    const end = next < 0 ? pictureWidth - margin : starts[next]! - 8;
    const y = item.kind === 'glyph' ? mapTop + height / 2 : mapTop + (height - itemHeight(item, cell)) / 2;
    return { item, x: at, y, cell, width: itemWidth(item, cell), titleWidth: end - at };
  });
  return { row, titleY: top + 16, items: placed, linesY: mapTop + height + 22 };
}

function shows(
  items: readonly StageItem[],
  sizes: readonly number[],
  id: string,
  isLegible: (map: MapView, cell: number) => boolean,
): boolean {
  return items.some((item, index) => item.kind === 'map' && item.map.id === id && isLegible(item.map, sizes[index]!));
}

/** Small maps first; large maps share what is left. */
function cellSizes(items: readonly StageItem[]): number[] {
  const maps = items.flatMap((item) => (item.kind === 'map' ? [item.map] : []));
  const fixed = items.reduce((sum, item) => sum + (item.kind === 'map' ? 0 : itemWidth(item, 0)) + gap, -gap);
  const space = pictureWidth - 2 * margin - fixed;
  const cols = (small: boolean) =>
    maps.filter((map) => map.cols <= smallCols === small).reduce((sum, map) => sum + map.cols, 0);
  const [smallTotal, largeTotal] = [cols(true), cols(false)];
  const share = largeTotal > 0 ? 0.55 : 1;
  const small = Math.min(largestCell, (space * share) / Math.max(1, smallTotal));
  const large = Math.min(largestCell, (space - small * smallTotal) / Math.max(1, largeTotal));
  return items.map((item) => {
    if (item.kind !== 'map') return 0;
    const size = Math.min(item.map.cols <= smallCols ? small : large, tallest / item.map.rows);
    return size > 2 ? Math.floor(size) : size;
  });
}

function itemWidth(item: StageItem, cell: number): number {
  if (item.kind === 'map') return item.map.cols * cell;
  if (item.kind === 'ladder') return ladderWidth;
  return Math.max(narrowestGlyph, Math.ceil(textUnits(item.glyph) * glyphFont) + 8);
}

function itemHeight(item: StageItem, cell: number): number {
  if (item.kind === 'map') return item.map.rows * cell;
  return item.kind === 'glyph' ? 0 : (item.ladder.rows.length + 1) * lineHeight;
}
