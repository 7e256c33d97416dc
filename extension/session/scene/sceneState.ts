/** What the panel shows of a scene, besides its layer. */
import type { NoteQuestion, SceneState } from '../../../core/panel/protocol';
import type { Stepper, View } from '../../../core/step/Stepper';
import type { LayerPicture } from '../picture/LayerPicture';
import { questionKey, type ShownScene } from './answers';

/** Notes at the steps of the present step size: they are written for the scene's own. */
export function sceneState(scene: ShownScene, { stepper, view }: LayerPicture): SceneState {
  const { title, text, pin, notes } = scene;
  const steps = noteSteps(scene, stepper, view);
  return {
    title,
    ...(text !== undefined && { text }),
    ...(pin && { pin }),
    notes: notes.map((note, index) => ({
      step: steps[index]!,
      text: note.text,
      ...(note.cover && { cover: true }),
      ...(note.question && { question: questionState(scene, index) }),
    })),
  };
}

/** The steps of a scene's notes in a view. */
export function noteSteps({ notes, granularity }: ShownScene, stepper: Stepper, view: View): number[] {
  const there = stepper.timeline(view.granularity).granularities.includes(granularity);
  const own = { ...view, granularity: there ? granularity : view.granularity };
  const last = stepper.timeline(own.granularity).count - 1;
  return notes.map(({ step }) => stepper.convert(Math.min(step, last), own, view.granularity));
}

/** The panel receives an answer when the question is closed. */
function questionState({ notes, answers = {} }: ShownScene, index: number): NoteQuestion {
  const { prompt, options, answer, value, why } = notes[index]!.question!;
  const given = answers[questionKey(index)];
  const isClosed = given === 'right' || given === 'late';
  return {
    prompt,
    ...(options && { options }),
    ...(given && { given }),
    ...(isClosed && { answer: options && answer !== undefined ? answer : value! }),
    ...(isClosed && why !== undefined && { why }),
  };
}
