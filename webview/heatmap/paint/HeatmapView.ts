/** Everything that one drawing of a heatmap needs. Coordinates are cells of the whole map; `region` is the part shown. */
import type { Box, MapView, Scale } from '../../../core/step/Frame';
import type { ColorMap } from '../../../core/color/ColorMap';
import type { Theme } from '../../theme';

/** Fractions while zooming; otherwise whole rows and columns. */
export interface Region {
  readonly row: number;
  readonly col: number;
  readonly rows: number;
  readonly cols: number;
}

export interface HeatmapView {
  readonly map: MapView;
  readonly scale: Scale;
  readonly colors: ColorMap;
  readonly theme: Theme;
  readonly precision: number;
  /** Whether cells that are not computed yet show their result, dimmed. */
  readonly showsResult?: boolean;
  /** Digits of at least `largeFont` where the cells have space for them. */
  readonly large?: boolean;
  /** Outlines besides the map's own: of a hovered or pinned cell, of a term. */
  readonly extraBoxes: readonly Box[];
  /** Cells that the user has selected. */
  readonly selected?: Pick<Box, 'row' | 'col' | 'rows' | 'cols'>;
  /** The cell with the keyboard focus. */
  readonly focus?: { readonly row: number; readonly col: number };
  readonly pinned?: { readonly row: number; readonly col: number };
  /** The element at the editor's cursor. */
  readonly cursor?: { readonly row: number; readonly col: number };
}

export function cellIndex({ cols }: MapView, row: number, col: number): number {
  return row * cols + col;
}

export function isInside({ rows, cols }: { rows: number; cols: number }, row: number, col: number): boolean {
  return row >= 0 && col >= 0 && row < rows && col < cols;
}

export function wholeMap({ rows, cols }: MapView): Region {
  return { row: 0, col: 0, rows, cols };
}

/** The rectangle of the array that the map shows, without its padding. */
export function dataRegion(map: MapView): Region {
  const { address } = map;
  if (!address) return wholeMap(map);
  return { row: address.rowOrigin, col: address.colOrigin, rows: address.rows, cols: address.cols };
}
