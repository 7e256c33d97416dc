/** The button next to a map's title that shows all its channels or filters, until one is chosen or it is pressed again. */
import { msg } from '../../core/message';
import type { Montage } from '../../core/step/shared/montage';
import { t } from '../l10n';
import { el } from '../ui/el';
import { icon } from '../ui/icon';
import { keepInside, visibleBounds } from '../ui/keepInside';
import { popupOpened } from '../ui/popups';
import { montageView, type MontageLook } from './MontageView';

/** Pixels of the popup: wider panels keep a part of the stage in view. */
const mostWidth = 760;

export class MontageButton {
  readonly element: HTMLElement;
  private montage: HTMLElement | undefined;
  private pictured: Montage | undefined;
  private closed: (() => void) | undefined;

  constructor(
    private readonly ask: () => void,
    private readonly choose: (axis: Montage['axis'], index: number) => void,
  ) {
    const label = t(msg('all channels or filters'));
    this.element = el(
      'button',
      {
        type: 'button',
        class: 'montage-button',
        'data-action': 'montage',
        hidden: true,
        title: label,
        'aria-label': label,
        'aria-expanded': 'false',
      },
      icon('grid'),
    );
    this.element.addEventListener('click', () => {
      if (this.montage) this.close();
      else this.ask();
    });
  }

  /** What is shown now. */
  get shown(): Montage | undefined {
    return this.pictured;
  }

  /** Opens the pictures after `place`. */
  show(montage: Montage, look: Omit<MontageLook, 'space'>, place: HTMLElement): void {
    this.close();
    this.pictured = montage;
    const { right, top, bottom } = visibleBounds(place);
    const space = { width: Math.min(right, mostWidth), height: bottom - top };
    this.montage = montageView(montage, { ...look, space }, (index) => {
      this.close();
      this.element.focus();
      this.choose(montage.axis, index);
    });
    place.after(this.montage);
    this.closed = popupOpened({ element: this.montage, opener: this.element, close: () => this.close() });
    keepInside(this.montage);
    this.element.setAttribute('aria-expanded', 'true');
    this.montage.querySelector<HTMLElement>('[aria-pressed=true]')?.focus({ preventScroll: true });
  }

  close(): void {
    this.closed?.();
    this.closed = undefined;
    this.montage?.remove();
    this.montage = undefined;
    this.pictured = undefined;
    this.element.setAttribute('aria-expanded', 'false');
  }
}
