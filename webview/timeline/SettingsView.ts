/** The display settings behind a button of the timeline: precision, colours, padding. The host keeps them. */
import { msg } from '../../core/message';
import type { Field, Preferences } from '../../core/panel/protocol';
import { colorMapChoices } from '../../core/color/colorMaps';
import { FieldList } from '../header/FieldList';
import { t } from '../l10n';
import { el } from '../ui/el';
import { icon } from '../ui/icon';
import { popupOpened } from '../ui/popups';
import { button } from '../ui/toolkit';

const sharedId = 'sharedScale';

export class SettingsView {
  private readonly toggle: HTMLElement;
  private readonly form = el('div', { class: 'settings-form', role: 'dialog', hidden: true });
  readonly element: HTMLElement;
  private readonly fields: FieldList;
  private shares = false;
  private closed: (() => void) | undefined;
  private preferences: Preferences | undefined;
  private hasFields = false;

  /** `share`: where there are several maps, whether they have one scale. */
  constructor(
    change: (preferences: Partial<Preferences>) => void,
    private readonly share?: (shares: boolean) => void,
  ) {
    const label = t(msg('how numbers and colours are shown'));
    this.form.setAttribute('aria-label', label);
    this.toggle = button(
      { appearance: 'icon', 'data-action': 'settings', 'aria-label': label, title: label, 'aria-expanded': 'false' },
      icon('settings'),
    );
    this.toggle.addEventListener('click', () => this.show(this.form.hidden === true));
    this.element = el('div', { class: 'settings' }, this.toggle, this.form);
    this.fields = new FieldList(this.form, {
      typing: () => undefined,
      change: (id, value) => {
        if (id !== sharedId) change(changeOf(id, value));
        else {
          this.shares = value === 'true';
          share?.(this.shares);
        }
      },
    });
  }

  /** The fields are made when they are opened for the first time: opening the panel is faster without them. */
  update(preferences: Preferences): void {
    this.preferences = preferences;
    if (this.hasFields || !this.form.hidden) this.updateFields(preferences);
  }

  private updateFields(preferences: Preferences): void {
    this.hasFields = true;
    const shared: Field = {
      id: sharedId,
      label: msg('one scale for all maps'),
      kind: 'checkbox',
      value: String(this.shares),
      help: msg('the same colour is the same value in all maps'),
    };
    this.fields.update([...fieldsOf(preferences), ...(this.share ? [shared] : [])]);
  }

  private show(open: boolean): void {
    if (open && !this.hasFields && this.preferences) this.updateFields(this.preferences);
    this.form.hidden = !open;
    this.closed?.();
    this.closed = open
      ? popupOpened({ element: this.form, opener: this.toggle, endsWithFocus: true, close: () => this.show(false) })
      : undefined;
    this.toggle.setAttribute('aria-expanded', String(open));
  }
}

function fieldsOf({ precision, colorMap, showPadding, showResult }: Preferences): Field[] {
  return [
    {
      id: 'precision',
      label: msg('decimals'),
      kind: 'number',
      value: String(precision),
      min: 0,
      max: 8,
      help: msg('digits after the decimal point'),
    },
    {
      id: 'colorMap',
      label: msg('colours'),
      kind: 'select',
      value: colorMap,
      options: colorMapChoices.map(({ id, label }) => ({ value: id, label })),
      help: msg('colours of the values in the maps'),
    },
    {
      id: 'showPadding',
      label: msg('show padding'),
      kind: 'checkbox',
      value: String(showPadding),
      help: msg('rows and columns that the padding adds to the input'),
    },
    {
      id: 'showResult',
      label: msg('show the result'),
      kind: 'checkbox',
      value: String(showResult),
      help: msg('cells that the steps have not reached show their result, dimmed'),
    },
  ];
}

function changeOf(id: string, value: string): Partial<Preferences> {
  switch (id) {
    case 'precision':
      return { precision: Math.max(0, Math.min(8, Math.trunc(Number(value)) || 0)) };
    case 'colorMap':
      return { colorMap: value };
    case 'showResult':
      return { showResult: value === 'true' };
    default:
      return { showPadding: value === 'true' };
  }
}
