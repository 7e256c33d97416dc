/** The button next to a map's title that shows all its channels or filters, until one is chosen or it is pressed again. */
import { msg } from '../../core/message';
import type { Montage } from '../../core/step/shared/montage';
import type { ColorMap } from '../../core/color/ColorMap';
import { t } from '../l10n';
import { el } from '../ui/el';
import { icon } from '../ui/icon';
import { keepInside } from '../ui/keepInside';
import { popupOpened } from '../ui/popups';
import { montageView } from './MontageView';

export class MontageButton {
  readonly element: HTMLElement;
  private montage: HTMLElement | undefined;
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

  /** Opens the pictures after `place`. */
  show(montage: Montage, colors: ColorMap, place: HTMLElement): void {
    this.close();
    this.montage = montageView(montage, colors, (index) => {
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
    this.element.setAttribute('aria-expanded', 'false');
  }
}
