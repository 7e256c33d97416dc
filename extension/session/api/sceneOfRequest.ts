/** Requests of other programs as scenes: the same entries, checked the same way. */
import { LensError, msg } from '../../../core/message';
import { readScene } from '../../../core/scene/readScene';
import { sceneVersion, type Scene } from '../../../core/scene/Scene';

/** A scene's entries without its version; the title may be left out. */
export type SceneRequest = Omit<Partial<Scene>, 'version'>;

/** Throws a LensError that names what is wrong. */
export function sceneOfRequest(request: unknown, title: string): Scene {
  if (typeof request !== 'object' || request === null) throw new LensError(msg('a scene is a JSON object'));
  return readScene(JSON.stringify({ title, ...request, version: sceneVersion }));
}
