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
}

/** More cells than these move as one frame. */
const mostCells = 49;

/** Flows in the order in which they happen: products into the ladder, then along each arrow of the equations. */
export function flowsOf(stage: readonly StageRow[]): Flow[] {
  const flows: Flow[] = [];
  const hasLadder = stage.some(({ items }) => items.some(({ kind }) => kind === 'ladder'));
  const products = mapsIn(stage).find(({ id }) => id === 'products');
  if (hasLadder && products) {
    flows.push({ from: whole(products), to: { kind: 'ladderRow' }, ...cellsOf('from', products) });
  }
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
      return { from: partOf(source, 'window'), to: sameSize ? whole(target) : partOf(target, 'result') };
    }
    case '⇒': {
      const source = maps.find((map) => boxOf(map, 'result')) ?? maps[0];
      if (!source) return undefined;
      const to = partOf(target, 'result', 'window');
      return { from: partOf(source, 'result'), to, ...cellsOf('to', (to.kind === 'map' && to.box) || target) };
    }
    case 'max':
    case 'mean':
      return maps[0] && { from: partOf(maps[0], 'result'), to: partOf(target, 'result') };
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

/** Nothing where they are one cell, too many, or not next to each other (dilation). */
function cellsOf(of: FlowCells['of'], { rows, cols, ...end }: MapView | Box): Pick<Flow, 'cells'> {
  const isDilated = 'style' in end && ((end.stepRow ?? 1) > 1 || (end.stepCol ?? 1) > 1);
  return rows * cols === 1 || rows * cols > mostCells || isDilated ? {} : { cells: { of, rows, cols } };
}

function whole(map: MapView): FlowEnd {
  return { kind: 'map', map: map.id };
}

function mapsIn(stage: readonly StageRow[]): MapView[] {
  return stage.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'map' ? [item.map] : [])));
}
