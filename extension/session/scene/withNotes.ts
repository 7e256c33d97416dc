/** What a scene's notes do to the steps: cells are outlined, answers covered until they are given. */
import type { Frame, MapView } from '../../../core/step/Frame';
import { cellBox } from '../../../core/step/shared/stage';
import type { Stepper, View } from '../../../core/step/Stepper';
import type { SceneRegion } from '../../../core/scene/Scene';
import type { LayerPicture } from '../picture/LayerPicture';
import { endQuiz, plainStepper, withQuiz } from '../quiz/answerQuestion';
import { coverKey, type ShownScene } from './answers';
import { noteSteps } from './sceneState';

/** The picture with the scene's covers and outlines, in place of those that it had. Comparisons have their own steps. */
export function withNotes(before: LayerPicture, scene: ShownScene | undefined): LayerPicture {
  if (before.yours) return before;
  const plain = plainStepper(before);
  const picture = endQuiz(before);
  if (!scene?.notes.some(({ cover, highlight }) => cover ?? highlight)) return picture;
  const steps = (view: View) => noteSteps(scene, plain, view);
  const highlighted = highlightStepper(plain, (t, view) => {
    const index = steps(view).reduce((last, step, note) => (step <= t ? note : last), -1);
    return scene.notes[index]?.highlight ?? [];
  });
  const dressed = { ...picture, plain, stepper: highlighted };
  if (!scene.notes.some(({ cover }) => cover)) return dressed;
  const keyOf = (t: number, view: View) => {
    const index = steps(view).findIndex((step, note) => step === t && scene.notes[note]!.cover);
    return index < 0 ? undefined : coverKey(index);
  };
  const given = Object.entries(scene.answers ?? {}).filter(([key]) => key.startsWith(coverKey('')));
  const keys = (...kinds: string[]) => new Set(given.filter(([, kind]) => kinds.includes(kind)).map(([key]) => key));
  const closed = keys('right', 'late');
  const quiz = { by: 'scene', keyOf, closed, missed: keys('missed', 'late'), right: keys('right').size } as const;
  return withQuiz(dressed, quiz, highlighted);
}

function highlightStepper(stepper: Stepper, regionsAt: (t: number, view: View) => readonly SceneRegion[]): Stepper {
  return {
    ...stepper,
    frame: (t, view) => {
      const regions = regionsAt(t, view);
      const frame = stepper.frame(t, view);
      return regions.length > 0 ? outlined(frame, regions) : frame;
    },
  };
}

function outlined(frame: Frame, regions: readonly SceneRegion[]): Frame {
  const outline = (map: MapView): MapView => {
    const own = regions.filter((region) => region.map === map.id);
    const boxes = own.map(({ row, col, rows = 1, cols = 1 }) => ({ ...cellBox(row, col, 'link'), rows, cols }));
    const inside = boxes.filter(({ row, col, rows, cols }) => row + rows <= map.rows && col + cols <= map.cols);
    return inside.length > 0 ? { ...map, boxes: [...map.boxes, ...inside] } : map;
  };
  return {
    ...frame,
    stage: frame.stage.map((row) => ({
      ...row,
      items: row.items.map((item) => (item.kind === 'map' ? { ...item, map: outline(item.map) } : item)),
    })),
  };
}
