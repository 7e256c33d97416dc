/** The current error: a strip above the picture or, without a picture, a page with the file's name and ways out. */
import { msg } from '../core/message';
import type { ErrorAction, ErrorNotice } from '../core/panel/protocol';
import { t } from './l10n';
import { el, setAttributes, setText } from './ui/el';

interface ErrorEvents {
  /** Shows the place in the text. */
  reveal(): void;
  act(action: ErrorAction): void;
}

export class ErrorView {
  private readonly title = el('h1', { class: 'error-title' });
  private readonly text = el('span', { class: 'error-text' });
  private readonly reveal = el('button', { type: 'button', class: 'link', 'data-action': 'revealError' });
  private readonly actions = el('span', { class: 'error-actions' });
  readonly element = el(
    'div',
    { class: 'error', 'data-part': 'error', role: 'alert', hidden: true },
    this.title,
    this.text,
    this.reveal,
    this.actions,
  );

  constructor(private readonly events: ErrorEvents) {
    this.reveal.textContent = t(msg('show in the text'));
    this.reveal.addEventListener('click', () => events.reveal());
  }

  /** `isPage`: there is no picture, so that the error has the page. */
  update(error: ErrorNotice | undefined, isPage: boolean): void {
    this.element.hidden = !error;
    this.element.classList.toggle('error-page', isPage);
    const isWholePage = error !== undefined && isPage;
    setAttributes(
      this.element,
      isWholePage ? { role: 'main', 'aria-live': 'assertive' } : { role: 'alert', 'aria-live': undefined },
    );
    const isHeading = isWholePage && error.file === undefined;
    setAttributes(
      this.text,
      isHeading ? { role: 'heading', 'aria-level': '1' } : { role: undefined, 'aria-level': undefined },
    );
    setText(this.title, error?.file === undefined ? '' : t(msg('{0} cannot be shown', error.file)));
    this.title.hidden = error?.file === undefined;
    setText(this.text, error ? t(error.message) : '');
    this.reveal.hidden = !error?.range;
    this.actions.replaceChildren(...(error?.actions ?? []).map((action) => this.button(action)));
  }

  private button(action: ErrorAction): HTMLElement {
    const label = action === 'retry' ? t(msg('Try again')) : t(msg('Open in another editor'));
    const button = el('button', { type: 'button', class: 'link', 'data-action': action }, label);
    button.addEventListener('click', () => this.events.act(action));
    return button;
  }
}
