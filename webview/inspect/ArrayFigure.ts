/** The inspector's map: the heatmap with index numbers, found cells, the selection and the picture in its own colours. */
import type { InspectMap, InspectState } from '../../core/panel/inspect';
import { CellKind, type MapView, type Scale } from '../../core/step/Frame';
import { CellSelection } from '../heatmap/CellSelection';
import type { Appearance, Cell, MapEvents } from '../heatmap/MapEvents';
import { MapFigure } from '../heatmap/MapFigure';
import { menuContext } from '../heatmap/menuContext';
import { noGutter } from '../layout/axisGutter';
import { el } from '../ui/el';
import { fitCells } from './fitCells';
import { paintAxis } from './paintAxis';
import { paintOverlay } from './paintOverlay';

const mapId = 'array';

/** Pixels of the column indices, of the title, and of what is below the cells. */
const topAxis = 18;
const title = 22;
const below = 6;

/** Width of the figure at least, for its title. */
const leastFigure = 220;

interface FigureEvents extends Omit<MapEvents, 'drawn'> {
  selectionChanged(): void;
  copy(): void;
}

export class ArrayFigure {
  readonly figure: MapFigure;
  readonly selection: CellSelection;
  private readonly rowAxis = el('canvas', { class: 'index-rows', 'aria-hidden': 'true' });
  private readonly colAxis = el('canvas', { class: 'index-columns', 'aria-hidden': 'true' });
  private readonly overlay = el('canvas', { class: 'map-overlay', 'aria-hidden': 'true' });
  readonly element: HTMLElement;
  private state: InspectState | undefined;
  private appearance: Appearance | undefined;
  private pointed: Cell | undefined;
  private focused: Cell | undefined;

  constructor(events: FigureEvents) {
    const figureEvents: MapEvents = {
      point: (map, at, by) => {
        const cell = at && this.isElement(at) ? at : undefined;
        this.pointed = cell;
        if (by === 'keyboard') this.focused = cell;
        this.paintAxes();
        events.point(map, cell, by);
      },
      choose: (map, cell) => events.choose(map, cell),
      release: () => events.release(),
      edit: (map, cell) => events.edit(map, cell),
      reveal: (map, cell) => events.reveal(map, cell),
      montage: (map) => events.montage(map),
      choosePlane: (axis, index) => events.choosePlane(axis, index),
      drawn: () => this.paint(),
    };
    // The indices are drawn here.
    this.figure = new MapFigure(mapId, figureEvents, () => noGutter);
    this.selection = new CellSelection(this.figure, {
      changed: () => {
        this.paint();
        events.selectionChanged();
      },
      copy: () => events.copy(),
      focused: () => this.focused ?? this.pointed,
    });
    const { surfaceElement, element } = this.figure;
    surfaceElement.before(this.colAxis);
    surfaceElement.firstElementChild!.after(this.overlay);
    element.append(this.rowAxis);
    this.element = el('div', { class: 'array-figure' }, element);
  }

  get map(): MapView | undefined {
    return this.figure.map;
  }

  /** Width that a map takes of a space, in CSS pixels. */
  widthOf(map: InspectMap, space: { readonly width: number; readonly height: number }): number {
    return this.gutter(map) + 2 + Math.max(map.cols * this.cellOf(map, space), leastFigure);
  }

  /** Pixels per cell of the map in the space. */
  cellOf(map: InspectMap, { width, height }: { readonly width: number; readonly height: number }): number {
    return fitCells(map, width - this.gutter(map) - 2, height - topAxis - title - below);
  }

  /** Width of the row indices. */
  private gutter({ rows, wrap = 1 }: InspectMap): number {
    return 14 + 6.5 * String(Math.max(0, rows - 1) * wrap).length;
  }

  update(
    state: InspectState,
    appearance: Appearance,
    scale: Scale,
    space: { readonly width: number; readonly height: number },
  ): void {
    this.state = state;
    this.appearance = appearance;
    const { map } = state;
    this.selection.mapChanged(map.rows, map.cols);
    const gutter = this.gutter(map);
    const cell = fitCells(map, space.width - gutter - 2, space.height - topAxis - title - below);
    this.element.style.paddingLeft = `${gutter}px`;
    const view: MapView = { ...map, id: mapId, boxes: [], notes: [] };
    this.figure.update(view, appearance, cell, scale, Math.min(space.width - gutter, leastFigure));
  }

  /** False after the end of a wrapped vector. */
  private isElement({ row, col }: Cell): boolean {
    const { cells, cols } = this.state?.map ?? {};
    return !cells || cells[row * (cols ?? 0) + col] === CellKind.Data;
  }

  dispose(): void {
    this.figure.dispose();
  }

  private paint(): void {
    const { state, appearance, figure } = this;
    if (!state || !appearance) return;
    const { region, cell } = figure.seen;
    const { rows, cols, image, found } = state.map;
    const { range } = this.selection;
    this.figure.element.setAttribute('data-vscode-context', menuContext(this.figure.id, range));
    paintOverlay(
      this.overlay,
      { rows, cols, region, cell, image, found, current: state.current, selection: range },
      appearance.theme,
    );
    this.paintAxes();
  }

  private paintAxes(): void {
    const { state, appearance, figure, pointed } = this;
    if (!state || !appearance) return;
    const { region, cell } = figure.seen;
    const { rows, cols, wrap } = state.map;
    const gutter = this.gutter(state.map);
    const current = pointed ?? state.current;
    paintAxis(
      this.colAxis,
      { direction: 'columns', start: region.col, count: region.cols, extent: cols, cell, current: current?.col },
      { width: Math.max(1, region.cols * cell), height: topAxis },
      appearance.theme,
    );
    paintAxis(
      this.rowAxis,
      {
        direction: 'rows',
        start: region.row,
        count: region.rows,
        extent: rows,
        cell,
        current: current?.row,
        ...(wrap !== undefined && { wrap }),
      },
      { width: gutter, height: Math.max(1, region.rows * cell) },
      appearance.theme,
    );
    this.rowAxis.style.left = `${-gutter}px`;
    this.rowAxis.style.top = `${figure.surfaceElement.offsetTop}px`;
  }
}
