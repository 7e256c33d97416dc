/** The steps of a scene as pictures, without a panel. */
import { stageSvg } from '../../../core/export/svg/stageSvg';
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
  const noteAt = (t: number) =>
    notes.reduce<string | undefined>((last, { step, text }) => (step <= t ? text : last), undefined);
  return {
    count,
    draw: (t) => {
      const note = noteAt(t);
      const rest = notes.length > 0 ? { note: note === undefined ? '' : plainMarkdown(note) } : {};
      return stageSvg(stepper.frame(t, view), { ...look, title, count, ...rest });
    },
  };
}

/** The text of a note's Markdown on one line. */
function plainMarkdown(text: string): string {
  return text
    .replace(/`([^`]+)`|\*\*([^*]+)\*\*|\*([^*]+)\*/g, '$1$2$3')
    .replace(/\s+/g, ' ')
    .trim();
}
