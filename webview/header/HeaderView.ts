/** What is computed: the sentence with shapes, the size formula, the fields and what was assumed. */
import type { Assumption, Field } from '../../core/protocol';
import type { Line, Span } from '../../core/step/Frame';
import { t } from '../l10n';
import { el, setText } from '../ui/el';
import { renderSpans } from '../words/renderSpans';
import type { FieldEvents } from './FieldView';
import { FieldList } from './FieldList';

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
  private readonly assumptions = el('ul', { class: 'assumptions' });
  readonly element = el('header', { 'data-part': 'header' }, this.sentence, this.size, this.form, this.assumptions);
  private readonly fields: FieldList;
  private assumed: { item: HTMLElement; text: HTMLElement; fields: FieldList }[] = [];

  constructor(private readonly events: FieldEvents) {
    this.fields = new FieldList(this.form, events);
  }

  update({ sentence, lines, fields, assumptions }: HeaderContent, precision: number): void {
    this.sentence.replaceChildren(...renderSpans(sentence, { precision }));
    this.size.replaceChildren(
      ...lines.map((line) => el('span', { class: 'size-line' }, ...renderSpans(line.spans, { precision }))),
    );
    this.form.hidden = fields.length === 0;
    this.fields.update(fields);
    this.updateAssumptions(assumptions);
  }

  /** Sets a field to what the drawn step shows, as the example and the filter are loop indices. */
  show(id: string, value: string): void {
    this.fields.show(id, value);
  }

  private updateAssumptions(assumptions: readonly Assumption[]): void {
    this.assumptions.hidden = assumptions.length === 0;
    while (this.assumed.length > assumptions.length) this.assumed.pop()!.item.remove();
    assumptions.forEach(({ message, field }, index) => {
      const shown = (this.assumed[index] ??= this.addAssumption());
      setText(shown.text, t(message));
      shown.fields.update(field ? [field] : []);
    });
  }

  private addAssumption(): { item: HTMLElement; text: HTMLElement; fields: FieldList } {
    const text = el('span');
    const control = el('span', { class: 'assumption-field' });
    const item = el('li', {}, text, control);
    this.assumptions.append(item);
    return { item, text, fields: new FieldList(control, this.events) };
  }
}
