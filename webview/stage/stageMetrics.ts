/** The style sheet's distances on the stage, for the layout; the two must agree (.map, .shelf and .glyph in stage.css). */
import type { StageMetrics } from '../layout/fitStage';

/** Panels below this width are laid out more tightly; the same border is in the style sheet. */
export const narrowWidth = 700;

/** A digit of the 12 px title font, and of the 11.5 px one. */
const titleDigit = 7.3;

export function stageMetrics(width: number): StageMetrics {
  return width < narrowWidth
    ? { gap: 8, groupGap: 18, rowGap: 10, chromeHeight: 18 + 17 + 15 }
    : { gap: 16, groupGap: 32, rowGap: 16, chromeHeight: 22 + 20 + 18 };
}

/** One sign is drawn large, a name as large as a title. */
export function glyphWidth(glyph: string, width: number): number {
  return [...glyph].length > 1 ? titleWidth(glyph) : width < narrowWidth ? 16 : 26;
}

export function titleWidth(title: string): number {
  return Math.ceil(title.length * titleDigit);
}
