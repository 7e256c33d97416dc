/** One framed equation: its formula as title, its items in shelves, its numbers beneath. */
import type { CellRef, StageItem, StageRow } from '../../core/step/Frame';
import type { Appearance } from '../heatmap/MapEvents';
import { t } from '../l10n';
import type { RowFit } from '../layout/StageLayout';
import { el } from '../ui/el';
import { decimalsOf } from '../../core/step/shared/decimalsOf';
import { LinesView, type LinesEvents } from '../words/LinesView';
import { renderSpans } from '../words/renderSpans';
import { LadderView } from './LadderView';

/** Finds or makes the element of a map. */
type FigureElement = (id: string) => HTMLElement;

export class RowView {
  private readonly title = el('h2', { class: 'row-title' });
  private readonly aside = el('span', { class: 'row-aside' });
  private readonly head = el('header', { class: 'row-head' }, this.title, this.aside);
  private readonly body = el('div', { class: 'shelves' });
  private readonly lines: LinesView;
  readonly ladder: LadderView;
  readonly element: HTMLElement;

  constructor(
    readonly id: string,
    events: LinesEvents,
    chooseChannel: (channel: number) => void,
  ) {
    this.lines = new LinesView(events);
    this.ladder = new LadderView(chooseChannel);
    this.element = el('section', { class: 'row', 'data-row': id }, this.head, this.body, this.lines.element);
  }

  arrange(row: StageRow, { shelves, notes, height, column }: RowFit, figureElement: FigureElement): void {
    this.element.style.setProperty('--row-height', `${height}px`);
    this.body.replaceChildren(
      ...shelves.map((shelf, index) => {
        const elementAt = (item: number): HTMLElement => this.elementOf(row.items[item]!, figureElement);
        const elements = shelf.flatMap((item) => {
          if (item === column?.lower) return [];
          if (item + 1 !== column?.lower) return [elementAt(item)];
          const both = el('div', { class: 'map-column' }, elementAt(item), elementAt(item + 1));
          both.style.gap = `${column.gap}px`;
          return [both];
        });
        const element = el('div', { class: 'shelf' }, ...elements);
        element.style.paddingBottom = `${notes[index]!}px`;
        return element;
      }),
    );
  }

  update(row: StageRow, { items }: RowFit, appearance: Appearance): void {
    const maps = row.items.flatMap((item) => (item.kind === 'map' ? [item.map] : []));
    const precision = decimalsOf(maps, appearance.precision);
    this.head.hidden = row.title.length === 0;
    this.title.replaceChildren(...renderSpans(row.title, { precision }));
    this.aside.replaceChildren(...renderSpans(row.aside, { precision }));
    this.aside.title = this.aside.textContent;
    this.title.title = this.title.textContent;
    this.lines.update(row.lines, precision);
    row.items.forEach((item, index) => {
      const { cell, width } = items[index]!;
      if (item.kind === 'ladder') this.ladder.update(item.ladder, { ...appearance, precision }, cell, width);
    });
  }

  point(cell: CellRef | undefined): void {
    this.lines.point(cell);
  }

  private elementOf(item: StageItem, figureElement: FigureElement): HTMLElement {
    switch (item.kind) {
      case 'map':
        return figureElement(item.map.id);
      case 'ladder':
        return this.ladder.element;
      case 'glyph': {
        const name = t(item.label);
        const kind = [...item.glyph].length > 1 ? 'glyph glyph-name' : 'glyph';
        return el('span', { class: kind, role: 'img', 'aria-label': name, title: name }, item.glyph);
      }
    }
  }
}
