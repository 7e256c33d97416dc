/** The stage: the maps of a step in reading order, arranged and sized by fitStage, updated in place. */
import type { MapView, Scale, StageGroup } from '../../core/step/Frame';
import type { Appearance, MapEvents, Marks } from '../heatmap/MapEvents';
import { MapFigure } from '../heatmap/MapFigure';
import { fitStage, type StageFit } from '../layout/fitStage';
import type { Shelf } from '../layout/flow';
import { t } from '../l10n';
import { el } from '../ui/el';
import { ItemSizes } from './ItemSizes';
import { stageMetrics } from './stageMetrics';

export interface Room {
  readonly width: number;
  readonly height: number;
}

export class StageView {
  readonly element = el('section', { class: 'stage', 'data-part': 'stage' });
  private readonly figures = new Map<string, MapFigure>();
  private fit: StageFit | undefined;
  private metrics = stageMetrics(0);
  private fitted = '';
  private readonly sizes = new ItemSizes();

  constructor(
    private readonly events: MapEvents,
    /** Pixels, where cells may be larger than those of a layer's step. */
    private readonly largestCell?: number,
  ) {}

  figure(id: string): MapFigure | undefined {
    return this.figures.get(id);
  }

  /** Pixels, of the arrangement. */
  get height(): number {
    return this.fit?.height ?? 0;
  }

  /** Draws a step. The arrangement changes only when the maps' extents or the room do. */
  update(stage: readonly StageGroup[], appearance: Appearance, room: Room, scales: (map: MapView) => Scale): void {
    const sized = this.sizes.measure(stage, appearance, room.width);
    const key = JSON.stringify([room, stage.map((group) => group.map(identityOf)), sized]);
    if (key !== this.fitted || !this.fit) {
      this.metrics = stageMetrics(room.width, this.largestCell);
      this.fit = fitStage(sized, room.width, room.height, this.metrics);
      this.arrange(stage, this.fit);
      this.fitted = key;
    }
    const { cells, widths } = this.fit;
    stage.forEach((group, groupIndex) => {
      group.forEach((item, index) => {
        if (item.kind !== 'map') return;
        const cell = cells[groupIndex]![index]!;
        const width = widths[groupIndex]?.[index];
        this.figures.get(item.map.id)?.update(item.map, appearance, cell, scales(item.map), width);
      });
    });
  }

  mark(marksOf: (map: string) => Marks): void {
    for (const [id, figure] of this.figures) figure.mark(marksOf(id));
  }

  clear(): void {
    for (const figure of this.figures.values()) figure.dispose();
    this.figures.clear();
    this.element.replaceChildren();
    this.fitted = '';
    this.sizes.forget();
  }

  private arrange(stage: readonly StageGroup[], { shelves }: StageFit): void {
    const ids = new Set(stage.flatMap((group) => group.flatMap((item) => (item.kind === 'map' ? [item.map.id] : []))));
    for (const [id, figure] of this.figures) {
      if (ids.has(id)) continue;
      figure.dispose();
      this.figures.delete(id);
    }
    const focused = document.activeElement;
    this.element.replaceChildren(...shelves.map((shelf) => this.shelf(shelf, stage)));
    if (focused instanceof HTMLElement && this.element.contains(focused)) focused.focus({ preventScroll: true });
  }

  private shelf({ entries, hasTallTitles }: Shelf, stage: readonly StageGroup[]): HTMLElement {
    const isColumns = entries.every(({ kind }) => kind === 'stack');
    return el(
      'div',
      { class: `shelf${hasTallTitles ? ' tall-titles' : ''}${isColumns ? ' columns' : ''}` },
      ...entries.map((entry, place) => {
        if (entry.kind === 'stack') {
          const stack = el('div', { class: 'stack' }, ...entry.shelves.map((inner) => this.shelf(inner, stage)));
          if (isColumns) stack.style.width = `${entry.width}px`;
          return stack;
        }
        const item = stage[entry.group]![entry.index]!;
        const element = item.kind === 'map' ? this.figureFor(item.map.id).element : glyphElement(item);
        element.classList.toggle('broken-title', entry.titleIsBroken);
        const { gap, groupGap } = this.metrics;
        element.style.marginLeft = place > 0 && entry.index === 0 ? `${groupGap - gap}px` : '';
        return element;
      }),
    );
  }

  private figureFor(id: string): MapFigure {
    let figure = this.figures.get(id);
    if (!figure) {
      figure = new MapFigure(id, this.events);
      this.figures.set(id, figure);
    }
    return figure;
  }
}

function glyphElement({ glyph, label }: Extract<StageGroup[number], { kind: 'glyph' }>): HTMLElement {
  const name = t(label);
  const kind = [...glyph].length > 1 ? 'glyph glyph-name' : 'glyph';
  return el('span', { class: kind, role: 'img', 'aria-label': name, title: name }, glyph);
}

function identityOf(item: StageGroup[number]): string {
  return item.kind === 'map' ? item.map.id : item.glyph;
}
