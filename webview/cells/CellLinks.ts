/** Relations between cells: hovering and pinning, the explanation's outlines, terms, the tooltip. */
import { msg } from '../../core/message';
import type { CursorMessage, ExplanationMessage } from '../../core/panel/protocol';
import type { Box, CellRef, Explanation, Line, MapView } from '../../core/step/Frame';
import type { Montage } from '../../core/step/shared/montage';
import { Explainer, sameCell } from './Explainer';
import { MontageLinks } from './MontageLinks';
import type { MapFigure } from '../heatmap/MapFigure';
import type { CellRange, Cell, MapEvents, Marks } from '../heatmap/MapEvents';
import { t } from '../l10n';
import type { PageDeps } from '../PageDeps';
import { keepFocus } from '../ui/keepFocus';
import type { ExplanationEvents, ExplanationView } from '../words/ExplanationView';
import type { LinesEvents } from '../words/LinesView';
import { CellTooltip } from './CellTooltip';
import { SourceLinks } from './SourceLinks';
import type { StageView } from '../stage/StageView';

interface LinkDeps {
  seek(t: number): void;
  generation(): number;
  setField(id: string, value: string): void;
  /** Whether a chosen cell answers a question, instead of being pinned. */
  take(cell: CellRef): boolean;
  /** Escape with no pinned cell. */
  leave(): void;
}

export class CellLinks implements MapEvents, LinesEvents, ExplanationEvents {
  private readonly tooltip: CellTooltip;
  private readonly explainer: Explainer;
  private stage: StageView | undefined;
  private view: ExplanationView | undefined;
  private step = 0;
  private maps: readonly MapView[] = [];
  private precision = 2;
  private termCells: readonly CellRef[] = [];
  /** A cell was chosen before its explanation was known: the timeline follows when it is. */
  private followsPin = false;
  private readonly source: SourceLinks;
  readonly montages: MontageLinks | undefined;

  constructor(
    private readonly deps: PageDeps,
    /** Absent where there is no layer that could explain its cells. */
    private readonly layer?: LinkDeps,
  ) {
    this.source = new SourceLinks(deps);
    const figure = (map: string): MapFigure | undefined => this.stage?.figure(map);
    this.montages =
      layer &&
      new MontageLinks({ post: (message) => deps.post(message), generation: () => layer.generation(), figure });
    this.tooltip = new CellTooltip((text) => deps.say(text));
    this.explainer = new Explainer({
      ask: (request, cell, step) => {
        if (layer) deps.post({ type: 'explain', generation: layer.generation(), request, cell, t: step });
        deps.drawn();
      },
      changed: () => this.show(),
    });
  }

  connect(stage: StageView, view?: ExplanationView): void {
    this.stage = stage;
    this.view = view;
    this.tooltip.explanation = view?.element;
    stage.element.addEventListener('click', ({ target }) => {
      const isBackground = target instanceof Element && target.matches('.stage, .row, .shelves, .shelf');
      if (isBackground && this.explainer.pinned) this.release();
    });
  }

  get tooltipElement(): HTMLElement {
    return this.tooltip.element;
  }

  get isWaiting(): boolean {
    return this.explainer.isWaiting;
  }

  reset(): void {
    this.explainer.reset();
    this.termCells = [];
    this.source.reset();
  }

  /** Sets the maps whose cells are pointed at and the step at which they are explained. */
  setMaps(maps: readonly MapView[], precision: number, step = 0): void {
    this.maps = maps;
    this.precision = precision;
    this.step = step;
    this.explainer.setStep(step);
    this.montages?.setStep(step);
  }

  receive(message: ExplanationMessage): void {
    this.explainer.receive(message);
    const { explanation, pinned } = this.explainer;
    if (this.followsPin && pinned && explanation && sameCell(explanation.cell, pinned)) this.follow(explanation);
  }

  setCursor(element: CursorMessage['element']): void {
    this.source.setCursor(element);
    this.mark();
  }

  point(map: string, cell: Cell | undefined, by: 'pointer' | 'keyboard'): void {
    const ref = cell && { map, ...cell };
    if (this.layer) this.explainer.hover(ref);
    this.stage?.point(ref ?? this.explainer.pinned);
    this.tooltip.show(ref && this.stage?.figure(map), cell, by);
    this.source.point(this.mapOf(map), cell);
  }

  choose(map: string, cell: Cell): void {
    if (!this.layer) return;
    const ref = { map, ...cell };
    if (this.layer.take(ref)) return;
    if (sameCell(this.explainer.pinned, ref)) {
      this.release();
      return;
    }
    this.followsPin = true;
    this.explainer.pin(ref);
    const { explanation } = this.explainer;
    if (explanation && sameCell(explanation.cell, ref)) this.follow(explanation);
  }

  /** Pins a cell without moving the timeline. */
  pin(cell: CellRef): void {
    if (this.layer) this.explainer.pin(cell);
  }

  release(): void {
    this.followsPin = false;
    const { pinned } = this.explainer;
    const close = (): void => {
      this.view?.closeLine();
      if (pinned) this.explainer.pin(undefined);
      else this.layer?.leave();
    };
    if (!pinned || !this.view) close();
    else keepFocus(this.view.element, close, () => this.stage?.figure(pinned.map)?.focusCell(pinned));
  }

  edit(id: string, cell: Cell): void {
    const figure = this.stage?.figure(id);
    const map = this.mapOf(id);
    if (!figure || !map) return;
    this.tooltip.hide();
    this.source.edit(figure, map, cell);
  }

  reveal(id: string, cell: Cell): void {
    const map = this.mapOf(id);
    if (map) this.source.reveal(map, cell);
  }

  revealPinned(): void {
    const { pinned } = this.explainer;
    if (pinned) this.reveal(pinned.map, pinned);
  }

  montage(map: string): void {
    this.montages?.open(map);
  }

  showResult(showResult: boolean): void {
    this.deps.setPreferences({ showResult });
  }

  choosePlane(axis: Montage['axis'], index: number): void {
    this.layer?.setField(axis, String(index));
  }

  selected(_map: string, range: CellRange | undefined): void {
    if (range) this.deps.say(t(msg('{0} × {1} cells selected', range.rows, range.cols)));
  }

  copyCells(map: string, range: CellRange): void {
    if (!this.layer) return;
    const generation = this.layer.generation();
    this.deps.post({ type: 'copyMapCells', generation, map, t: this.step, ...range, format: 'numpy' });
  }

  term(cells: readonly CellRef[]): void {
    this.termCells = cells;
    this.mark();
  }

  copy(text: string): void {
    this.deps.post({ type: 'copy', text });
    this.deps.say(t(msg('copied {0}', text)));
  }

  openLine(line: Line): void {
    this.view?.openLine(line, this.precision);
  }

  touch(direction: 'previous' | 'next'): void {
    const steps = this.explainer.explanation?.steps ?? [];
    const isNext = direction === 'next';
    const target = isNext ? steps.find((step) => step > this.step) : steps.filter((step) => step < this.step).at(-1);
    if (target !== undefined) this.layer?.seek(target);
  }

  /** Outlines on all maps. */
  mark(): void {
    const { explanation, pinned } = this.explainer;
    this.stage?.mark((id): Marks => {
      const boxes: Box[] = [...(explanation?.boxes[id] ?? [])];
      const terms = this.termCells.filter(({ map }) => map === id);
      boxes.push(...terms.map(({ row, col }): Box => ({ row, col, rows: 1, cols: 1, style: 'link' })));
      const map = this.mapOf(id);
      const cursor = map && this.source.cursorOn(map);
      return { boxes, ...(pinned?.map === id ? { pinned } : {}), ...(cursor ? { cursor } : {}) };
    });
  }

  private show(): void {
    const { explanation, pinned, active } = this.explainer;
    const inText = this.source.isInText(active && this.mapOf(active.map), active);
    const { step: t, precision } = this;
    const explained = explanation && { explanation, pinned: sameCell(pinned, active), inText, t, precision };
    this.view?.explain(explained, active && this.stage?.figure(active.map)?.surfaceElement);
    this.tooltip.place();
    this.mark();
    this.deps.drawn();
  }

  private follow({ step }: Explanation): void {
    this.followsPin = false;
    if (step !== undefined) this.layer?.seek(step);
  }

  private mapOf(id: string): MapView | undefined {
    return this.maps.find((map) => map.id === id);
  }
}
