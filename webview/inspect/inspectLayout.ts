/** Space of the inspector's map and of what is next to it or below it. */
import type { InspectViewName } from '../../core/panel/inspect';

interface Space {
  readonly width: number;
  readonly height: number;
}

interface InspectLayout {
  /** Whether the side is next to the map, not below it. */
  readonly isBeside: boolean;
  readonly main: Space;
  readonly side: Space;
}

/** Narrower panels have the side below the map. */
const besideWidth = 760;

const gap = 16;

/** Part of the height that the map has where the side is below it. */
const mainShare = 0.66;

const leastHeight = 150;

export function inspectLayout(
  scroll: HTMLElement,
  header: HTMLElement,
  view: InspectViewName,
  hasPlanes: boolean,
): InspectLayout {
  const inset = parseFloat(getComputedStyle(scroll).getPropertyValue('--inset')) || 14;
  const width = scroll.clientWidth - 2 * inset;
  const height = Math.max(leastHeight, scroll.clientHeight - header.offsetHeight - 26);
  if (view !== 'map') return { isBeside: false, main: { width, height }, side: { width, height } };
  const isBeside = scroll.clientWidth >= besideWidth;
  if (!isBeside) {
    const main = Math.max(leastHeight, height * mainShare);
    return { isBeside, main: { width, height: main }, side: { width, height: 110 } };
  }
  const side = Math.max(240, Math.min(400, width * 0.28));
  const planesHeight = Math.max(120, hasPlanes ? height - 330 : 0);
  return { isBeside, main: { width: width - side - gap, height }, side: { width: side, height: planesHeight } };
}
