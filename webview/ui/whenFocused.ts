/**
 * Calls back as soon as the page has the keyboard focus, which VS Code gives to a panel that it shows. What the user has opened
 * meanwhile, such as the palette, which closes when it loses the focus, keeps it.
 */
export function whenFocused(focus: () => void): void {
  if (document.hasFocus()) focus();
  else window.addEventListener('focus', focus, { once: true });
}
