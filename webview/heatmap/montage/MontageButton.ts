/** The button next to a map's title that shows all its channels or filters, until one is chosen or it is pressed again. */
import { msg } from '../../../core/message';
import type { Montage } from '../../../core/step/shared/montage';
import { t } from '../../l10n';
import { el } from '../../ui/el';
import { icon } from '../../ui/icon';
import { keepInside, visibleBounds } from '../../ui/keepInside';
import { popupOpened } from '../../ui/popups';
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

  /** Opens the pictures after `place`, or changes those that are open. */
  show(montage: Montage, look: Omit<MontageLook, 'space'>, place: HTMLElement): void {
    const { right, top, bottom } = visibleBounds(place);
    const space = { width: Math.min(right, mostWidth), height: bottom - top };
    const view = montageView(montage, { ...look, space }, (index) => {
      this.close();
      this.element.focus();
      this.choose(montage.axis, index);
    });
    this.pictured = montage;
    if (this.montage) this.change(this.montage, view);
    else this.open(view, place);
  }

  private open(view: HTMLElement, place: HTMLElement): void {
    this.montage = view;
    place.after(view);
    const close = (): void => this.close();
    this.closed = popupOpened({ element: view, opener: this.element, close, stays: '.timeline' });
    keepInside(view);
    this.element.setAttribute('aria-expanded', 'true');
    view.querySelector<HTMLElement>('[aria-pressed=true]')?.focus({ preventScroll: true });
  }

  /** The popup stays the same element, and the focus on its plane. */
  private change(shown: HTMLElement, view: HTMLElement): void {
    const { activeElement } = document;
    const plane =
      shown.contains(activeElement) && activeElement instanceof HTMLElement && activeElement.dataset['plane'];
    shown.replaceChildren(...view.childNodes);
    shown.style.cssText = view.style.cssText;
    keepInside(shown);
    if (plane) shown.querySelector<HTMLElement>(`[data-plane="${plane}"]`)?.focus({ preventScroll: true });
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
