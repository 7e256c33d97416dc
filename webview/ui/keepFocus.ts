/** Changes a part of the page without losing the keyboard focus: where the control that had it is gone, another one gets it. */

/** `next` gives the focus away; it is called where the control of `part` that had it is removed, hidden or disabled by `change`. */
export function keepFocus(part: HTMLElement, change: () => void, next: () => void): void {
  const focused = part.contains(document.activeElement) ? document.activeElement : null;
  change();
  if (focused instanceof HTMLElement && !takesFocus(focused)) next();
}

function takesFocus(element: HTMLElement): boolean {
  return element.isConnected && element.checkVisibility() && !element.hasAttribute('disabled');
}
