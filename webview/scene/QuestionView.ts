/** A teacher's question on a step: options to choose from, or a number to type, with the verdict and the explanation. */
import { msg } from '../../core/message';
import type { NoteQuestion } from '../../core/panel/protocol';
import { t } from '../l10n';
import { el } from '../ui/el';
import { icon } from '../ui/icon';
import { renderMarkdown } from './renderMarkdown';

export interface QuestionEvents {
  /** The index of an option or a typed number; undefined reveals the answer. */
  answer(given: string | undefined): void;
}

export class QuestionView {
  /** Read aloud with each question. */
  private readonly prompt = el('p', { class: 'note-prompt', id: 'note-prompt', 'aria-live': 'polite' });
  private readonly answers = el('div', { class: 'note-answers' });
  private readonly verdict = el('div', { class: 'note-verdict', 'aria-live': 'polite' });
  readonly element = el(
    'div',
    { class: 'note-question', 'data-part': 'question', hidden: true },
    this.prompt,
    this.answers,
    this.verdict,
  );
  private key = '';

  constructor(private readonly events: QuestionEvents) {}

  /** `note`: its index, which tells apart equal questions. */
  show(note: number, question: NoteQuestion | undefined): void {
    this.element.hidden = question === undefined;
    const key = JSON.stringify([note, question]);
    if (key === this.key) return;
    const before = JSON.parse(this.key || '[-1,null]') as [number, NoteQuestion | null];
    this.key = key;
    if (!question) {
      delete this.prompt.dataset.text;
      return;
    }
    // A wrong answer keeps what was chosen or typed.
    const same = before[0] === note && before[1]?.prompt === question.prompt;
    if (!same || isClosed(question)) this.rebuild(question);
    this.verdict.replaceChildren(...verdictOf(question));
    // The note is as high for all questions: a long one is scrolled to what is new.
    this.verdict.lastElementChild?.scrollIntoView({ block: 'nearest' });
  }

  private rebuild(question: NoteQuestion): void {
    const { prompt, options } = question;
    // A live region that is written again is read aloud again.
    if (this.prompt.dataset.text !== prompt) {
      this.prompt.dataset.text = prompt;
      this.prompt.replaceChildren(...inlineOf(prompt));
    }
    this.answers.replaceChildren(options ? this.options(options, question) : this.number(question));
    this.verdict.replaceChildren();
  }

  private options(options: readonly string[], question: NoteQuestion): HTMLElement {
    const group = el('div', { class: 'note-options', role: 'group', 'aria-labelledby': 'note-prompt' });
    options.forEach((option, index) => {
      const button = el(
        'button',
        { type: 'button', class: 'outlined note-option', 'data-option': String(index) },
        ...inlineOf(option),
      );
      button.disabled = isClosed(question);
      if (isClosed(question) && index === question.answer) {
        button.classList.add('right');
        button.append(' ', icon('done'), el('span', { class: 'sr-only' }, t(msg('right answer'))));
      }
      button.addEventListener('click', () => this.events.answer(String(index)));
      group.append(button);
    });
    if (!isClosed(question)) group.append(this.reveal());
    return group;
  }

  private number(question: NoteQuestion): HTMLElement {
    const input = el('input', { class: 'quiz-value', type: 'text', autocomplete: 'off', 'data-action': 'noteAnswer' });
    input.setAttribute('aria-labelledby', 'note-prompt');
    const submit = (): void => {
      if (input.value.trim() !== '') this.events.answer(input.value);
    };
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') submit();
    });
    const check = el(
      'button',
      { type: 'button', class: 'outlined note-option', 'data-action': 'noteCheck' },
      t(msg('Check')),
    );
    check.addEventListener('click', submit);
    if (!isClosed(question)) return el('div', { class: 'note-options' }, input, check, this.reveal());
    return el('div', { class: 'note-options' }, el('strong', { class: 'note-value' }, String(question.answer)));
  }

  private reveal(): HTMLElement {
    const button = el(
      'button',
      { type: 'button', class: 'note-reveal', 'data-action': 'noteReveal' },
      t(msg('Reveal')),
    );
    button.addEventListener('click', () => this.events.answer(undefined));
    return button;
  }
}

function isClosed({ given }: NoteQuestion): boolean {
  return given === 'right' || given === 'late';
}

function verdictOf({ given, why }: NoteQuestion): HTMLElement[] {
  if (given === undefined) return [];
  if (given === 'missed') return [el('p', { class: 'quiz-verdict wrong' }, t(msg('Not yet: try again.')))];
  const words = given === 'right' ? t(msg('Right.')) : t(msg('The answer is marked.'));
  const kind = given === 'right' ? 'right' : 'revealed';
  return [el('p', { class: `quiz-verdict ${kind}` }, words), ...(why === undefined ? [] : renderMarkdown(why))];
}

/** The text of one paragraph. */
function inlineOf(text: string): (Node | string)[] {
  return renderMarkdown(text).flatMap((paragraph, index) => [...(index > 0 ? [' '] : []), ...paragraph.childNodes]);
}
