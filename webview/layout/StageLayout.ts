/** Sizes that go into the layout of the stage and those that come out of it, all in CSS pixels. */

export interface MapSize {
  readonly kind: 'map';
  readonly id: string;
  readonly rows: number;
  readonly cols: number;
  /** Width of the title or of the note below the map, whichever is larger: neither is cut. */
  readonly titleWidth: number;
  readonly hasNote: boolean;
  /** How many planes are below it. */
  readonly planes?: number;
  /** Whether its cells show values before → after a step. */
  readonly hasChanges?: boolean;
  /** Shown only where the cells of this map are too small for numbers. */
  readonly magnifies?: string;
  /** The map before it, which it may be below. */
  readonly comparedWith?: string;
}

/** Two maps of the same extents, one below the other. */
export interface ColumnSize {
  readonly kind: 'column';
  readonly upper: MapSize;
  readonly lower: MapSize;
}

interface GlyphSize {
  readonly kind: 'glyph';
  readonly width: number;
}

export interface LadderSize {
  readonly kind: 'ladder';
  /** Rows with small maps, and rows of text (bias, total). */
  readonly mapRows: number;
  readonly textRows: number;
  readonly kernelRows: number;
  readonly kernelCols: number;
  /** Widths of the longest label and of the longest value. */
  readonly labelWidth: number;
  readonly valueWidth: number;
  /** Pixels per cell from which on its small maps have numbers. */
  readonly numberCell: number;
  /** Pixels per cell of its small maps, at least; absent: they are about as high as one cell of the other maps. */
  readonly leastMapCell?: number;
}

export type ItemSize = MapSize | ColumnSize | GlyphSize | LadderSize;

export interface RowSize {
  readonly items: readonly ItemSize[];
  readonly lines: number;
  /** How many of the lines are words without numbers, which narrow rows do not break. */
  readonly sentences?: number;
  /** All maps have cells of one size, also where it is too small for numbers. */
  readonly even?: boolean;
  /** Its cells would have numbers in a map that is higher than the stage: the map is drawn smaller, its window magnified. */
  readonly isTooLong?: boolean;
}

export interface StageMetrics {
  /** Between the rows, and between two rows side by side. */
  readonly rowGap: number;
  readonly rowTitle: number;
  /** Inside of a row's frame. */
  readonly padding: number;
  readonly gap: number;
  readonly shelfGap: number;
  readonly mapTitle: number;
  readonly colorBar: number;
  readonly note: number;
  readonly line: number;
  /** Of a line of words without numbers. */
  readonly sentence: number;
  readonly largestCell: number;
  /** Of a single equation of maps with few rows. */
  readonly largestLowCell: number;
  /** Side of a map whose cells are too small for numbers, in cells of the others. */
  readonly largeSide: number;
  /** Pixels per cell of small maps next to large ones, at most. */
  readonly smallCell: number;
  /** Maps of at most this extent keep readable cells where others in their equation are made smaller. */
  readonly readableExtent?: number;
  /** Whether nothing is shown below the stage: an equation that is alone takes the whole height. */
  readonly fillsHeight: boolean;
  /** Breaking an equation that is alone into more lines must give cells that are larger by this factor. */
  readonly breakGain: number;
  /** Equations are broken where they are then lowest, not where their cells are largest. */
  readonly isLowest?: boolean;
}

export interface ItemFit {
  /** Pixels per cell; of a ladder, a cell of its small maps. */
  readonly cell: number;
  readonly width: number;
}

export interface RowFit {
  /** Item numbers from left to right, shelf by shelf; items that are not shown are absent. */
  readonly shelves: readonly (readonly number[])[];
  /** Pixels below each shelf, for the notes of its maps. */
  readonly notes: readonly number[];
  /** By item number. */
  readonly items: readonly ItemFit[];
  /** The item that is below the one before it, and the pixels between them. */
  readonly column?: { readonly lower: number; readonly gap: number };
  readonly height: number;
}

export interface StageFit {
  readonly rows: readonly RowFit[];
  /** Whether the rows are side by side. */
  readonly columns: boolean;
  /** Pixels of the first of two columns; absent: they are equal. */
  readonly firstColumn?: number;
  readonly height: number;
  /** False where the stage is taller than its space even with the smallest readable cells. */
  readonly fits: boolean;
}

/** Rows and columns of maps that are not large. */
export const fewCells = 16;

/** Cells of this size hold a sign, a digit and one decimal at 10 px: smaller ones have no numbers but short ones. */
export const readableCell = 19;

/** Cells of this size hold a sign, a digit and two decimals of the step's window, which may be drawn narrower. */
export const windowCell = 22;

/** Cells of this size hold a sign, a digit and two decimals at 10 px, drawn as narrow as numbers outside of a window may be. */
export const comfortableCell = 25;

/** Cells of this size hold five characters at 11 px: larger ones gain little. */
export const sufficientCell = 34;

/** How good cells of a size are, in pixels of cells that are smaller than sufficient. */
export function cellQuality(cell: number): number {
  return Math.min(cell, sufficientCell) + 0.1 * Math.max(0, cell - sufficientCell);
}
