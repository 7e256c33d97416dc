/** Outlines the maps whose name the pointer is on: in the code, in the title of an equation, in the sentence of the header. */

const places = '.code-text, .row-title, .sentence';

export function linkNames(page: HTMLElement): void {
  let shown = '';
  const show = (name: string): void => {
    if (name === shown) return;
    shown = name;
    for (const map of page.querySelectorAll('.map')) {
      map.classList.toggle('named', map.querySelector('.map-name')?.textContent === name);
    }
  };
  page.addEventListener('pointermove', (event) => show(nameUnder(event)));
  page.addEventListener('pointerleave', () => show(''));
}

/** Empty where the pointer is on no name. */
function nameUnder({ target, clientX, clientY }: PointerEvent): string {
  if (!(target instanceof Element) || !target.closest(places)) return '';
  const { offsetNode: node, offset = 0 } = document.caretPositionFromPoint(clientX, clientY) ?? {};
  const text = node?.nodeValue;
  if (!node || !text) return '';
  const before = /[\p{L}\p{N}_]*$/u.exec(text.slice(0, offset))![0];
  const after = /^[\p{L}\p{N}_]*/u.exec(text.slice(offset))![0];
  const range = document.createRange();
  range.setStart(node, offset - before.length);
  range.setEnd(node, offset + after.length);
  // Beyond the end of a line the nearest name is found.
  const { left, right, top, bottom } = range.getBoundingClientRect();
  const isOn = left <= clientX && clientX <= right && top <= clientY && clientY <= bottom;
  return isOn ? before + after : '';
}
