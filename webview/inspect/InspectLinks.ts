/** Cells of the inspector's map: tooltip, the number in the text, editing, the chosen cell. */
import type { CursorMessage } from '../../core/panel/protocol';
import type { InspectState } from '../../core/panel/inspect';
import { msg } from '../../core/message';
import { describeCell } from '../heatmap/describeCell';
import type { Cell, MapEvents } from '../heatmap/MapEvents';
import type { MapFigure } from '../heatmap/MapFigure';
import { t } from '../l10n';
import type { PageDeps } from '../PageDeps';
import { SourceLinks } from '../cells/SourceLinks';
import { Tooltip } from '../ui/Tooltip';

export class InspectLinks {
  private readonly tooltip = new Tooltip();
  private readonly source: SourceLinks;
  private figure: MapFigure | undefined;
  private pointed: Cell | undefined;
  private chosen: Cell | undefined;
  private isEditable = false;

  constructor(
    private readonly deps: PageDeps,
    /** The cell that is described is another one. */
    private readonly changed: () => void,
  ) {
    this.source = new SourceLinks(deps);
  }

  connect(figure: MapFigure): void {
    this.figure = figure;
  }

  get tooltipElement(): HTMLElement {
    return this.tooltip.element;
  }

  /** The cell under the pointer or, without one, the cell that was chosen. */
  get cell(): Cell | undefined {
    return this.pointed ?? this.chosen;
  }

  get mapEvents(): Omit<MapEvents, 'drawn'> {
    return {
      point: (_, cell, by) => this.point(cell, by),
      choose: (_, cell) => this.choose(cell),
      release: () => this.choose(undefined),
      edit: (_, cell) => this.edit(cell),
      reveal: (_, cell) => this.withMap((map) => this.source.reveal(map, cell)),
      montage: () => undefined,
      choosePlane: () => undefined,
    };
  }

  setState({ editable, current }: InspectState): void {
    this.isEditable = editable;
    if (current) this.chosen = current;
  }

  setCursor(element: CursorMessage['element']): void {
    this.source.setCursor(element);
    this.mark();
  }

  mark(): void {
    const { figure, chosen } = this;
    const map = figure?.map;
    if (!figure || !map) return;
    const cursor = this.source.cursorOn(map);
    const isInside = chosen && chosen.row < map.rows && chosen.col < map.cols;
    figure.mark({ boxes: [], ...(cursor && { cursor }), ...(isInside && { pinned: chosen }) });
  }

  private point(cell: Cell | undefined, by: 'pointer' | 'keyboard'): void {
    this.pointed = cell;
    this.showTooltip(cell, by);
    this.source.point(this.figure?.map, this.isEditable ? cell : undefined);
    this.changed();
  }

  private choose(cell: Cell | undefined): void {
    const isSame = cell && this.chosen && cell.row === this.chosen.row && cell.col === this.chosen.col;
    this.chosen = isSame ? undefined : cell;
    this.mark();
    this.changed();
  }

  private edit(cell: Cell): void {
    if (!this.isEditable) {
      this.deps.say(t(msg('only numbers of the text can be changed here')));
      return;
    }
    this.tooltip.hide();
    this.withMap((map, figure) => this.source.edit(figure, map, cell));
  }

  private showTooltip(cell: Cell | undefined, by: 'pointer' | 'keyboard'): void {
    const { figure } = this;
    if (!cell || !figure?.map) {
      this.tooltip.hide();
      return;
    }
    const { name, value } = describeCell(figure.map, cell);
    const bounds = figure.surfaceElement.getBoundingClientRect();
    const { left, top, size } = figure.rectangleOf(cell);
    this.tooltip.show(name, value, new DOMRect(bounds.left + left, bounds.top + top, size, size));
    if (by === 'keyboard') this.deps.say(`${name} = ${value}`);
  }

  private withMap(run: (map: NonNullable<MapFigure['map']>, figure: MapFigure) => void): void {
    if (this.figure?.map) run(this.figure.map, this.figure);
  }
}
