/**
 * The only module that knows @vscode/webview-ui-toolkit (archived in 2025): the day it breaks, this file changes. The
 * prebuilt bundle registers all components by itself and is 120 kB smaller than named imports.
 */
import { VSCodeDesignSystem } from '@vscode/webview-ui-toolkit/dist/toolkit.min.js';
import { setAttributes, setText, type Attributes } from './el';

/** What a control can do, whichever library draws it. */
export interface Control {
  readonly element: HTMLElement;
  value: string;
}

export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
}

/** The components' common surface; all of them reflect ARIA attributes of the host element into their shadow tree. */
interface ToolkitElement extends HTMLElement {
  value: string;
  checked: boolean;
}

export function button(attributes: Attributes, ...children: (Node | string)[]): HTMLElement {
  return toolkitElement('vscode-button', attributes, ...children);
}

/**
 * Holds the chosen option alone until the control is used: each option is a component, and most dropdowns are never opened.
 */
export function dropdown<Value extends string>(
  attributes: Attributes,
  choices: readonly Choice<Value>[],
  onChange: (value: Value) => void,
): Control {
  const chosen = toolkitElement('vscode-option', {});
  const element = toolkitElement('vscode-dropdown', attributes, chosen);
  element.style.setProperty('--longest', `${Math.max(...choices.map(({ label }) => columnsOf(label)))}ch`);
  const control = valueControl(element);
  let isComplete = false;
  const show = ({ value, label }: Choice): void => {
    chosen.value = value;
    setText(chosen, label);
    // The toolkit takes the first text as the name.
    setAttributes(chosen, { 'aria-label': label });
  };
  const complete = (): void => {
    if (isComplete) return;
    isComplete = true;
    const { value } = chosen;
    const place = choices.findIndex((each) => each.value === value);
    const others = choices.map((each) => toolkitElement('vscode-option', { value: each.value }, each.label));
    chosen.before(...others.slice(0, Math.max(0, place)));
    chosen.after(...others.slice(place + 1));
    // The toolkit takes the place of the choice among its options as it was; it sees the others in a microtask before this one.
    queueMicrotask(() => (control.value = value));
  };
  if (choices[0]) show(choices[0]);
  for (const use of ['pointerdown', 'focusin']) element.addEventListener(use, complete);
  element.addEventListener('change', () => {
    const choice = choices.find(({ value }) => value === element.value);
    if (choice) onChange(choice.value);
  });
  return {
    element,
    get value() {
      return control.value;
    },
    set value(value: string) {
      const choice = choices.find((each) => each.value === value);
      if (choice && !isComplete) show(choice);
      control.value = value;
    },
  };
}

/** Width of a text in digits: a letter of Chinese is as wide as two. */
function columnsOf(label: string): number {
  return [...label].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0);
}

export function textField(attributes: Attributes): Control {
  return valueControl(withOwnName(toolkitElement('vscode-text-field', { ...attributes, spellcheck: 'false' })));
}

/** Its value is `true` or `false`. */
export function checkbox(attributes: Attributes, label: string, onChange: (value: string) => void): Control {
  const element = toolkitElement('vscode-checkbox', attributes, label);
  // The toolkit raises `change` also when the page sets the box; only the user's changes are reported.
  let shown = Boolean(element.checked);
  element.addEventListener('change', () => {
    if (element.checked === shown) return;
    shown = Boolean(element.checked);
    onChange(String(shown));
  });
  return {
    element,
    get value() {
      return String(element.checked);
    },
    set value(value: string) {
      shown = value === 'true';
      if (element.checked !== shown) element.checked = shown;
    },
  };
}

function valueControl(element: ToolkitElement): Control {
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

/** What the toolkit calls a text field each time that one is put into the page, in place of the name that it has. */
const commonName = 'Text field';

function withOwnName(element: ToolkitElement): ToolkitElement {
  const observer = new MutationObserver((changes) => {
    if (element.getAttribute('aria-label') !== commonName) return;
    const own = changes
      .map(({ oldValue }) => oldValue)
      .filter((name) => name !== null && name !== commonName)
      .at(-1);
    if (own) element.setAttribute('aria-label', own);
  });
  observer.observe(element, { attributeFilter: ['aria-label'], attributeOldValue: true });
  return element;
}

function toolkitElement(tag: string, attributes: Attributes, ...children: (Node | string)[]): ToolkitElement {
  // Naming an export keeps the bundle: its package claims to have no side effects, and registering is one.
  if (!VSCodeDesignSystem) throw new Error('the toolkit has not registered its components');
  const element = document.createElement(tag);
  setAttributes(element, attributes);
  element.append(...children);
  return element as ToolkitElement;
}
