/** Result of a value search or a comparison: how many were found, and going from one to the next. */
import { grouped } from '../../core/inspect/grouped';
import { msg } from '../../core/message';
import type { InspectState } from '../../core/panel/inspect';
import { t } from '../l10n';
import { el, setText } from '../ui/el';
import { icon, type IconName } from '../ui/icon';
import { button } from '../ui/toolkit';

export type Direction = 'next' | 'previous';

export class FindBar {
  private readonly text = el('span', { class: 'found-count', role: 'status' });
  readonly element: HTMLElement;

  constructor(go: (direction: Direction) => void) {
    const action = (direction: Direction, name: IconName, label: string): HTMLElement => {
      const element = button(
        { appearance: 'icon', 'data-action': `${direction}Match`, title: label, 'aria-label': label },
        icon(name),
      );
      element.addEventListener('click', () => go(direction));
      return element;
    };
    this.element = el(
      'span',
      { class: 'found', 'data-part': 'found', hidden: true },
      this.text,
      action('previous', 'up', t(msg('previous match (Shift+N)'))),
      action('next', 'down', t(msg('next match (N)'))),
    );
  }

  update({ found, sliceFacts }: InspectState): void {
    this.element.hidden = found === undefined;
    if (!found) return;
    const [count, inSlice] = [grouped(found.count), grouped(found.inSlice)];
    setText(
      this.text,
      sliceFacts.length > 0 ? t(msg('{0} found, {1} in this slice', count, inSlice)) : t(msg('{0} found', count)),
    );
  }
}
