/** The step in words, and in its place the explanation of a hovered or pinned cell. */
import { msg } from '../../core/message';
import type { CellRef, Explanation, Line } from '../../core/step/Frame';
import { t } from '../l10n';
import { el } from '../ui/el';
import { button } from '../ui/toolkit';
import { renderSpans, type SpanContext } from './renderSpans';

export interface WordsEvents {
  /** The pointer is on a term with these cells, or on none. */
  term(cells: readonly CellRef[]): void;
  copy(text: string): void;
  /** From a pinned cell to the step before or after that touches it. */
  touch(direction: 'previous' | 'next'): void;
  /** Shows the pinned cell's number in the text. */
  revealPinned(): void;
  release(): void;
}

interface Term {
  readonly element: HTMLElement;
  readonly cells: readonly CellRef[];
}

export class WordsView {
  private readonly words = el('div', { 'data-part': 'words', class: 'lines' });
  private readonly title = el('div', { class: 'explanation-title' });
  private readonly actions = el('div', { class: 'explanation-actions' });
  private readonly lines = el('div', { class: 'lines' });
  private readonly explanation = el(
    'div',
    { 'data-part': 'explanation', class: 'explanation', hidden: true },
    el('div', { class: 'explanation-head' }, this.title, this.actions),
    this.lines,
  );
  readonly element = el('section', { class: 'words card' }, this.words, this.explanation);
  private readonly openFolds = new Set<string>();
  private terms: Term[] = [];
  private pointed: CellRef | undefined;
  private shown: { lines: readonly Line[]; precision: number } | undefined;
  private explained:
    { explanation: Explanation; pinned: boolean; inText: boolean; t: number; precision: number } | undefined;

  constructor(private readonly events: WordsEvents) {
    this.element.setAttribute('aria-label', t(msg('the step in words')));
    this.actions.append(
      this.action('previousTouch', '◀', t(msg('previous step that touches this cell')), () => events.touch('previous')),
      this.action('nextTouch', '▶', t(msg('next step that touches this cell')), () => events.touch('next')),
      this.action('reveal', '⌖', t(msg('reveal in the editor (r)')), () => events.revealPinned()),
      this.action('release', '✕', t(msg('release the cell (Escape)')), () => events.release()),
    );
  }

  update(lines: readonly Line[], precision: number): void {
    this.shown = { lines, precision };
    this.draw();
  }

  /** Shows an explanation over the words; undefined: the words again. */
  explain(
    explanation: Explanation | undefined,
    cell: { pinned: boolean; inText: boolean },
    step: number,
    precision: number,
  ): void {
    this.explained = explanation ? { explanation, ...cell, t: step, precision } : undefined;
    this.draw();
  }

  /** Marks the terms that a cell takes part in. */
  point(cell: CellRef | undefined): void {
    this.pointed = cell;
    for (const { element, cells } of this.terms) element.classList.toggle('on', includes(cells, cell));
  }

  private draw(): void {
    this.terms = [];
    if (this.shown) this.words.replaceChildren(...this.drawLines(this.shown.lines, this.shown.precision, 'step'));
    const { explained } = this;
    this.explanation.hidden = !explained;
    this.element.classList.toggle('explaining', explained !== undefined);
    this.element.classList.toggle('pinned', explained?.pinned ?? false);
    if (explained) {
      const { explanation, pinned, inText, t: step, precision } = explained;
      this.title.replaceChildren(...renderSpans(explanation.title.spans, { precision }));
      this.actions.hidden = !pinned;
      this.disable('reveal', !inText);
      this.disable('previousTouch', !explanation.steps.some((touching) => touching < step));
      this.disable('nextTouch', !explanation.steps.some((touching) => touching > step));
      this.lines.replaceChildren(...this.drawLines(explanation.lines, precision, 'explanation'));
    }
    this.point(this.pointed);
  }

  private drawLines(lines: readonly Line[], precision: number, scope: string): HTMLElement[] {
    return lines.map((line, index) => {
      const context: SpanContext = {
        precision,
        onTerm: (element, cells) => this.addTerm(element, cells),
        onCopy: (text) => this.events.copy(text),
        folds: {
          isOpen: (order) => this.openFolds.has(`${scope} ${index} ${order}`),
          toggle: (order) => this.toggleFold(`${scope} ${index} ${order}`),
        },
      };
      return el('div', { class: 'line' }, ...renderSpans(line.spans, context));
    });
  }

  private addTerm(element: HTMLElement, cells: readonly CellRef[]): void {
    this.terms.push({ element, cells });
    element.addEventListener('pointerenter', () => {
      element.classList.add('on');
      this.events.term(cells);
    });
    element.addEventListener('pointerleave', () => {
      element.classList.remove('on');
      this.events.term([]);
    });
  }

  private toggleFold(key: string): void {
    if (!this.openFolds.delete(key)) this.openFolds.add(key);
    this.draw();
  }

  private action(name: string, sign: string, label: string, run: () => void): HTMLElement {
    const element = button(
      { appearance: 'icon', 'data-action': name, 'aria-label': label, title: label },
      el('span', { 'aria-hidden': 'true' }, sign),
    );
    element.addEventListener('click', run);
    return element;
  }

  private disable(name: string, disabled: boolean): void {
    this.actions.querySelector(`[data-action=${name}]`)?.toggleAttribute('disabled', disabled);
  }
}

function includes(cells: readonly CellRef[], cell: CellRef | undefined): boolean {
  return (
    cell !== undefined && cells.some(({ map, row, col }) => map === cell.map && row === cell.row && col === cell.col)
  );
}
