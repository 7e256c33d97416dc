/** Whether a key steps through the timeline: it does everywhere but in controls that use it themselves. */

const typed = 'input:not([type=range]), textarea, select, vscode-text-field, vscode-dropdown, [role=tab], .map-surface';
/** Controls that use Space, but no arrow keys. */
const stepping = '.montage, .note-moves';
const pressed = 'button, vscode-button, vscode-checkbox, [role=tab]';

export function isPageKey(event: KeyboardEvent, timeline: HTMLElement): boolean {
  const { target } = event;
  if (event.defaultPrevented || !(target instanceof Element)) return false;
  if (target.closest(typed)) return false;
  if (event.key === ' ' && target.closest(pressed)) return false;
  // The slider handles arrow keys itself; Space plays there too.
  if (target instanceof HTMLInputElement && event.key !== ' ') return false;
  if (timeline.contains(target) || target.closest(stepping)) return true;
  return target === document.body || target.closest(pressed) === null;
}

/** Whether a letter is pressed as a command of the page, not typed into a control. Upper and lower case are the same. */
export function isLetterKey(event: KeyboardEvent, letter: string): boolean {
  const { target, key } = event;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  const isTyped = target instanceof Element && target.closest('input:not([type=range]), textarea, vscode-text-field');
  return key.toLowerCase() === letter && !isTyped;
}
