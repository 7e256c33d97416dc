/** Space of the inspector's map and of what is next to it or below it. */
import type { InspectViewName } from '../../core/panel/inspect';
import { comfortableCell, readableCell, sufficientCell } from '../layout/StageLayout';
import { shortHeight } from '../layout/stageMetrics';

interface Space {
  readonly width: number;
  readonly height: number;
}

interface InspectLayout {
  /** Whether the side is next to the map, not below it. */
  readonly isBeside: boolean;
  readonly main: Space;
  /** Space of the slices. */
  readonly side: Space;
  /** Whether the cards below the slices are next to each other, the width of one, and the height of its bars. */
  readonly hasCardsInLine: boolean;
  readonly card: { readonly width: number; readonly bars: number };
}

/** What is shown, in CSS pixels. */
export interface Inspected {
  readonly view: InspectViewName;
  readonly hasPlanes: boolean;
  /** Width that the map takes of a space: small maps do not need all of it. */
  readonly mapWidth: (space: Space) => number;
  /** Pixels per cell of the map in a space. */
  readonly mapCell: (space: Space) => number;
}

/** Narrower panels have the side below the map; in short ones little would be left for the map. */
const besideWidth = 760;
const besideWidthOfShort = 500;

const gap = 16;

/** Part of the height that the map has where the side is below it, and where its cells would be too small for two decimals. */
const mainShare = 0.66;
const largerShare = 0.84;

const leastHeight = 150;

/** Share of the width for the side, which takes what the map leaves. */
const sideShare = 0.28;
const largestShare = 0.5;

/** A side of this width has its two cards in one line. */
const cardsInLine = 460;
const cardGap = 12;

/** Height of the cards: one above the other, and in one line. */
const cardsHeight = 330;
const lineHeight = 205;

/** Height of the bars of a distribution next to the map, and below it, where they are lower. */
const bars = { beside: 64, below: 36 };

/** Height of a line of slices below the map, and of the cards below it with the gaps around them. */
export const sliceLine = 94;
const lowCards = { inLine: 154, stacked: 270 };

/** Height of the title of the slices. */
export const sliceTitle = 26;

/** From one of these sizes to the next the numbers of a map gain little. */
const numberedCells = [sufficientCell, comfortableCell, readableCell];

/** Part of their size that cells without numbers keep where the map gives height to the side. */
const leastPart = 0.6;

/** Measures the panel. */
export function inspectLayout(scroll: HTMLElement, header: HTMLElement, inspected: Inspected): InspectLayout {
  const inset = parseFloat(getComputedStyle(scroll).getPropertyValue('--inset')) || 14;
  const width = scroll.clientWidth - 2 * inset;
  const height = Math.max(leastHeight, scroll.clientHeight - header.offsetHeight - 26);
  const least = window.innerHeight < shortHeight ? besideWidthOfShort : besideWidth;
  return layoutOf({ width, height }, scroll.clientWidth >= least, inspected);
}

/** `isBeside`: whether the panel is wide enough for the side next to the map. Pure. */
export function layoutOf(
  { width, height }: Space,
  isBeside: boolean,
  { view, hasPlanes, mapWidth, mapCell }: Inspected,
): InspectLayout {
  const whole = { width, height };
  const hasLine = width >= cardsInLine;
  const single = { isBeside: false, hasCardsInLine: hasLine, card: { width: cardOf(width), bars: bars.below } };
  if (view !== 'map') return { ...single, main: whole, side: whole };
  if (!isBeside) {
    const isLarger = mapCell({ width, height: height * mainShare }) < comfortableCell;
    const larger = Math.min(height * largerShare, hasPlanes ? height - sliceLine - gap : height);
    const most = Math.max(leastHeight, height * mainShare, isLarger ? larger : 0);
    const side = (hasPlanes ? sliceLine + cardGap : 0) + (hasLine ? lowCards.inLine : lowCards.stacked) + gap;
    const main = givesHeight(width, most, height - side, mapCell) ? height - side : most;
    return { ...single, main: { width, height: main }, side: { width, height: 110 } };
  }
  const least = Math.max(240, Math.min(400, width * sideShare));
  const left = width - gap - Math.ceil(mapWidth({ width: width - least - gap, height }));
  const side = Math.max(least, Math.min(left, width * largestShare));
  const hasCardsInLine = side >= cardsInLine;
  const cards = hasCardsInLine ? lineHeight : cardsHeight;
  return {
    isBeside,
    main: { width: width - side - gap, height },
    side: { width: side, height: Math.max(120, hasPlanes ? height - cards : 0) },
    hasCardsInLine,
    card: { width: cardOf(side), bars: bars.beside },
  };
}

/** Whether a map is about as readable in less height: all of the side is then in view. */
function givesHeight(width: number, most: number, height: number, mapCell: Inspected['mapCell']): boolean {
  if (height < leastHeight || height >= most) return false;
  const [cell, less] = [mapCell({ width, height: most }), mapCell({ width, height })];
  return less >= (numberedCells.find((size) => size <= cell) ?? leastPart * cell);
}

function cardOf(width: number): number {
  return width >= cardsInLine ? (width - cardGap) / 2 : width;
}
