/** One field, drawn by its kind, with its error next to it. */
import type { Field } from '../../core/panel/protocol';
import { msg } from '../../core/message';
import { t } from '../l10n';
import { el, setAttributes, setText } from '../ui/el';
import { freePlace } from '../ui/freePlace';
import { checkbox, dropdown, textField, type Choice, type Control } from '../ui/toolkit';
import { keepInside, visibleBounds } from '../ui/keepInside';
import { slider } from '../ui/slider';
import { segmented } from '../ui/segmented';

export interface FieldEvents {
  /** The user is typing: what is drawn will change. */
  typing(): void;
  change(id: string, value: string): void;
}

/** Pixels from the header to what is below the heading of the first card. */
const heightOfHeading = 36;

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
    this.element.append(this.control.element, ...rangeOf(field), this.error);
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
      if (field.kind === 'text') this.element.style.setProperty('--characters', String(field.value.length));
    }
    const help = field.help ? t(field.help) : undefined;
    setAttributes(this.element, { title: help ?? t(field.label), 'aria-label': t(field.label) });
    setAttributes(this.control.element, { 'aria-label': help ? `${t(field.label)}: ${help}` : t(field.label) });
    this.showError(field.error);
  }

  /** Shows a loop index of the step that is drawn, without the host. */
  show(value: string): void {
    if (this.timer !== undefined || this.sent === value) return;
    this.sent = value;
    this.control.value = value;
    // The refused value is not shown any more.
    this.showError(undefined);
  }

  private showError(error: Field['error']): void {
    setText(this.error, error ? t(error) : '');
    this.error.hidden = !error;
    this.element.classList.toggle('invalid', error !== undefined);
    const describedBy = error ? this.error.id : undefined;
    setAttributes(this.element, { 'aria-describedby': describedBy });
    setAttributes(this.control.element, {
      'aria-invalid': error ? 'true' : undefined,
      ...(this.field.kind === 'number' ? { 'aria-describedby': describedBy } : {}),
    });
  }

  /** Call when all fields of the header have their places. */
  placeError(): void {
    if (this.error.hidden) return;
    this.error.classList.remove('below');
    this.error.style.inset = '';
    const place = this.freePlaceOfError();
    if (place) {
      const { left, top } = this.element.getBoundingClientRect();
      this.error.style.translate = '';
      this.error.style.inset = `${place.top - top}px auto auto ${place.left - left}px`;
      return;
    }
    const { top } = this.error.getBoundingClientRect();
    this.error.classList.toggle('below', top < visibleBounds(this.error).top);
    keepInside(this.error);
  }

  /** In the header or, where its lines leave no space, over the heading below it. */
  private freePlaceOfError(): ReturnType<typeof freePlace> {
    const header = this.element.closest('header');
    if (!header) return undefined;
    return freePlace(this.error, this.element, header) ?? freePlace(this.error, this.element, header, heightOfHeading);
  }

  private createControl(field: Field): Control {
    const label = t(field.label);
    const send = (value: string): void => this.send(value);
    switch (field.kind) {
      case 'select':
        return dropdown({ position: 'below' }, choicesOf(field), send);
      case 'segmented':
        return segmented(label, choicesOf(field), send);
      case 'strip':
        return segmented(label, stripChoices(field), send);
      case 'checkbox':
        return checkbox({}, label, send);
      case 'number':
        return this.typed(numberControl(field));
      case 'slider':
        return slider(label, field, send);
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

/** “of 0–2” after a number. */
function rangeOf({ kind, min, max }: Field): HTMLElement[] {
  if ((kind !== 'number' && kind !== 'slider') || min === undefined || max === undefined) return [];
  return [el('span', { class: 'field-range' }, t(msg('of {0}–{1}', min, max)))];
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

function stripChoices({ min = 0, max = 0 }: Field): Choice[] {
  return Array.from({ length: max - min + 1 }, (_, index) => ({
    value: String(min + index),
    label: String(min + index),
  }));
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
