/** 256 colours along a scale, and which ink is readable on each. */
import type { Scale } from '../step/Frame';

export type Rgb = readonly [red: number, green: number, blue: number];

export interface ColorMap {
  /** 256 × (red, green, blue). */
  readonly colors: Uint8ClampedArray;
  /** 256 × 1 where light ink reads better than dark ink. */
  readonly lightInk: Uint8Array;
  /** 256 × 1 where light ink needs a dark edge (`inkEdge`) for a contrast of 4.5. */
  readonly edgedInk: Uint8Array;
}

const size = 256;

/**
 * A map through equally spaced stops, interpolated in sRGB. In a dark theme, where most digits are light, colours of middle
 * lightness have light ones too.
 */
export function colorMapOf(stops: readonly Rgb[], dark = false): ColorMap {
  const inkBorder = dark ? equalLegibility : equalContrast;
  const colors = new Uint8ClampedArray(size * 3);
  const lightInk = new Uint8Array(size);
  const edgedInk = new Uint8Array(size);
  for (let index = 0; index < size; index++) {
    const place = (index / (size - 1)) * (stops.length - 1);
    const low = Math.min(stops.length - 2, Math.floor(place));
    const mix = place - low;
    for (let channel = 0; channel < 3; channel++) {
      colors[index * 3 + channel] = stops[low]![channel]! * (1 - mix) + stops[low + 1]![channel]! * mix;
    }
    const ground = luminance(colors.subarray(index * 3, index * 3 + 3));
    lightInk[index] = ground < inkBorder ? 1 : 0;
    edgedInk[index] = ground >= equalContrast && ground < inkBorder ? 1 : 0;
  }
  return { colors, lightInk, edgedInk };
}

/** Which of the 256 colours a number has; −1 for NaN and infinities, which are marked instead. */
export function colorIndex(value: number, scale: Scale): number {
  if (!Number.isFinite(value)) return -1;
  const span = scale.max - scale.min;
  const place = span > 0 ? (value - scale.min) / span : 0.5;
  return Math.max(0, Math.min(size - 1, Math.round(place * (size - 1))));
}

export function cssColor({ colors }: ColorMap, index: number): string {
  return `rgb(${colors[index * 3]} ${colors[index * 3 + 1]} ${colors[index * 3 + 2]})`;
}

/** The edge of light ink on colours of middle lightness. */
export const inkEdge = '#00000066';

/** Luminance at which white (1.05 / (L + 0.05)) and black ink ((L + 0.05) / 0.05) have the same contrast by WCAG 2: 4.58. */
const equalContrast = 0.179;

/** Luminance up to which white digits with an edge read better. Without an edge, APCA 0.1.9 has this border at 0.34. */
const equalLegibility = 0.28;

/** WCAG's relative luminance. */
function luminance(rgb: ArrayLike<number>): number {
  const linear = Array.from(rgb, (channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * linear[0]! + 0.7152 * linear[1]! + 0.0722 * linear[2]!;
}
