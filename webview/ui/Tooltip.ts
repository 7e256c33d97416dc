/** Index and exact value of the cell under the pointer or the keyboard, next to it and never over it. */
import { el, setText } from './el';
import { placeTooltip } from './placeTooltip';

export class Tooltip {
  private readonly name = el('span', { class: 'tooltip-name' });
  private readonly value = el('span', { class: 'tooltip-value' });
  readonly element = el('div', { class: 'tooltip', role: 'tooltip', hidden: true }, this.name, this.value);
  private around: { readonly cell: DOMRect; readonly map: DOMRect; readonly results: readonly DOMRect[] } | undefined;

  /** What the tooltip leaves free. */
  explanation: HTMLElement | undefined;

  constructor() {
    // Its cell is elsewhere afterwards.
    window.addEventListener('resize', () => this.hide());
  }

  /** `results`: numbers that are covered only where no other place is free. */
  show(name: string, value: string, cell: DOMRect, map = cell, results: readonly DOMRect[] = []): void {
    setText(this.name, name);
    setText(this.value, value);
    this.around = { cell, map, results };
    this.place();
  }

  /** Call when the explanation has changed. */
  place(): void {
    if (!this.around) return;
    const { cell, map, results } = this.around;
    this.element.hidden = false;
    const { innerWidth: width, innerHeight: height } = window;
    const { explanation } = this;
    const shown = explanation && !explanation.hidden ? explanation.getBoundingClientRect() : undefined;
    const place = placeTooltip(this.element.getBoundingClientRect(), { width, height }, cell, map, shown, results);
    this.element.hidden = place === undefined;
    if (!place) return;
    this.element.style.left = `${place.left}px`;
    this.element.style.top = `${place.top}px`;
  }

  hide(): void {
    this.around = undefined;
    this.element.hidden = true;
  }
}
