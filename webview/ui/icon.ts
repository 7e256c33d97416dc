/** Icons of VS Code's font in the text's colour: the build cuts the font to these characters (`scripts/lib/iconFont.mjs`). */
import { el } from './el';

/** At the end of each line, VS Code's name of the icon. */
const characters = {
  first: '\ueaf4', // fold-up
  back: '\ueb8e', // debug-reverse-continue
  play: '\uead3', // debug-start
  pause: '\uead1', // debug-pause
  forward: '\ueacf', // debug-continue
  last: '\ueaf3', // fold-down
  settings: '\ueb52', // settings
  previous: '\ueab5', // chevron-left
  next: '\ueab6', // chevron-right
  reveal: '\uebf8', // target
  fit: '\ueb4c', // screen-full
  closer: '\ueb81', // zoom-in
  tour: '\uea6b', // comment
  up: '\ueab7', // chevron-up
  down: '\ueab4', // chevron-down
  keys: '\uea65', // keyboard
  grid: '\uebb7', // table
  close: '\uea76', // close
  copy: '\uebcc', // copy
  done: '\ueab2', // check
} as const;

export type IconName = keyof typeof characters;

export function icon(name: IconName): HTMLElement {
  return el('span', { class: 'icon', 'aria-hidden': 'true', 'data-icon': characters[name] });
}

export function drawIcon(element: HTMLElement, name: IconName): void {
  element.dataset.icon = characters[name];
}
