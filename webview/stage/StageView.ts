/** The stage: the equations of a step in reading order, laid out by fitStage, updated in place. */
import type { CellRef, MapView, Scale, StageItem, StageRow } from '../../core/step/Frame';
import type { Appearance, MapEvents, Marks } from '../heatmap/MapEvents';
import { MapFigure } from '../heatmap/MapFigure';
import { fitAboveCode } from '../layout/fitAboveCode';
import { fitStage } from '../layout/fitStage';
import type { RowSize, StageFit, StageMetrics } from '../layout/StageLayout';
import { smallestWithoutLadders } from '../layout/smallestMap';
import { stageMetrics } from '../layout/stageMetrics';
import { el } from '../ui/el';
import type { LinesEvents } from '../words/LinesView';
import { FlowLayer } from './FlowLayer';
import type { FlowEnd } from './flows';
import { rowSize, rowSizes } from './itemSizes';
import { fitForms, lowerStages, type FittedStage } from './lowerStages';
import { RowView } from './RowView';
import { StageSelection } from './StageSelection';

/** Space for the stage in CSS pixels. */
export interface StageSpace {
  readonly width: number;
  readonly height: number;
  /** Whether the panel is: the style sheet then has smaller gaps and titles. */
  readonly isNarrow: boolean;
  /** Height of the whole listing below the stage; 0 where no code is below it, or it has its own space. */
  readonly code: number;
  /** Digits of the largest index in a map's title: a step to index 10 moves nothing. */
  readonly indexDigits?: number;
}

/** Spaces and stages whose smallest cells are kept: the ways to place the code of the last few steps. */
const mostSpaces = 16;

export class StageView {
  readonly element = el('section', { class: 'stage', 'data-part': 'stage' });
  private readonly figures = new Map<string, MapFigure>();
  private readonly rows = new Map<string, RowView>();
  private readonly flow = new FlowLayer((end) => this.placeOf(end));
  private readonly selected: StageSelection;
  private fitted: FittedStage | undefined;
  private readonly smallest = new Map<string, number>();
  private fittedFor = '';

  constructor(
    private readonly events: MapEvents & LinesEvents,
    /** Sizes of the layout, where they are not those of framed equations. */
    private metrics?: StageMetrics,
  ) {
    this.selected = new StageSelection(events, (id) => this.figures.get(id));
  }

  /** Lays the stage out again with other sizes; undefined: those of framed equations. */
  setMetrics(metrics: StageMetrics | undefined): void {
    if (metrics === this.metrics) return;
    this.metrics = metrics;
    this.fittedFor = '';
  }

  figure(id: string): MapFigure | undefined {
    return this.figures.get(id);
  }

  /** Pixels, of the layout. */
  get height(): number {
    return this.fitted?.fit.height ?? 0;
  }

  /** Draws a step. The layout changes only when the maps' extents or the space do. */
  update(whole: readonly StageRow[], appearance: Appearance, space: StageSpace, scales: (map: MapView) => Scale): void {
    const sizes = rowSizes(whole, appearance, space.isNarrow, space.indexDigits);
    const key = JSON.stringify([space, whole.map(({ id, items }) => [id, items.map(identityOf)]), sizes]);
    const isFitted = key === this.fittedFor && this.fitted !== undefined;
    if (!isFitted) this.fitted = this.layOut(whole, appearance, space);
    this.fittedFor = key;
    const { fit } = this.fitted!;
    const stage = this.shownOf(whole);
    const attach = isFitted ? undefined : this.arrange(stage, fit);
    const painted: MapFigure[] = [];
    stage.forEach((row, index) => {
      const rowFit = fit.rows[index]!;
      const shown = new Set(rowFit.shelves.flat());
      row.items.forEach((item, place) => {
        const figure = item.kind === 'map' && shown.has(place) ? this.figures.get(item.map.id) : undefined;
        if (item.kind !== 'map' || !figure) return;
        const { cell, width } = rowFit.items[place]!;
        figure.paint(item.map, appearance, cell, scales(item.map), width);
        painted.push(figure);
      });
    });
    attach?.();
    for (const figure of painted) figure.finish();
    this.selected.drawn();
    stage.forEach((row, index) => this.rows.get(row.id)?.update(row, fit.rows[index]!, appearance));
    for (const figure of painted) figure.placeMontage(attach !== undefined);
  }

  /** Pixels per cell of the smallest map; `isSeen`: above the whole code, 0 where they do not fit. */
  smallestCell(stage: readonly StageRow[], appearance: Appearance, space: StageSpace, isSeen: boolean): number {
    const sizes = rowSizes(stage, appearance, space.isNarrow, space.indexDigits);
    const seen = isSeen ? { ...space, height: space.height - space.code, code: 0 } : space;
    const key = JSON.stringify([seen, sizes]);
    const known = this.smallest.get(key);
    if (known !== undefined) return known;
    const fit = this.fitTo(sizes, seen);
    const cell = fit.fits || !isSeen ? smallestWithoutLadders(sizes, fit) : 0;
    if (this.smallest.size >= mostSpaces) this.smallest.clear();
    this.smallest.set(key, cell);
    return cell;
  }

  /** How the next update moves. */
  setGlide(duration: number): void {
    const glide = `${duration}ms`;
    if (this.element.style.getPropertyValue('--glide') !== glide) this.element.style.setProperty('--glide', glide);
  }

  /** Shows where a step's numbers come from and go to, within `duration` ms; 0 ends what is shown. */
  playFlow(stage: readonly StageRow[], duration: number): void {
    this.flow.play(this.shownOf(stage), duration);
  }

  mark(marksOf: (map: string) => Marks): void {
    for (const [id, figure] of this.figures) figure.mark(marksOf(id));
  }

  /** Marks the terms that a cell takes part in. */
  point(cell: CellRef | undefined): void {
    for (const row of this.rows.values()) row.point(cell);
  }

  clear(): void {
    for (const figure of this.figures.values()) figure.dispose();
    this.figures.clear();
    this.rows.clear();
    this.element.replaceChildren();
    this.fittedFor = '';
    this.flow.stop();
  }

  private layOut(stage: readonly StageRow[], appearance: Appearance, space: StageSpace): FittedStage {
    // Equations that several forms have are measured once, and their fits are shared.
    const known = new Map<StageRow, RowSize>();
    const sizesOf = (each: readonly StageRow[]): RowSize[] =>
      each.map((row) => {
        const size = known.get(row) ?? rowSize(row, appearance, space.isNarrow, space.indexDigits);
        known.set(row, size);
        return size;
      });
    const fitTo = (sizes: readonly RowSize[]): StageFit => this.fitTo(sizes, space);
    return this.metrics ? { fit: fitTo(sizesOf(stage)) } : fitForms(stage, sizesOf, fitTo);
  }

  private shownOf(stage: readonly StageRow[]): readonly StageRow[] {
    const form = this.fitted?.form;
    return (form === undefined ? undefined : lowerStages(stage)[form]) ?? stage;
  }

  private fitTo(sizes: readonly RowSize[], { width, height, isNarrow, code }: StageSpace): StageFit {
    if (this.metrics) return fitStage(sizes, width, height, this.metrics);
    if (code > 0) return fitAboveCode(sizes, width, height, code, isNarrow);
    return fitStage(sizes, width, height, stageMetrics(isNarrow, width, false));
  }

  private placeOf(end: FlowEnd): DOMRect | undefined {
    if (end.kind === 'map') return this.figures.get(end.map)?.placeOf(end.box);
    const ladder = [...this.rows.values()].find((row) => row.ladder.element.isConnected)?.ladder;
    return end.kind === 'ladderRow' ? ladder?.selectedPlace() : ladder?.totalPlace();
  }

  /**
   * Takes the rows out of the document; the result puts them back in their new order. Maps are painted in between: for a canvas
   * in the document the browser computes the layout whenever a font is set.
   */
  private arrange(stage: readonly StageRow[], fit: StageFit): () => void {
    const ids = new Set(
      stage.flatMap(({ items }, index) =>
        fit.rows[index]!.shelves.flat().flatMap((place) => {
          const item = items[place]!;
          return item.kind === 'map' ? [item.map.id] : [];
        }),
      ),
    );
    for (const [id, figure] of this.figures) {
      if (ids.has(id)) continue;
      figure.dispose();
      this.figures.delete(id);
    }
    const rowIds = new Set(stage.map(({ id }) => id));
    for (const id of this.rows.keys()) if (!rowIds.has(id)) this.rows.delete(id);
    const focused = document.activeElement;
    this.element.replaceChildren();
    const rows = stage.map((row, index) => {
      const view = this.rowFor(row.id);
      view.arrange(row, fit.rows[index]!, (id) => this.figureFor(id).element);
      return view.element;
    });
    return () => {
      this.element.classList.toggle('columns', fit.columns);
      this.element.style.setProperty('--first-column', fit.firstColumn === undefined ? '1fr' : `${fit.firstColumn}px`);
      this.element.replaceChildren(...rows, this.flow.element);
      if (focused instanceof HTMLElement && this.element.contains(focused)) focused.focus({ preventScroll: true });
    };
  }

  private rowFor(id: string): RowView {
    let row = this.rows.get(id);
    if (!row) {
      row = new RowView(id, this.events, (channel) => this.events.choosePlane('channel', channel));
      this.rows.set(id, row);
    }
    return row;
  }

  private figureFor(id: string): MapFigure {
    let figure = this.figures.get(id);
    if (!figure) {
      figure = new MapFigure(id, this.events);
      this.figures.set(id, figure);
      this.selected.add(figure);
    }
    return figure;
  }
}

function identityOf(item: StageItem): string {
  return item.kind === 'map' ? item.map.id : item.kind;
}
