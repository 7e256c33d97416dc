/** Open popups: Escape closes the last one and returns the focus to its button, a press elsewhere closes those it is outside of. */

interface Popup {
  readonly element: HTMLElement;
  /** The control that opens it. */
  readonly opener: HTMLElement;
  /** Selector of elements that are used while the popup stays open. */
  readonly stays?: string;
  /** Closed by the focus elsewhere too: it may cover what Tab reaches next. */
  readonly endsWithFocus?: true;
  readonly close: () => void;
}

const open: Popup[] = [];
let listens = false;

/** Call when the popup has been opened; `close` must hide it. Returns the function to call when it is closed otherwise. */
export function popupOpened(popup: Popup): () => void {
  listen();
  open.push(popup);
  return () => forget(popup);
}

function forget(popup: Popup): void {
  const place = open.indexOf(popup);
  if (place >= 0) open.splice(place, 1);
}

function listen(): void {
  if (listens) return;
  listens = true;
  document.addEventListener('keydown', escape, { capture: true });
  for (const use of ['pointerdown', 'focusin']) document.addEventListener(use, closeOthers, { capture: true });
}

function escape(event: KeyboardEvent): void {
  const popup = open.at(-1);
  if (event.key !== 'Escape' || !popup) return;
  // An open dropdown inside of the popup closes itself first.
  if (event.target instanceof Element && event.target.closest('vscode-dropdown[open]')) return;
  forget(popup);
  popup.close();
  popup.opener.focus();
  event.preventDefault();
  event.stopPropagation();
}

function closeOthers({ target, type }: Event): void {
  if (!(target instanceof Node)) return;
  for (const popup of [...open]) {
    if (type === 'focusin' && !popup.endsWithFocus) continue;
    if (popup.element.contains(target) || popup.opener.contains(target)) continue;
    if (popup.stays && target instanceof Element && target.closest(popup.stays)) continue;
    forget(popup);
    popup.close();
  }
}
