/** What the panel shows of a scene, besides its layer. */
import type { SceneState } from '../../../core/panel/protocol';
import type { LayerPicture } from '../picture/LayerPicture';
import type { Memento } from '../memento';

/** Notes at the steps of the present step size: they are written for the scene's own. */
export function sceneState(scene: NonNullable<Memento['scene']>, { stepper, view }: LayerPicture): SceneState {
  const { title, text, pin, notes, granularity } = scene;
  const there = stepper.timeline(view.granularity).granularities.includes(granularity);
  const own = { ...view, granularity: there ? granularity : view.granularity };
  const last = stepper.timeline(own.granularity).count - 1;
  return {
    title,
    ...(text !== undefined && { text }),
    ...(pin && { pin }),
    notes: notes.map((note) => ({
      step: stepper.convert(Math.min(note.step, last), own, view.granularity),
      text: note.text,
      ...(note.cover && { cover: true }),
    })),
  };
}
