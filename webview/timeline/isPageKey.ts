/** Whether a key steps through the timeline: it does everywhere but in controls that use it themselves. */

const typed = 'input:not([type=range]), textarea, vscode-text-field, vscode-dropdown, [role=tab], .map-surface';
const pressed = 'button, vscode-button, vscode-checkbox, [role=tab]';

export function isPageKey(event: KeyboardEvent, timeline: HTMLElement): boolean {
  const { target } = event;
  if (event.defaultPrevented || !(target instanceof Element)) return false;
  if (target.closest(typed)) return false;
  if (event.key === ' ' && target.closest(pressed)) return false;
  // The slider moves itself on arrows; Space is ours there too.
  if (target instanceof HTMLInputElement && event.key !== ' ') return false;
  return target === document.body || timeline.contains(target) || target.closest(pressed) === null;
}
