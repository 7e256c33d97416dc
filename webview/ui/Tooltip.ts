/** Index and exact value of the cell under the pointer or the keyboard, next to it and never over it. */
import { el, setText } from './el';

const distance = 5;

export class Tooltip {
  private readonly name = el('span', { class: 'tooltip-name' });
  private readonly value = el('span', { class: 'tooltip-value' });
  readonly element = el('div', { class: 'tooltip', role: 'tooltip', hidden: true }, this.name, this.value);

  constructor() {
    // Its cell is elsewhere afterwards.
    window.addEventListener('resize', () => this.hide());
  }

  show(name: string, value: string, cell: DOMRect): void {
    setText(this.name, name);
    setText(this.value, value);
    this.element.hidden = false;
    const { width, height } = this.element.getBoundingClientRect();
    const left = Math.max(4, Math.min(window.innerWidth - width - 4, cell.left + cell.width / 2 - width / 2));
    const above = cell.top - height - distance;
    this.element.style.left = `${left}px`;
    this.element.style.top = `${above >= 4 ? above : cell.bottom + distance}px`;
  }

  hide(): void {
    this.element.hidden = true;
  }
}
