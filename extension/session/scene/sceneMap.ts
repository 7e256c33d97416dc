/** The map of a scene that the gallery shows. */
import type { MapView } from '../../../core/step/Frame';
import { mapsOf } from '../../../core/step/shared/stage';
import type { Scene } from '../../../core/scene/Scene';
import { interpret } from '../open/interpret';
import { requestedKind } from '../open/purpose';
import { inspectedMap, openInspect } from '../picture/InspectPicture';
import { outputTools } from '../picture/LayerOutput';
import { openWithFallbacks } from '../picture/openWithFallbacks';
import { restoredPlace } from '../restoredPlace';
import { mementoOfScene, sourceOfScene } from './sceneMemento';

/** The map that the scene names, else the input, at the scene's step. Throws a LensError where nothing can be computed. */
export function sceneMap(scene: Scene): MapView {
  const memento = mementoOfScene(scene, 'en');
  const { purpose, choices } = memento;
  const meaning = interpret(sourceOfScene(scene, ''), purpose, choices);
  if (meaning.kind === 'refused') throw meaning.error;
  if (meaning.kind === 'array') {
    const { map } = inspectedMap(openInspect(meaning.parsed, choices));
    return { ...map, id: 'array', boxes: [], notes: [] };
  }
  const request = { meaning, requested: requestedKind(purpose), choices };
  const { picture } = openWithFallbacks(request, restoredPlace(memento), outputTools());
  const maps = mapsOf(picture.stepper.frame(picture.t, picture.view).stage);
  return maps.find(({ id }) => id === scene.picture) ?? maps.find(({ id }) => id === 'x') ?? maps[0]!;
}
