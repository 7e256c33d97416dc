/** What is computed: the sentence with shapes, the size formula, the fields and what was assumed. */
import type { Assumption, Field } from '../../core/panel/protocol';
import type { Line, Span } from '../../core/step/Frame';
import { msg } from '../../core/message';
import { t } from '../l10n';
import { shortHeight } from '../layout/stageMetrics';
import { el, setAttributes, setText } from '../ui/el';
import { drawIcon, icon } from '../ui/icon';
import { button } from '../ui/toolkit';
import { renderSpans } from '../words/renderSpans';
import type { FieldEvents } from './FieldView';
import { FieldList } from './FieldList';

/** Where the rarer fields are shown on demand; the same as in header.css. */
const littleSpace = '(max-width: 1319px), (max-height: 759px)';

/** Where a tour needs the height. */
const narrowTour = '(max-width: 639px)';

/** In narrow panels the header has twice as many lines. */
const narrow = { width: 400, height: 760 };
const shortPanel = `(max-height: ${shortHeight - 1}px), (max-width: ${narrow.width - 1}px) and (max-height: ${narrow.height - 1}px)`;

export interface HeaderContent {
  readonly sentence: readonly Span[];
  readonly lines: readonly Line[];
  readonly fields: readonly Field[];
  readonly assumptions: readonly Assumption[];
}

export class HeaderView {
  private readonly sentence = el('h1', { class: 'sentence' });
  private readonly size = el('div', { class: 'size' });
  private readonly form = el('div', { class: 'form' });
  /** In little space, this button shows the rarer fields. Its two texts are equally wide: neither changes the layout. */
  private readonly more = el('button', { type: 'button', class: 'more link', 'data-action': 'moreFields' });
  private readonly assumptions = el('ul', { class: 'assumptions' });
  private readonly foldIcon = icon('up');
  private readonly fold = button(
    { appearance: 'icon', class: 'header-fold', 'data-action': 'foldHeader' },
    this.foldIcon,
  );
  /** In narrow panels, fields and assumptions share their lines. */
  private readonly options = el('div', { class: 'options' }, this.form, this.assumptions);
  readonly element = el(
    'header',
    { 'data-part': 'header' },
    el('div', { class: 'header-top' }, this.sentence, this.more, this.fold),
    this.size,
    this.options,
  );
  /** The stored preference. */
  private prefersFolded = false;
  /** In a short panel the header is folded until the user unfolds it. */
  private unfoldedInShort = false;
  private readonly short = matchMedia(shortPanel);
  /** A lesson needs the height, and its students do not change options. */
  private isLesson = false;
  private isTour = false;
  private readonly narrowTour = matchMedia(narrowTour);
  private readonly fields: FieldList;
  private shownFields: readonly Field[] = [];
  private shownAssumptions: readonly Assumption[] = [];
  private readonly little = matchMedia(littleSpace);
  /** Whether the rarer fields were ever shown. */
  private hasRare = false;
  private assumed: { item: HTMLElement; text: HTMLElement; rest: HTMLElement; fields: FieldList }[] = [];

  constructor(
    private readonly events: FieldEvents,
    private readonly resized: () => void,
    /** Stores whether the header is folded to one line. */
    private readonly setFolded: (folded: boolean) => void,
  ) {
    this.fold.addEventListener('click', () => this.toggleFold());
    this.short.addEventListener('change', () => {
      this.unfoldedInShort = false;
      this.drawFold();
    });
    this.narrowTour.addEventListener('change', () => this.drawFold());
    this.fields = new FieldList(this.form, events);
    this.little.addEventListener('change', () => this.updateFields());
    this.more.addEventListener('click', () => this.expand(!this.options.classList.contains('expanded')));
    this.expand(false);
  }

  update({ sentence, lines, fields, assumptions }: HeaderContent, precision: number): void {
    this.sentence.replaceChildren(...unbroken(sentence).flatMap((spans) => pieceOf(spans, precision)));
    setAttributes(this.sentence, { title: this.sentence.textContent ?? '' });
    this.size.replaceChildren(
      ...lines.map((line) => el('span', { class: 'size-line' }, ...renderSpans(line.spans, { precision }))),
    );
    this.form.hidden = fields.length === 0;
    const secondary = fields.filter(({ isRare }) => isRare);
    this.shownFields = fields;
    const certain = assumptions.filter(({ isOnlyReading }) => isOnlyReading);
    this.more.hidden = secondary.length + certain.length === 0;
    const hidden = [...certain.map(({ message }) => message), ...secondary.map(({ label }) => label)];
    setAttributes(this.more, { title: hidden.map((each) => t(each)).join('; ') });
    if (secondary.some(({ error }) => error)) this.expand(true);
    this.shownAssumptions = assumptions;
    this.updateFields();
  }

  /** The rarer fields, and those of certain assumptions, are made when they are first shown: opening the panel is faster without them. */
  private updateFields(): void {
    const isFrequent = ({ isRare }: Field): boolean => !isRare;
    const frequent = this.shownFields.filter(isFrequent);
    const rare = this.shownFields.filter((field) => !isFrequent(field));
    this.hasRare ||= !this.little.matches || this.options.classList.contains('expanded');
    this.fields.update(this.hasRare ? [...frequent, ...rare] : frequent);
    for (const { id } of rare) this.fields.element(id)?.classList.add('secondary');
    this.updateAssumptions(this.shownAssumptions);
    for (const fields of [this.fields, ...this.assumed.map((each) => each.fields)]) fields.placeErrors();
  }

  /** Sets a field to what the drawn step shows, as the example and the filter are loop indices. */
  show(id: string, value: string): void {
    this.shownFields = this.shownFields.map((field) => (field.id === id ? shownAt(field, value) : field));
    this.fields.show(id, value);
  }

  /** Puts an element after the control of a field. */
  addTo(id: string, element: HTMLElement): void {
    const field = this.fields.element(id);
    if (field && element.parentElement !== field) field.append(element);
  }

  /** Unfolds the header where the field is hidden by it. */
  focusField(id: string): void {
    if (this.element.classList.contains('folded')) this.toggleFold();
    this.fields.element(id)?.querySelector<HTMLElement>('.field-control')?.focus();
  }

  /** Shows the stored preference: one line, the sentence without the fields. */
  showFolded(folded: boolean): void {
    this.prefersFolded = folded;
    this.drawFold();
  }

  /** The header of a lesson is folded as in a short panel. */
  setLesson(isLesson: boolean): void {
    this.isLesson = isLesson;
    this.drawFold();
  }

  /** The header of a tour in a narrow panel is folded too. */
  setTour(isTour: boolean): void {
    this.isTour = isTour;
    this.drawFold();
  }

  /** Folds or unfolds the header; in a short panel the change is not stored, as other panels stay as they are. */
  toggleFold(): void {
    if (this.isShort) this.unfoldedInShort = !this.unfoldedInShort;
    else this.setFolded(!this.prefersFolded);
    this.drawFold();
    this.resized();
  }

  private get isShort(): boolean {
    return this.short.matches || this.isLesson || (this.isTour && this.narrowTour.matches);
  }

  private drawFold(): void {
    const folded = this.isShort ? !this.unfoldedInShort : this.prefersFolded;
    this.element.classList.toggle('folded', folded);
    drawIcon(this.foldIcon, folded ? 'down' : 'up');
    const label = folded ? t(msg('Show the options (H)')) : t(msg('Fold the header to one line (H)'));
    setAttributes(this.fold, { title: label, 'aria-label': label, 'aria-expanded': String(!folded) });
  }

  private expand(expanded: boolean): void {
    this.options.classList.toggle('expanded', expanded);
    this.more.textContent = expanded ? t(msg('fewer')) : t(msg('more…'));
    this.more.setAttribute('aria-expanded', String(expanded));
    if (expanded) this.updateFields();
    this.resized();
  }

  private updateAssumptions(assumptions: readonly Assumption[]): void {
    this.assumptions.hidden = assumptions.length === 0;
    while (this.assumed.length > assumptions.length) this.assumed.pop()!.item.remove();
    assumptions.forEach(({ message, field, isOnlyReading = false }, index) => {
      const shown = (this.assumed[index] ??= this.addAssumption());
      shown.item.classList.toggle('secondary', isOnlyReading);
      const control = this.hasRare || !isOnlyReading ? field : undefined;
      const [text, rest] = aroundChoice(t(message), control);
      setText(shown.text, text);
      setText(shown.rest, rest);
      shown.fields.update(control ? [control] : []);
    });
  }

  private addAssumption(): (typeof this.assumed)[number] {
    const text = el('span');
    const rest = el('span');
    const control = el('span', { class: 'assumption-field' });
    const item = el('li', {}, text, control, rest);
    this.assumptions.append(item);
    return { item, text, rest, fields: new FieldList(control, this.events) };
  }
}

/** A sentence before and after its choice, which the field shows in its place. The field of the layout is not always shown. */
function aroundChoice(sentence: string, field: Field | undefined): [string, string] {
  const options = field?.id === 'layout' ? undefined : field?.options;
  const label = options?.find(({ value }) => value === field!.value)?.label;
  const choice = label ? t(label) : '';
  const at = choice ? sentence.lastIndexOf(choice) : -1;
  return at < 0 ? [sentence, ''] : [sentence.slice(0, at), sentence.slice(at + choice.length)];
}

/** A field with the step's value; one that was refused is not shown any more. */
function shownAt(field: Field, value: string): Field {
  const shown = { ...field, value };
  delete shown.error;
  return shown;
}

/** A name and its shape are never apart at the end of a line. */
function unbroken(spans: readonly Span[]): Span[][] {
  const pieces: Span[][] = [];
  for (const span of spans) {
    const last = pieces.at(-1);
    const joins = span.kind === 'text' && span.tone === 'shape' && last !== undefined;
    const blank = span.kind === 'text' && ['', ','].includes(span.text.trim());
    if (last && (joins || blank)) last.push(span);
    else pieces.push([span]);
  }
  return pieces;
}

/** Blanks before a piece are outside of it, so that a line does not begin with them. */
function pieceOf(spans: readonly Span[], precision: number): (string | HTMLElement)[] {
  const [first, ...others] = spans;
  const blanks = first?.kind === 'text' ? first.text.length - first.text.trimStart().length : 0;
  const inside = first?.kind === 'text' ? [{ ...first, text: first.text.slice(blanks) }, ...others] : spans;
  return [' '.repeat(blanks), el('span', { class: 'unbroken' }, ...renderSpans(inside, { precision }))];
}
