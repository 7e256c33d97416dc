/** The style sheet's distances on the stage, for the layout; the two must agree (.map, .shelf and .glyph in stage.css). */
import type { StageMetrics } from '../layout/fitStage';

/** Panels below this width are laid out more tightly; the same border is in the style sheet. */
export const narrowWidth = 700;

export function stageMetrics(width: number, largestCell = 50): StageMetrics {
  const shared = { lineHeight: 14, barWidth: 78, largestCell };
  return width < narrowWidth
    ? { gap: 8, groupGap: 18, rowGap: 10, chromeHeight: 18 + 17 + 15, ...shared }
    : { gap: 12, groupGap: 36, rowGap: 16, chromeHeight: 22 + 20 + 18, ...shared };
}

/** One sign is drawn large, a name (`max`) as wide as it is. */
export function glyphWidth(glyph: string, width: number, nameWidth: number): number {
  return [...glyph].length > 1 ? Math.ceil(nameWidth) : width < narrowWidth ? 16 : 22;
}
