/** The question of the step: an input for a value or chosen cells, hints, the verdict and the count. */
import { msg } from '../../core/message';
import type { QuizState, VerdictMessage } from '../../core/panel/protocol';
import type { CellRef, Question } from '../../core/step/Frame';
import { t } from '../l10n';
import { el, setText } from '../ui/el';
import { keepFocus } from '../ui/keepFocus';
import { button } from '../ui/toolkit';
import { renderSpans } from '../words/renderSpans';

export interface QuizEvents {
  answer(value: string | undefined, cells: readonly CellRef[]): void;
  reveal(): void;
  /** To the next step with a question. */
  next(): void;
  end(): void;
  /** The focus goes to the map whose cells are the answer. */
  choose(map: string): void;
  /** Cells that are chosen as the answer, to be outlined. */
  chosen(cells: readonly CellRef[]): void;
}

export class QuizView {
  private readonly count = el('span', { class: 'quiz-count', role: 'status' });
  private readonly prompt = el('p', { class: 'quiz-prompt', id: 'quiz-prompt', 'aria-live': 'polite' });
  private readonly input = el('input', {
    class: 'quiz-value',
    type: 'text',
    'data-action': 'answer',
    autocomplete: 'off',
  });
  private readonly chosenText = el('span', { class: 'quiz-chosen' });
  private readonly check = this.action('check', t(msg('Check')), () => this.submit());
  private readonly hint = this.action('hint', '', () => this.showHint());
  private readonly reveal = this.action('reveal', t(msg('Reveal')), () => this.events.reveal());
  private readonly next = this.action('nextQuestion', t(msg('Next question')), () => this.events.next());
  private readonly end = this.action('endQuiz', t(msg('End quiz')), () => this.events.end());
  private readonly feedback = el('div', { class: 'quiz-feedback', 'aria-live': 'polite' });
  private readonly head = el('div', { class: 'quiz-head' }, el('strong', {}, t(msg('Quiz'))), ' ', this.count);
  private readonly row = el('div', { class: 'quiz-row' }, this.input, this.chosenText);
  readonly element = el(
    'section',
    { class: 'quiz', 'data-part': 'quiz', hidden: true },
    this.head,
    this.prompt,
    this.row,
    this.feedback,
  );
  private question: Question | undefined;
  private cells: readonly CellRef[] = [];
  private hints = 0;
  private precision = 2;
  private step = -1;
  private isActive = false;
  /** The user's own quiz, which the user ends. */
  private isOwn = false;

  constructor(private readonly events: QuizEvents) {
    this.element.setAttribute('aria-label', t(msg('Quiz')));
    this.input.setAttribute('aria-labelledby', 'quiz-prompt');
    this.input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      this.submit();
    });
  }

  get isOpen(): boolean {
    return this.isActive;
  }

  setState(state: QuizState | undefined, precision: number): void {
    this.precision = precision;
    // Opening the panel is faster without the buttons; what is read aloud is in the page before its text changes.
    if (state && !this.end.isConnected) {
      this.head.append(this.end);
      this.row.append(this.check, this.hint, this.reveal, this.next);
    }
    this.isActive = state !== undefined;
    this.isOwn = state?.by === 'user';
    this.element.classList.toggle('by-scene', state?.by === 'scene');
    this.end.hidden = !this.isOwn;
    this.showOrHide();
    if (!state) this.setCells([]);
    setText(this.count, state ? t(msg('{0} of {1} right', state.right, state.asked)) : '');
  }

  /** The step that is drawn; without a question it is answered or has none. */
  setStep(step: number, question: Question | undefined): void {
    const same = step === this.step && (question !== undefined) === (this.question !== undefined);
    const answered = step === this.step && this.question !== undefined && question === undefined;
    this.question = question;
    this.step = step;
    if (same || !this.isOpen) return;
    this.hints = 0;
    this.setCells([]);
    this.input.value = '';
    if (!answered) this.feedback.replaceChildren();
    setText(
      this.prompt,
      question ? t(question.prompt) : answered ? this.prompt.textContent : t(msg('This step has no open question.')),
    );
    this.showOrHide();
    this.input.hidden = question?.kind !== 'value';
    for (const each of [this.check, this.hint, this.reveal]) each.hidden = question === undefined;
    this.describe();
  }

  /** A scene's quiz is shown only where it asks, or has just answered. */
  private showOrHide(): void {
    const asks = this.question !== undefined || this.feedback.childElementCount > 0;
    this.element.hidden = !this.isActive || !(this.isOwn || asks);
  }

  /** A cell was clicked; true where it belongs to the answer's map and is chosen or released. */
  take(cell: CellRef): boolean {
    const { question } = this;
    if (!this.isOpen || !question || question.kind === 'value' || cell.map !== question.map) return false;
    const others = this.cells.filter(({ row, col }) => row !== cell.row || col !== cell.col);
    this.setCells(others.length < this.cells.length ? others : [...this.cells, cell]);
    this.describe();
    return true;
  }

  receive({ right, lines }: VerdictMessage): void {
    const closed = lines.length > 0;
    const words = right
      ? t(msg('Right.'))
      : closed
        ? t(msg('The answer:'))
        : t(msg('Not yet: try again, or take a hint.'));
    const kind = right ? 'right' : closed ? 'revealed' : 'wrong';
    this.feedback.replaceChildren(
      el('p', { class: `quiz-verdict ${kind}` }, words),
      ...lines.map((each) => this.line(each)),
    );
    if (closed) this.rest();
    this.showNewest();
  }

  /** H hints while the focus is not in the input; Enter checks chosen cells; a digit, a point or a sign begins the value. */
  key(event: KeyboardEvent): boolean {
    if (!this.isOpen) return false;
    if (event.key === 'Escape' && this.isOwn) this.events.end();
    else if (event.key === 'Enter' && this.question && this.question.kind !== 'value' && !isButton(event.target))
      this.submit();
    else if (event.key.toLowerCase() === 'h' && event.target !== this.input) this.showHint();
    else {
      // The character goes to the control that has the focus after this.
      if (this.question?.kind === 'value' && beginsValue(event)) this.input.focus();
      return false;
    }
    return true;
  }

  /** The focus goes to where the open question is answered: the input, or the map whose cells are asked for. */
  focus(): void {
    const { question } = this;
    if (question?.kind === 'value') this.input.focus();
    else if (question) this.events.choose(question.map);
  }

  /** The focus goes to the control that stays when a question is closed. */
  rest(): void {
    this.next.focus();
  }

  private submit(): void {
    const { question } = this;
    if (!question) return;
    this.events.answer(question.kind === 'value' ? this.input.value : undefined, this.cells);
  }

  private showHint(): void {
    const all = this.question?.hints ?? [];
    if (this.hints >= all.length) return;
    this.hints++;
    this.feedback.replaceChildren(...all.slice(0, this.hints).map((each) => this.line(each)));
    this.describe();
    this.showNewest();
  }

  /** The quiz has one height for all questions: what does not fit is scrolled to. */
  private showNewest(): void {
    this.feedback.lastElementChild?.scrollIntoView({ block: 'nearest' });
  }

  private describe(): void {
    const all = this.question?.hints.length ?? 0;
    setText(this.hint, t(msg('Hint {0} of {1}', Math.min(this.hints + 1, all), all)));
    keepFocus(
      this.hint,
      () => this.hint.toggleAttribute('disabled', this.hints >= all),
      () => this.reveal.focus(),
    );
    const choosing = this.question !== undefined && this.question.kind !== 'value';
    setText(
      this.chosenText,
      choosing ? t(msg('{0} chosen: click cells, or move with the arrow keys and press Enter', this.cells.length)) : '',
    );
  }

  private setCells(cells: readonly CellRef[]): void {
    this.cells = cells;
    this.events.chosen(cells);
  }

  private line({ spans }: VerdictMessage['lines'][number]): HTMLElement {
    const folds = { isOpen: () => true, toggle: () => undefined };
    const context = { precision: this.precision, onTerm: () => undefined, onCopy: () => undefined, folds };
    return el('div', { class: 'line' }, ...renderSpans(spans, context));
  }

  private action(name: string, label: string, run: () => void): HTMLElement {
    const attributes = { 'data-action': name, appearance: name === 'check' ? 'primary' : 'secondary' };
    const element = button(attributes, label);
    element.addEventListener('click', run);
    return element;
  }
}

/** Whether a key that no control uses begins a number: a map zooms with some of them. */
function beginsValue({ key, target, defaultPrevented, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (defaultPrevented || ctrlKey || metaKey || altKey || !/^[\d.−-]$/.test(key)) return false;
  return !(target instanceof Element && target.closest('input:not([type=range]), textarea, select, .map-surface'));
}

function isButton(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, vscode-button') !== null;
}
