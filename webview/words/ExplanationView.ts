/** The explanation of a hovered or pinned cell, or a line in full, over the panel: it moves nothing. */
import { msg } from '../../core/message';
import type { CellRef, Explanation, Line } from '../../core/step/Frame';
import { t } from '../l10n';
import { el } from '../ui/el';
import { icon, type IconName } from '../ui/icon';
import { keepFocus } from '../ui/keepFocus';
import { popupOpened } from '../ui/popups';
import { button } from '../ui/toolkit';
import { ExplanationPlace } from './ExplanationPlace';
import { renderSpans, type SpanContext } from './renderSpans';

export interface ExplanationEvents {
  term(cells: readonly CellRef[]): void;
  copy(text: string): void;
  /** From a pinned cell to the step before or after that touches it. */
  touch(direction: 'previous' | 'next'): void;
  /** Shows the pinned cell's number in the text. */
  revealPinned(): void;
  release(): void;
}

interface Explained {
  readonly explanation: Explanation;
  readonly pinned: boolean;
  readonly inText: boolean;
  readonly t: number;
  readonly precision: number;
}

export class ExplanationView {
  private readonly title = el('div', { class: 'explanation-title' });
  private readonly actions = el('div', { class: 'explanation-actions' });
  private readonly lines = el('div', { class: 'lines' });
  readonly element = el(
    'section',
    { 'data-part': 'explanation', class: 'explanation', hidden: true },
    el('div', { class: 'explanation-head' }, this.title, this.actions),
    this.lines,
  );
  private readonly openFolds = new Set<string>();
  private explained: Explained | undefined;
  private opened: { readonly line: Line; readonly precision: number; readonly opener: HTMLElement } | undefined;
  private closed: (() => void) | undefined;
  private readonly place: ExplanationPlace;

  /** `header`: what an explanation at the top covers. */
  constructor(
    private readonly events: ExplanationEvents,
    header: HTMLElement,
  ) {
    this.place = new ExplanationPlace(this.element, header);
    this.element.setAttribute('aria-label', t(msg('explanation of the cell')));
  }

  /** Undefined: nothing is explained. `map`: what must be seen next to it. */
  explain(explained: Explained | undefined, map: HTMLElement | undefined): void {
    this.explained = explained;
    this.draw();
    if (explained) this.place.choose(map);
  }

  /** Shows a line in full until it is closed. */
  openLine(line: Line, precision: number): void {
    const opener = document.activeElement instanceof HTMLElement ? document.activeElement : this.element;
    this.closed?.();
    this.opened = { line, precision, opener };
    this.closed = popupOpened({ element: this.element, opener, close: () => this.closeLine() });
    this.draw();
    this.place.choose(undefined);
  }

  /** Returns whether a line was open. */
  closeLine(): boolean {
    const wasOpen = this.opened !== undefined;
    this.opened = undefined;
    this.closed?.();
    this.closed = undefined;
    this.draw();
    return wasOpen;
  }

  private release(): void {
    const { opened } = this;
    if (this.closeLine()) opened?.opener.focus();
    else this.events.release();
  }

  /** A fold keeps the focus when it is drawn again; from a button that is disabled the focus goes to the one that closes. */
  private draw(): void {
    const folds = (): HTMLElement[] => [...this.element.querySelectorAll<HTMLElement>('.fold')];
    const focused = folds().findIndex((fold) => fold === document.activeElement);
    const release = (): HTMLElement | null => this.actions.querySelector('[data-action=release]');
    const next = (): void => (folds()[focused] ?? release())?.focus();
    keepFocus(this.element, () => this.drawContents(), next);
  }

  private drawContents(): void {
    const { explained, opened } = this;
    this.element.hidden = !explained && !opened;
    if (!this.element.hidden && this.actions.childElementCount === 0) this.addActions();
    this.element.classList.toggle('pinned', explained?.pinned ?? opened !== undefined);
    if (explained) this.drawExplanation(explained);
    else if (opened) {
      this.title.replaceChildren();
      this.actions.hidden = false;
      for (const name of ['reveal', 'previousTouch', 'nextTouch']) this.disable(name, true);
      this.lines.replaceChildren(this.drawLine(opened.line, opened.precision, 'line'));
    }
  }

  private drawExplanation({ explanation, pinned, inText, t: step, precision }: Explained): void {
    this.title.replaceChildren(...renderSpans(explanation.title.spans, { precision }));
    this.actions.hidden = !pinned;
    this.disable('reveal', !inText);
    this.disable('previousTouch', !explanation.steps.some((touching) => touching < step));
    this.disable('nextTouch', !explanation.steps.some((touching) => touching > step));
    const lines = explanation.lines.map((line, index) => this.drawLine(line, precision, `explanation ${index}`));
    this.lines.replaceChildren(...lines);
  }

  private drawLine(line: Line, precision: number, scope: string): HTMLElement {
    const context: SpanContext = {
      precision,
      onTerm: (element, cells) => {
        element.addEventListener('pointerenter', () => this.events.term(cells));
        element.addEventListener('pointerleave', () => this.events.term([]));
      },
      onCopy: (text) => this.events.copy(text),
      folds: {
        isOpen: (order) => scope === 'line' || this.openFolds.has(`${scope} ${order}`),
        toggle: (order) => this.toggleFold(`${scope} ${order}`),
      },
    };
    return el('div', { class: 'line' }, ...renderSpans(line.spans, context));
  }

  private toggleFold(key: string): void {
    if (!this.openFolds.delete(key)) this.openFolds.add(key);
    this.draw();
  }

  /** When the view is shown for the first time: opening the panel is faster without them. */
  private addActions(): void {
    const { events } = this;
    this.actions.append(
      this.action('previousTouch', 'previous', t(msg('previous step that touches this cell')), () =>
        events.touch('previous'),
      ),
      this.action('nextTouch', 'next', t(msg('next step that touches this cell')), () => events.touch('next')),
      this.action('reveal', 'reveal', t(msg('reveal in the editor (r)')), () => events.revealPinned()),
      this.action('release', 'close', t(msg('release the cell (Escape)')), () => this.release()),
    );
  }

  private action(name: string, sign: IconName, label: string, run: () => void): HTMLElement {
    const element = button({ appearance: 'icon', 'data-action': name, 'aria-label': label, title: label }, icon(sign));
    element.addEventListener('click', run);
    return element;
  }

  private disable(name: string, disabled: boolean): void {
    this.actions.querySelector(`[data-action=${name}]`)?.toggleAttribute('disabled', disabled);
  }
}
