/** Which cells a step's numbers come from and go to: what the motion between two steps shows. Pure. */
import type { Box, BoxStyle, MapView, StageItem, StageRow } from '../../core/step/Frame';

/** A part of a map (all of it where `box` is absent), the row of the shown channel of the ladder, or its total. */
export type FlowEnd =
  | { readonly kind: 'map'; readonly map: string; readonly box?: Box }
  | { readonly kind: 'ladderRow' }
  | { readonly kind: 'ladderTotal' };

export interface Flow {
  readonly from: FlowEnd;
  readonly to: FlowEnd;
  readonly cells?: FlowCells;
}

/** An end of which each cell moves by itself, with its extent. */
export interface FlowCells {
  readonly of: 'from' | 'to';
  readonly rows: number;
  readonly cols: number;
  /** Only every n-th of them moves (dilation). Default: 1, 1. */
  readonly stepRow?: number;
  readonly stepCol?: number;
}

/** More cells than these move as one frame. */
const mostCells = 49;

/** Flows in the order in which they happen: products into their sum, then along each arrow of the equations. */
export function flowsOf(stage: readonly StageRow[]): Flow[] {
  const flows: Flow[] = [];
  const maps = mapsIn(stage);
  const products = maps.find(({ id }) => id === 'products' || id === 'rowProducts');
  const sum = sumOf(stage, maps);
  if (sum && products) flows.push({ from: whole(products), to: sum, ...cellsOf('from', products) });
  for (const { items } of stage) {
    items.forEach((item, index) => {
      const target = items.slice(index + 1).find(({ kind }) => kind === 'map');
      if (item.kind !== 'glyph' || target?.kind !== 'map') return;
      const flow = flowOf(item.glyph, items.slice(0, index).reverse(), target.map);
      if (flow) flows.push(flow);
    });
  }
  return flows;
}

/** Where products are summed: in the ladder, or in the cell of a matrix product. */
function sumOf(stage: readonly StageRow[], maps: readonly MapView[]): FlowEnd | undefined {
  if (stage.some(({ items }) => items.some(({ kind }) => kind === 'ladder'))) return { kind: 'ladderRow' };
  const matrix = maps.find(({ id }) => id === 'zCol');
  return matrix && partOf(matrix, 'result');
}

/** `before`: the items before the glyph, the nearest first. */
function flowOf(glyph: string, before: readonly StageItem[], target: MapView): Flow | undefined {
  const maps = before.flatMap((item) => (item.kind === 'map' && !item.map.magnifies ? [item.map] : []));
  switch (glyph) {
    case '→': {
      if (before[0]?.kind === 'ladder') return { from: { kind: 'ladderTotal' }, to: partOf(target, 'result') };
      const [source] = maps;
      if (!source) return undefined;
      const window = boxOf(source, 'window');
      const sameSize = window?.rows === target.rows && window.cols === target.cols;
      const to = sameSize ? whole(target) : partOf(target, 'result');
      return { from: partOf(source, 'window'), to, ...(source.id === 'products' && cellsOf('from', source)) };
    }
    case '⇒': {
      const source = maps.find((map) => boxOf(map, 'result')) ?? maps[0];
      if (!source) return undefined;
      const to = partOf(target, 'result', 'window');
      return { from: partOf(source, 'result'), to, ...cellsOf('to', (to.kind === 'map' && to.box) || target) };
    }
    case 'max':
    case 'mean':
    case 'max(0, ·)':
      return maps[0] && { from: partOf(maps[0], 'result', 'window'), to: partOf(target, 'result') };
    default:
      return undefined;
  }
}

function partOf(map: MapView, ...styles: readonly BoxStyle[]): FlowEnd {
  const box = styles.map((style) => boxOf(map, style)).find((found) => found);
  return box ? { kind: 'map', map: map.id, box } : whole(map);
}

function boxOf({ boxes }: MapView, style: BoxStyle): Box | undefined {
  return boxes.find((box) => box.style === style);
}

/** Nothing where they are one cell or too many. */
function cellsOf(of: FlowCells['of'], { rows, cols, ...end }: MapView | Box): Pick<Flow, 'cells'> {
  const { stepRow = 1, stepCol = 1 } = 'style' in end ? end : {};
  const count = Math.ceil(rows / stepRow) * Math.ceil(cols / stepCol);
  return count === 1 || count > mostCells ? {} : { cells: { of, rows, cols, stepRow, stepCol } };
}

function whole(map: MapView): FlowEnd {
  return { kind: 'map', map: map.id };
}

function mapsIn(stage: readonly StageRow[]): MapView[] {
  return stage.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'map' ? [item.map] : [])));
}
