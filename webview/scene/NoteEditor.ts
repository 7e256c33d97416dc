/** Writing the note of a step: its text, whether the answer is covered, and a question. */
import { msg } from '../../core/message';
import type { WrittenNote } from '../../core/panel/protocol';
import { t } from '../l10n';
import { el } from '../ui/el';

export interface NoteEditorEvents {
  /** Undefined removes the note. */
  save(step: number, note: WrittenNote | undefined): void;
  closed(): void;
}

const KINDS = ['none', 'options', 'value'] as const;

type Kind = (typeof KINDS)[number];

export class NoteEditor {
  private readonly title = el('strong', { class: 'note-editor-title' });
  private readonly text = el('textarea', { class: 'note-input', rows: '3', 'data-action': 'noteText' });
  private readonly cover = el('input', { type: 'checkbox', 'data-action': 'noteCover' });
  private readonly kind = el('select', { class: 'note-input', 'data-action': 'noteKind' });
  private readonly prompt = el('input', { class: 'note-input', type: 'text', 'data-action': 'notePrompt' });
  private readonly options = el('textarea', { class: 'note-input', rows: '3', 'data-action': 'noteOptions' });
  private readonly value = el('input', { class: 'note-input', type: 'text', 'data-action': 'noteValue' });
  private readonly why = el('input', { class: 'note-input', type: 'text', 'data-action': 'noteWhy' });
  private readonly error = el('p', { class: 'note-error', role: 'alert' });
  private readonly remove = this.button('noteRemove', t(msg('Remove note')), () => this.finish(undefined));
  private readonly questionFields: HTMLElement;
  private readonly optionsField = field(t(msg('Answers, one per line; the right one begins with *')), this.options);
  private readonly valueField = field(t(msg('Right number')), this.value);
  readonly element: HTMLElement;
  private step = 0;

  constructor(private readonly events: NoteEditorEvents) {
    const kinds: readonly (readonly [Kind, string])[] = [
      ['none', t(msg('No question'))],
      ['options', t(msg('Choose an answer'))],
      ['value', t(msg('Type a number'))],
    ];
    this.kind.append(...kinds.map(([value, label]) => el('option', { value }, label)));
    this.kind.addEventListener('change', () => this.showKind());
    this.questionFields = el(
      'div',
      { class: 'note-editor-question' },
      field(t(msg('Question')), this.prompt),
      this.optionsField,
      this.valueField,
      field(t(msg('Explanation of the answer')), this.why),
    );
    this.element = el(
      'section',
      { class: 'note-editor', 'data-part': 'noteEditor', hidden: true },
      this.title,
      field(t(msg('Text (Markdown: `code`, **strong**, *emphasis*)')), this.text),
      el('label', { class: 'note-check' }, this.cover, ' ', t(msg('Cover the answer of this step until it is given'))),
      field(t(msg('Kind of question')), this.kind),
      this.questionFields,
      this.error,
      el(
        'div',
        { class: 'note-editor-buttons' },
        this.button('noteSave', t(msg('Save note')), () => this.save()),
        this.remove,
        this.button('noteCancel', t(msg('Cancel')), () => this.close()),
      ),
    );
    this.element.setAttribute('aria-label', t(msg('Write a note')));
    this.element.addEventListener('keydown', (event) => {
      // The panel's own keys do not apply while a note is written.
      event.stopPropagation();
      if (event.key === 'Escape') this.close();
      else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.save();
    });
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  /** `note`: the one that begins at the step. */
  open(step: number, note: WrittenNote | undefined): void {
    const { text = '', cover = false, question } = note ?? {};
    this.step = step;
    this.title.textContent = t(msg('Note on step {0}', step + 1));
    this.text.value = text;
    this.cover.checked = cover;
    const kind: Kind = question ? (question.options ? 'options' : 'value') : 'none';
    this.kind.value = kind;
    this.prompt.value = question?.prompt ?? '';
    const mark = (index: number) => (index === (question?.answer ?? 0) ? '*' : '');
    this.options.value = (question?.options ?? []).map((option, index) => `${mark(index)}${option}`).join('\n');
    this.value.value = question && !question.options ? String(question.value ?? '') : '';
    this.why.value = question?.why ?? '';
    this.error.textContent = '';
    this.remove.hidden = note === undefined;
    this.element.hidden = false;
    this.showKind();
    this.text.focus();
  }

  close(): void {
    if (!this.isOpen) return;
    this.element.hidden = true;
    this.events.closed();
  }

  private save(): void {
    const note = this.read();
    if (typeof note === 'string') this.error.textContent = note;
    else this.finish(note);
  }

  private finish(note: WrittenNote | undefined): void {
    this.element.hidden = true;
    this.events.save(this.step, note);
    this.events.closed();
  }

  /** The note, or what is missing. */
  private read(): WrittenNote | string {
    const base = { text: this.text.value.trim(), cover: this.cover.checked };
    const kind = this.chosenKind();
    const prompt = this.prompt.value.trim();
    if (kind === 'none') return base.text === '' && !base.cover ? t(msg('Write a text for the note.')) : base;
    if (prompt === '') return t(msg('Write the question.'));
    const why = this.why.value.trim();
    const rest = { prompt, ...(why !== '' && { why }) };
    if (kind === 'value') {
      const value = Number(this.value.value.trim().replace(',', '.').replace('−', '-'));
      if (this.value.value.trim() === '' || !Number.isFinite(value)) return t(msg('Type the right number.'));
      return { ...base, question: { ...rest, value } };
    }
    const lines = this.options.value.split('\n').filter((line) => line.trim() !== '');
    const answer = lines.findIndex((line) => line.trimStart().startsWith('*'));
    if (lines.length < 2 || lines.length > 8) return t(msg('Write 2 to 8 answers.'));
    if (answer < 0) return t(msg('Mark the right answer with * at its beginning.'));
    const options = lines.map((line, index) => (index === answer ? line.trimStart().slice(1) : line).trim());
    return { ...base, question: { ...rest, options, answer } };
  }

  private chosenKind(): Kind {
    return KINDS.find((kind) => kind === this.kind.value) ?? 'none';
  }

  private showKind(): void {
    const kind = this.chosenKind();
    this.questionFields.hidden = kind === 'none';
    this.optionsField.hidden = kind !== 'options';
    this.valueField.hidden = kind !== 'value';
  }

  private button(action: string, label: string, run: () => void): HTMLButtonElement {
    const element = el('button', { type: 'button', class: 'outlined note-option', 'data-action': action }, label);
    element.addEventListener('click', run);
    return element;
  }
}

function field(label: string, control: HTMLElement): HTMLElement {
  return el('label', { class: 'note-field' }, el('span', {}, label), control);
}
