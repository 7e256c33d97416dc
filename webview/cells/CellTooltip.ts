/** Name and value of the cell that is pointed at, next to its map. */
import { describeCell } from '../heatmap/describeCell';
import type { MapFigure } from '../heatmap/MapFigure';
import type { Cell } from '../heatmap/MapEvents';
import { Tooltip } from '../ui/Tooltip';

/** Numbers of an equation next to its maps. */
const results = '.ladder-value, .map-notes.result, .line-result';

/** Height of a map in pixels above which its edges are too far from a cell to show the cell's value there. */
const farAway = 340;

export class CellTooltip {
  private readonly tooltip = new Tooltip();

  /** `say` announces a cell that the keyboard has moved to. */
  constructor(private readonly say: (text: string) => void) {}

  /** What the tooltip leaves free. */
  set explanation(element: HTMLElement | undefined) {
    this.tooltip.explanation = element;
  }

  get element(): HTMLElement {
    return this.tooltip.element;
  }

  hide(): void {
    this.tooltip.hide();
  }

  /** Call when the explanation has changed. */
  place(): void {
    this.tooltip.place();
  }

  /** Hides the tooltip where there is no cell. */
  show(figure: MapFigure | undefined, cell: Cell | undefined, by: 'pointer' | 'keyboard'): void {
    if (!cell || !figure?.map) {
      this.tooltip.hide();
      return;
    }
    const said = describeCell(figure.map, cell);
    const bounds = figure.surfaceElement.getBoundingClientRect();
    const { left, top, size } = figure.rectangleOf(cell);
    const place = new DOMRect(bounds.left + left, bounds.top + top, size, size);
    const near = bounds.height > farAway ? place : bounds;
    this.tooltip.show(said.name, said.value, place, near, resultsNextTo(figure.element));
    if (by === 'keyboard') this.say(`${said.name} = ${said.value}`);
  }
}

function resultsNextTo(map: HTMLElement): DOMRect[] {
  const shown = map.closest('.stage')?.querySelectorAll(results) ?? [];
  return [...shown].map((each) => each.getBoundingClientRect());
}
