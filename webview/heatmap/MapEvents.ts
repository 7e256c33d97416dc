/** What a map tells the panel, and what the panel tells all of its maps. */
import type { CellRange } from '../../core/inspect/copyCells';
import type { Cell } from '../../core/layer/window';
import type { Preferences } from '../../core/panel/protocol';
import type { Box } from '../../core/step/Frame';
import type { Montage } from '../../core/step/shared/montage';
import type { Theme } from '../theme';

export type { Cell, CellRange };

export interface Appearance extends Preferences {
  readonly theme: Theme;
  /** Digits as large as a projector needs. */
  readonly large?: boolean;
}

/** What the user does with cells; the panel decides what follows. */
export interface MapEvents {
  /** The pointer or the keyboard is on a cell, or on none. */
  point(map: string, cell: Cell | undefined, by: 'pointer' | 'keyboard'): void;
  choose(map: string, cell: Cell): void;
  release(): void;
  edit(map: string, cell: Cell): void;
  reveal(map: string, cell: Cell): void;
  /** All channels or filters of the map are asked for. */
  montage(map: string): void;
  choosePlane(axis: Montage['axis'], index: number): void;
  /** Cells that the steps have not reached show their result, or not. */
  showResult?(shown: boolean): void;
  /** Cells of the map are selected, or no longer. Absent where its cells cannot be selected. */
  selected?(map: string, range: CellRange | undefined): void;
  /** The selected cells, or all of the map, are to be copied. */
  copyCells?(map: string, range: CellRange): void;
  /** The map was drawn, maybe with another part of it seen. */
  drawn?(map: string): void;
}

/** What is outlined besides the map's own boxes. */
export interface Marks {
  readonly boxes: readonly Box[];
  readonly pinned?: Cell;
  /** The element at the editor's cursor. */
  readonly cursor?: Cell;
}

export const noMarks: Marks = { boxes: [] };

export function hasNoMarks({ boxes, pinned, cursor }: Marks): boolean {
  return boxes.length === 0 && !pinned && !cursor;
}
