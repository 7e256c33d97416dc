/** The selection on the stage: a rectangle of cells of one map at a time. */
import { CellSelection } from '../heatmap/CellSelection';
import type { MapEvents } from '../heatmap/MapEvents';
import type { MapFigure } from '../heatmap/MapFigure';

export class StageSelection {
  private readonly selections = new Map<string, CellSelection>();

  constructor(
    private readonly events: MapEvents,
    private readonly figure: (id: string) => MapFigure | undefined,
  ) {}

  /** Lets the user select cells of a new map. */
  add(figure: MapFigure): void {
    const { id } = figure;
    if (!this.events.copyCells) return;
    const selection = new CellSelection(figure, {
      changed: () => this.changed(id),
      copy: () => this.copy(figure),
      focused: () => figure.keyboardCell,
    });
    this.selections.set(id, selection);
  }

  /** The maps were drawn again, maybe with other extents. */
  drawn(): void {
    for (const [id, selection] of this.selections) {
      const figure = this.figure(id);
      const before = selection.range;
      if (!figure?.map) this.selections.delete(id);
      else selection.mapChanged(figure.map.rows, figure.map.cols);
      if (before && !selection.range) figure?.select(undefined);
    }
  }

  private changed(id: string): void {
    const range = this.selections.get(id)?.range;
    for (const [other, selection] of this.selections) {
      if (other === id || !range || !selection.range) continue;
      selection.clear();
      this.figure(other)?.select(undefined);
    }
    this.figure(id)?.select(range);
    this.events.selected?.(id, range);
  }

  private copy({ id, map }: MapFigure): void {
    if (!map) return;
    const all = { row: 0, col: 0, rows: map.rows, cols: map.cols };
    this.events.copyCells?.(id, this.selections.get(id)?.range ?? all);
  }
}
