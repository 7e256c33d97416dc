/** Moves a box that hangs at its parent to the left until it is inside the panel. */

const margin = 6;

export function keepInside(element: HTMLElement): void {
  element.style.left = '0';
  const { right, left } = element.getBoundingClientRect();
  const over = right - (document.documentElement.clientWidth - margin);
  if (over > 0) element.style.left = `${-Math.min(over, left - margin)}px`;
}
