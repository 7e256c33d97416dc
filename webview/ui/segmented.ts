/** A row of buttons of which one is pressed: the toolkit has none. */
import { el } from './el';
import type { Choice, Control } from './toolkit';

export function segmented<Value extends string>(
  label: string,
  choices: readonly Choice<Value>[],
  onChange: (value: Value) => void,
): Control {
  let current = '';
  const buttons = choices.map(({ value, label: text }) => {
    const element = el('button', { type: 'button', 'data-value': value, 'aria-pressed': 'false' }, text);
    element.addEventListener('click', () => {
      if (value === current) return;
      select(value);
      onChange(value);
    });
    return element;
  });
  const element = el('div', { class: 'segmented', role: 'group', 'aria-label': label }, ...buttons);
  const select = (value: string): void => {
    current = value;
    for (const each of buttons) each.setAttribute('aria-pressed', String(each.dataset.value === value));
  };
  return {
    element,
    get value() {
      return current;
    },
    set value(value: string) {
      select(value);
    },
  };
}
