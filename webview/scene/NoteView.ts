/** The note of a scene at the current step, and where the next and the previous one are. */
import { msg } from '../../core/message';
import type { SceneState } from '../../core/panel/protocol';
import { t } from '../l10n';
import { el } from '../ui/el';
import { icon, type IconName } from '../ui/icon';
import { renderMarkdown } from './renderMarkdown';

export class NoteView {
  private readonly text = el('div', { class: 'note-text', 'aria-live': 'polite' });
  private readonly place = el('span', { class: 'note-place' });
  private readonly previous = this.button('previous', t(msg('previous note')), () => this.go(-1));
  private readonly next = this.button('next', t(msg('next note')), () => this.go(1));
  readonly element = el(
    'section',
    { class: 'note', 'data-part': 'note', hidden: true },
    this.text,
    el('div', { class: 'note-moves' }, this.previous, this.place, this.next),
  );
  private notes: SceneState['notes'] = [];
  private shown = -1;

  constructor(private readonly seek: (t: number) => void) {
    this.element.setAttribute('aria-label', t(msg('note on this step')));
  }

  /** Undefined where no note is shown. */
  get shownText(): string | undefined {
    return this.notes[this.shown] && (this.text.textContent ?? undefined);
  }

  setScene(scene: SceneState | undefined): void {
    this.notes = scene?.notes ?? [];
    this.shown = -2;
    this.element.hidden = this.notes.length === 0;
  }

  /** A note stays until the step of the next one. */
  setStep(step: number): void {
    if (this.notes.length === 0) return;
    const index = this.notes.reduce((last, note, k) => (note.step <= step ? k : last), -1);
    if (index !== this.shown) this.text.replaceChildren(...renderMarkdown(this.notes[index]?.text ?? ''));
    this.shown = index;
    this.place.textContent = index < 0 ? '' : `${index + 1} / ${this.notes.length}`;
    this.previous.toggleAttribute('disabled', index < 1);
    this.next.toggleAttribute('disabled', index + 1 >= this.notes.length);
  }

  private go(by: number): void {
    const note = this.notes[this.shown + by];
    if (note) this.seek(note.step);
  }

  private button(sign: IconName, label: string, action: () => void): HTMLButtonElement {
    const element = el('button', { type: 'button', class: 'note-move', 'aria-label': label, title: label }, icon(sign));
    element.addEventListener('click', action);
    return element;
  }
}
