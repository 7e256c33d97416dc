/** The map of a scene that the gallery shows. */
import type { MapView } from '../../../core/step/Frame';
import { mapsOf } from '../../../core/step/shared/stage';
import type { Scene } from '../../../core/scene/Scene';
import { openInspect } from '../picture/InspectPicture';
import { inspectedMap } from '../picture/InspectPicture';
import { outputTools } from '../picture/LayerOutput';
import { openForgiving } from '../picture/openForgiving';
import { restoredPlace } from '../Shown';
import { readSource } from '../source/readSource';
import { mementoOfScene, sourceOfScene } from './sceneMemento';

/** The map that the scene names, else the input, at the scene's step. Throws a LensError where nothing can be computed. */
export function sceneMap(scene: Scene): MapView {
  const memento = mementoOfScene(scene, 'en');
  const { purpose, choices } = memento;
  const parsed = readSource(sourceOfScene(scene, ''));
  if (purpose === 'inspect') {
    return { ...inspectedMap(openInspect(parsed, choices)).map, id: 'array', boxes: [], notes: [] };
  }
  const wish = purpose === 'any' ? undefined : purpose;
  const { picture } = openForgiving({ parsed, wish, choices }, restoredPlace(memento), outputTools());
  const maps = mapsOf(picture.stepper.frame(picture.t, picture.view).stage);
  return maps.find(({ id }) => id === scene.picture) ?? maps.find(({ id }) => id === 'x') ?? maps[0]!;
}
