/** Next to the title of a map whose cells are small: all of it, or cells as large as their numbers need. */
import { msg } from '../../core/message';
import { t } from '../l10n';
import { el } from '../ui/el';
import { icon, type IconName } from '../ui/icon';
import { sameParts } from './sameParts';
import type { Viewport } from './Viewport';

export class ZoomButtons {
  private readonly fit: HTMLElement;
  private readonly close: HTMLElement;
  readonly element: HTMLElement;
  private shown: readonly unknown[] = [];

  /** `around`: the cell that stays in the middle. */
  constructor(viewport: Viewport, around: () => { readonly row: number; readonly col: number }) {
    this.fit = zoomButton('fit', 'fit', t(msg('show all of the map (0)')), () => viewport.key('0', around()));
    this.close = zoomButton('close', 'closer', t(msg('cells as large as their numbers (1)')), () =>
      viewport.key('1', around()),
    );
    this.element = el('span', { class: 'zoom-buttons', hidden: true }, this.close, this.fit);
  }

  update({ isLarge, isZoomed }: Viewport): void {
    if (sameParts([isLarge, isZoomed], this.shown)) return;
    this.shown = [isLarge, isZoomed];
    this.element.hidden = !isLarge;
    this.fit.hidden = !isZoomed;
  }
}

function zoomButton(name: string, sign: IconName, label: string, run: () => void): HTMLElement {
  const attributes = {
    type: 'button',
    class: 'montage-button',
    'data-action': name,
    title: label,
    'aria-label': label,
  };
  const element = el('button', attributes, icon(sign));
  element.addEventListener('click', run);
  return element;
}
