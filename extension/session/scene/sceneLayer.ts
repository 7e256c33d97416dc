/** The layer of a scene at its step, with its notes. */
import { LensError, msg } from '../../../core/message';
import type { Scene } from '../../../core/scene/Scene';
import { interpret } from '../open/interpret';
import { requestedKind } from '../open/purpose';
import type { LayerPicture } from '../picture/LayerPicture';
import { outputTools } from '../picture/LayerOutput';
import { openWithFallbacks } from '../picture/openWithFallbacks';
import { restoredPlace } from '../restoredPlace';
import type { ShownScene } from './answers';
import { mementoOfScene, sourceOfScene } from './sceneMemento';

export interface SceneLayer {
  readonly picture: LayerPicture;
  /** With its texts in `locale`. */
  readonly scene: ShownScene;
}

/** Throws a LensError for a scene that shows no layer. */
export function sceneLayer(scene: Scene, locale: string): SceneLayer {
  const memento = mementoOfScene(scene, locale);
  const { purpose, choices } = memento;
  const meaning = interpret(sourceOfScene(scene, ''), purpose, choices);
  if (meaning.kind === 'refused') throw meaning.error;
  if (meaning.kind === 'array') throw new LensError(msg('the scene shows an array, not the steps of a layer'));
  const { picture } = openWithFallbacks(
    { meaning, requested: requestedKind(purpose), choices },
    restoredPlace(memento),
    outputTools(),
  );
  return { picture, scene: memento.scene! };
}
