/** What went wrong last, in words; a click goes to the place in the text. */
import { msg } from '../core/message';
import type { ErrorNotice } from '../core/panel/protocol';
import { t } from './l10n';
import { el, setText } from './ui/el';

export class ErrorView {
  private readonly text = el('span');
  private readonly reveal = el('button', { type: 'button', class: 'link', 'data-action': 'revealError' });
  readonly element = el(
    'div',
    { class: 'error', 'data-part': 'error', role: 'alert', hidden: true },
    this.text,
    this.reveal,
  );

  constructor(reveal: () => void) {
    this.reveal.textContent = t(msg('show in the text'));
    this.reveal.addEventListener('click', reveal);
  }

  update(error: ErrorNotice | undefined): void {
    this.element.hidden = !error;
    setText(this.text, error ? t(error.message) : '');
    this.reveal.hidden = !error?.range;
  }
}
