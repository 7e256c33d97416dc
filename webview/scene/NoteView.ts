/** The note of a scene or of the tour at the current step with its question, and where the next and the previous one are. */
import { msg } from '../../core/message';
import type { SceneState } from '../../core/panel/protocol';
import { t } from '../l10n';
import { el } from '../ui/el';
import { icon, type IconName } from '../ui/icon';
import { QuestionView } from './QuestionView';
import { keepFocus } from '../ui/keepFocus';
import { renderMarkdown } from './renderMarkdown';

export interface NoteEvents {
  seek(t: number): void;
  /** An option's index or a typed number; undefined reveals the answer. */
  answer(note: number, given: string | undefined): void;
}

export class NoteView {
  private readonly text = el('div', { class: 'note-text', 'aria-live': 'polite' });
  private readonly place = el('span', { class: 'note-place' });
  private readonly previous = this.button('previous', t(msg('previous note')), () => this.go(-1));
  private readonly next = this.button('next', t(msg('next note')), () => this.go(1));
  private readonly question = new QuestionView({ answer: (given) => this.events.answer(this.shown, given) });
  private readonly slot = el('div', { class: 'note-slot' });
  readonly element = el(
    'section',
    { class: 'note', 'data-part': 'note', hidden: true, tabindex: 0 },
    el('div', { class: 'note-body' }, this.text, this.question.element, this.slot),
    el('div', { class: 'note-moves' }, this.previous, this.place, this.next),
  );
  private notes: SceneState['notes'] = [];
  private shown = -1;
  private drawn = '';

  constructor(private readonly events: NoteEvents) {
    this.element.setAttribute('aria-label', t(msg('note on this step')));
  }

  /** Undefined where no note is shown. */
  get shownText(): string | undefined {
    return this.notes[this.shown] && (this.text.textContent ?? undefined);
  }

  setNotes(notes: SceneState['notes']): void {
    this.notes = notes;
    this.element.hidden = this.notes.length === 0;
    // Notes with questions need more height, for all notes: the stage does not move.
    this.element.classList.toggle(
      'asks',
      this.notes.some(({ question, cover }) => question ?? cover),
    );
  }

  /** To where the next note is called. */
  focus(): void {
    this.next.focus();
  }

  /** Shows the question of a covered step with its note. */
  hold(question: HTMLElement): void {
    if (question.parentElement !== this.slot) this.slot.append(question);
  }

  /** A note stays until the step of the next one. */
  setStep(step: number): void {
    if (this.notes.length === 0) return;
    keepFocus(
      this.element,
      () => this.showNote(step),
      () => this.element.focus(),
    );
  }

  private showNote(step: number): void {
    const index = this.notes.reduce((last, note, k) => (note.step <= step ? k : last), -1);
    const note = this.notes[index];
    // A live region that is written again is read aloud again.
    const key = `${index} ${note?.text ?? ''}`;
    if (key !== this.drawn) this.text.replaceChildren(...renderMarkdown(note?.text ?? ''));
    this.drawn = key;
    this.shown = index;
    this.question.show(index, note?.question);
    this.place.textContent = index < 0 ? '' : `${index + 1} / ${this.notes.length}`;
    this.previous.toggleAttribute('disabled', index < 1);
    this.next.toggleAttribute('disabled', index + 1 >= this.notes.length);
  }

  private go(by: number): void {
    const note = this.notes[this.shown + by];
    if (note) this.events.seek(note.step);
  }

  private button(sign: IconName, label: string, action: () => void): HTMLButtonElement {
    const element = el('button', { type: 'button', class: 'note-move', 'aria-label': label, title: label }, icon(sign));
    element.addEventListener('click', action);
    return element;
  }
}
