/** The list of keys behind a button and the key `?`. */
import { t } from '../l10n';
import { msg } from '../../core/message';
import { el, setAttributes } from './el';
import { icon } from './icon';
import { popupOpened } from './popups';
import { button } from './toolkit';

export interface KeyGroup {
  readonly title: string;
  readonly keys: readonly (readonly [keys: readonly string[], action: string])[];
}

export class KeyHelp {
  private readonly opener: HTMLElement;
  private readonly list: HTMLElement;
  readonly element: HTMLElement;
  private readonly groupsElement = el('div', { class: 'keys-groups' });
  private closed: (() => void) | undefined;

  constructor(private readonly groups: () => readonly KeyGroup[]) {
    const label = t(msg('Keys (?)'));
    this.opener = button(
      { appearance: 'icon', 'data-action': 'keys', 'aria-label': label, title: label, 'aria-expanded': 'false' },
      icon('keys'),
    );
    this.opener.addEventListener('click', () => this.toggle());
    const id = 'keys-title';
    this.list = el(
      'div',
      {
        class: 'popup keys-popup',
        role: 'dialog',
        'aria-labelledby': id,
        // It scrolls in a small panel; Tab comes back to it.
        tabindex: 0,
        hidden: true,
        'data-part': 'keys',
      },
      el('h2', { id, class: 'popup-title' }, t(msg('Keys'))),
      this.groupsElement,
    );
    this.element = el('span', { class: 'popup-anchor' }, this.opener, this.list);
  }

  toggle(): void {
    if (this.list.hidden) this.open();
    else {
      this.closed?.();
      this.hide();
    }
  }

  private open(): void {
    this.groupsElement.replaceChildren(...this.groups().map(groupElement));
    this.list.hidden = false;
    setAttributes(this.opener, { 'aria-expanded': 'true' });
    this.closed = popupOpened({ element: this.list, opener: this.opener, close: () => this.hide() });
    this.list.focus({ preventScroll: true });
  }

  private hide(): void {
    this.list.hidden = true;
    setAttributes(this.opener, { 'aria-expanded': 'false' });
  }
}

function groupElement({ title, keys }: KeyGroup): HTMLElement {
  const rows = keys.flatMap(([names, action]) => [
    el('dt', {}, ...names.flatMap((name, index) => (index > 0 ? [' ', el('kbd', {}, name)] : [el('kbd', {}, name)]))),
    el('dd', {}, action),
  ]);
  return el('div', {}, el('h3', {}, title), el('dl', {}, ...rows));
}
