/** A handle over whole numbers with its value as a field that can be typed into. */
import { el } from './el';
import type { Control } from './toolkit';

interface Range {
  readonly min?: number;
  readonly max?: number;
}

export function slider(label: string, { min = 0, max = 0 }: Range, onChange: (value: string) => void): Control {
  const handle = el('input', { type: 'range', class: 'slider', min, max, step: 1, 'aria-label': label });
  const typed = el('input', { type: 'number', class: 'number-input', min, max, step: 1, 'aria-label': label });
  // At most one value a frame, the first one at once.
  let waits = false;
  let moved = false;
  const send = (): void => {
    moved = waits;
    if (waits) return;
    waits = true;
    onChange(handle.value);
    requestAnimationFrame(() => {
      waits = false;
      if (moved) send();
    });
  };
  // Answers to earlier positions do not move a handle that is being dragged.
  let dragged = false;
  handle.addEventListener('pointerdown', () => (dragged = true));
  for (const end of ['pointerup', 'pointercancel']) handle.addEventListener(end, () => (dragged = false));
  handle.addEventListener('input', () => {
    typed.value = handle.value;
    fill();
    send();
  });
  typed.addEventListener('change', () => onChange(typed.value));
  const fill = (): void => {
    const share = max > min ? (Number(handle.value) - min) / (max - min) : 0;
    handle.style.setProperty('--done', `${share * 100}%`);
  };
  return {
    element: el('span', { class: 'slider-control' }, handle, typed),
    get value() {
      return typed.value;
    },
    set value(value: string) {
      if (dragged) return;
      if (typed.value !== value) typed.value = value;
      if (handle.value !== value) handle.value = value;
      fill();
    },
  };
}
