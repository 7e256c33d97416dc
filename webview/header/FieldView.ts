/** One field, drawn by its kind, with its error next to it. */
import type { Field } from '../../core/panel/protocol';
import { t } from '../l10n';
import { el, setAttributes, setText } from '../ui/el';
import { checkbox, dropdown, textField, type Choice, type Control } from '../ui/toolkit';
import { segmented } from '../ui/segmented';

export interface FieldEvents {
  /** The user is typing: what is drawn will change. */
  typing(): void;
  change(id: string, value: string): void;
}

/** A pause in typing after which a value is tried. */
const typingPause = 400;

export class FieldView {
  private readonly label = el('label', { class: 'field-label' });
  private readonly error = el('span', { class: 'field-error', 'data-error': true, role: 'alert', hidden: true });
  private readonly control: Control;
  readonly element: HTMLElement;
  private sent: string;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private field: Field,
    private readonly events: FieldEvents,
  ) {
    this.sent = field.value;
    this.error.id = `error-${field.id}`;
    this.label.id = `label-${field.id}`;
    this.control = this.createControl(field);
    this.control.element.classList.add('field-control');
    this.element = el('div', { class: `field field-${field.kind}`, 'data-field': field.id, role: 'group' });
    if (field.kind !== 'checkbox' && field.kind !== 'segmented') this.element.append(this.label);
    this.element.append(this.control.element, this.error);
    this.update(field);
  }

  /** Whether this view can show another field by `update`: it has the same control. */
  canShow(field: Field): boolean {
    return structureOf(field) === structureOf(this.field);
  }

  update(field: Field): void {
    this.field = field;
    setText(this.label, t(field.label));
    // What the user is typing is not overwritten by an answer to what was typed before.
    const typing = this.timer !== undefined || (this.hasFocus() && isTyped(field) && this.sent !== field.value);
    if (!typing) {
      this.control.value = field.value;
      this.sent = field.value;
    }
    const message = field.error ? t(field.error) : '';
    setText(this.error, message);
    this.error.hidden = !field.error;
    const help = field.help ? t(field.help) : undefined;
    setAttributes(this.element, {
      title: help,
      'aria-label': t(field.label),
      'aria-describedby': field.error ? this.error.id : undefined,
    });
    setAttributes(this.control.element, {
      'aria-label': help ? `${t(field.label)}: ${help}` : t(field.label),
      'aria-invalid': field.error ? 'true' : undefined,
      ...(field.kind === 'number' ? { 'aria-describedby': field.error ? this.error.id : undefined } : {}),
    });
    this.element.classList.toggle('invalid', field.error !== undefined);
  }

  /** Shows a loop index of the step that is drawn, without the host. */
  show(value: string): void {
    if (this.timer !== undefined || this.sent === value) return;
    this.sent = value;
    this.control.value = value;
  }

  private createControl(field: Field): Control {
    const label = t(field.label);
    const send = (value: string): void => this.send(value);
    switch (field.kind) {
      case 'select':
        return dropdown({ position: 'below' }, choicesOf(field), send);
      case 'segmented':
        return segmented(label, choicesOf(field), send);
      case 'checkbox':
        return checkbox({}, label, send);
      case 'number':
        return this.typed(numberControl(field));
      case 'text':
        return this.typed(textField({}));
    }
  }

  private typed(control: Control): Control {
    const { element } = control;
    element.addEventListener('input', () => {
      this.events.typing();
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.send(control.value), typingPause);
    });
    element.addEventListener('change', () => this.send(control.value));
    element.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') this.send(control.value);
    });
    return control;
  }

  private send(value: string): void {
    clearTimeout(this.timer);
    const waited = this.timer !== undefined;
    this.timer = undefined;
    if (value === this.sent && !waited) return;
    this.sent = value;
    this.events.change(this.field.id, value);
  }

  private hasFocus(): boolean {
    return this.control.element.contains(document.activeElement);
  }
}

function numberControl({ min, max }: Field): Control {
  const element = el('input', { type: 'number', step: 1, min, max, class: 'number-input' });
  return {
    element,
    get value() {
      return element.value;
    },
    set value(value: string) {
      if (element.value !== value) element.value = value;
    },
  };
}

function choicesOf({ options = [] }: Field): Choice[] {
  return options.map(({ value, label }) => ({ value, label: t(label) }));
}

function isTyped({ kind }: Field): boolean {
  return kind === 'number' || kind === 'text';
}

function structureOf(field: Field): string {
  return JSON.stringify([field.id, field.kind, field.min, field.max, choicesOf(field), t(field.label)]);
}
