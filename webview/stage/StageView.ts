/** The stage: the maps of a step in reading order, arranged and sized by fitStage, updated in place. */
import type { MapView, Scale, StageGroup } from '../../core/step/Frame';
import { formatShape } from '../../core/array/NdArray';
import { MapFigure, type Appearance, type MapEvents, type Marks } from '../heatmap/MapFigure';
import { dataRegion } from '../heatmap/HeatmapView';
import { fitStage, type SizedItem, type StageFit } from '../layout/fitStage';
import type { Shelf } from '../layout/flow';
import { t } from '../l10n';
import { el } from '../ui/el';
import { glyphWidth, stageMetrics, titleWidth } from './stageMetrics';

export interface Room {
  readonly width: number;
  readonly height: number;
}

export class StageView {
  readonly element = el('section', { class: 'stage', 'data-part': 'stage' });
  private readonly figures = new Map<string, MapFigure>();
  private fit: StageFit | undefined;
  private fitted = '';

  constructor(private readonly events: MapEvents) {}

  figure(id: string): MapFigure | undefined {
    return this.figures.get(id);
  }

  get ids(): readonly string[] {
    return [...this.figures.keys()];
  }

  /** Draws a step. The arrangement changes only when the maps' extents or the room do. */
  update(stage: readonly StageGroup[], appearance: Appearance, room: Room, scales: (map: MapView) => Scale): void {
    const sized = stage.map((group) => group.map((item) => sizeOfItem(item, appearance.showPadding, room.width)));
    const key = JSON.stringify([room, stage.map((group) => group.map(identityOf)), sized]);
    if (key !== this.fitted || !this.fit) {
      const metrics = stageMetrics(room.width);
      this.fit = fitStage(sized, room.width, room.height, metrics);
      this.arrange(stage, this.fit);
      this.fitted = key;
    }
    const { cells } = this.fit;
    stage.forEach((group, groupIndex) => {
      group.forEach((item, index) => {
        if (item.kind !== 'map') return;
        this.figures.get(item.map.id)?.update(item.map, appearance, cells[groupIndex]![index]!, scales(item.map));
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

  private shelf({ entries }: Shelf, stage: readonly StageGroup[]): HTMLElement {
    return el(
      'div',
      { class: 'shelf' },
      ...entries.map((entry) => {
        if (entry.kind === 'stack') {
          return el('div', { class: 'stack' }, ...entry.shelves.map((inner) => this.shelf(inner, stage)));
        }
        const item = stage[entry.group]![entry.index]!;
        if (item.kind === 'map') return this.figureFor(item.map.id).element;
        const label = t(item.label);
        const kind = [...item.glyph].length > 1 ? 'glyph glyph-name' : 'glyph';
        return el('span', { class: kind, role: 'img', 'aria-label': label, title: label }, item.glyph);
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

function sizeOfItem(item: StageGroup[number], showPadding: boolean, width: number): SizedItem {
  if (item.kind === 'glyph') return { kind: 'glyph', width: glyphWidth(item.glyph, width) };
  const { map } = item;
  const { rows, cols } = showPadding ? map : dataRegion(map);
  return { kind: 'map', rows, cols, titleWidth: titleWidth(`${map.title} ${formatShape([map.rows, map.cols])} ▦`) };
}

function identityOf(item: StageGroup[number]): string {
  return item.kind === 'map' ? item.map.id : item.glyph;
}
