/** The steps of a scene as pictures, without a panel. */
import { noteLines, stageSvg } from '../../../core/export/svg/stageSvg';
import type { Wording } from '../../../core/export/svg/ink';
import type { MapMarkup } from '../../../core/export/svg/mapMarkup';
import type { SceneState } from '../../../core/panel/protocol';
import type { Stepper, View } from '../../../core/step/Stepper';

export interface StepPictures {
  readonly count: number;
  /** SVG of a step. */
  readonly draw: (t: number) => string;
}

export function stepPictures(
  stepper: Stepper,
  view: View,
  title: string,
  notes: SceneState['notes'],
  look: MapMarkup & Wording,
): StepPictures {
  const { count } = stepper.timeline(view.granularity);
  const texts = notes.map(({ step, text }) => ({ step, lines: noteLines(plainMarkdown(text)) }));
  const most = Math.max(0, ...texts.map(({ lines }) => lines.length));
  const noteAt = (t: number): string[] => {
    const lines = texts.filter(({ step }) => step <= t).at(-1)?.lines ?? [];
    return Array.from({ length: most }, (_, index) => lines[index] ?? '');
  };
  return {
    count,
    draw: (t) => stageSvg(stepper.frame(t, view), { ...look, title, count, note: noteAt(t) }),
  };
}

/** The text of a note's Markdown on one line. */
function plainMarkdown(text: string): string {
  return text
    .replace(/`([^`]+)`|\*\*([^*]+)\*\*|\*([^*]+)\*/g, '$1$2$3')
    .replace(/\s+/g, ' ')
    .trim();
}
