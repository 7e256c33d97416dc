/** Moves a box that hangs at its parent to the left and up until it is inside the panel's scrolled part. */

const margin = 6;

/** Where a box that hangs at `parent` is seen, in pixels of the window. */
export function visibleBounds(parent: HTMLElement): { right: number; top: number; bottom: number } {
  const { clientWidth, clientHeight } = document.documentElement;
  const scrolled = parent.closest('.scroll')?.getBoundingClientRect();
  const { top = 0, bottom = clientHeight } = scrolled ?? {};
  return { right: clientWidth - margin, top: top + margin, bottom: bottom - margin };
}

/** `opener`: the box is above it where it is not whole below it, if it is whole there. */
export function keepInside(element: HTMLElement, opener?: HTMLElement): void {
  element.style.left = '0';
  element.style.translate = '';
  const box = element.getBoundingClientRect();
  const bounds = visibleBounds(element);
  const over = box.right - bounds.right;
  if (over > 0) element.style.left = `${-Math.min(over, box.left - margin)}px`;
  const below = Math.min(box.bottom - bounds.bottom, box.top - bounds.top);
  if (below <= 0) return;
  const above = opener ? box.bottom - opener.getBoundingClientRect().top + 2 : Infinity;
  element.style.translate = `0 ${-(box.top - above >= bounds.top ? above : below)}px`;
}
