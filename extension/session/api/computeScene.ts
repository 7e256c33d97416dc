/** The arrays of a scene's layer, inputs and results, for programs that use the extension. */
import type { NdArray } from '../../../core/array/NdArray';
import { formatMessage, LensError, msg } from '../../../core/message';
import type { Scene } from '../../../core/scene/Scene';
import { layerArrays, type ComputeJob } from '../export/layerArrays';
import { interpret } from '../open/interpret';
import { requestedKind } from '../open/purpose';
import { outputTools } from '../picture/LayerOutput';
import { openLayer } from '../picture/LayerPicture';
import { mementoOfScene, sourceOfScene } from '../scene/sceneMemento';

export interface ComputedLayer {
  /** `conv_forward  A_prev (1, 4, 5, 1) ∗ W (3, 3, 1, 1) → Z (1, 2, 3, 1)`. */
  readonly sentence: string;
  /** In the course's layout: channels last. Inputs first, then results. */
  readonly arrays: readonly { readonly name: string; readonly array: NdArray; readonly result: boolean }[];
  /** What was assumed, in English. */
  readonly assumptions: readonly string[];
}

/** Rejects with a LensError where the scene has no layer, or its arrays do not fit. */
export async function computeScene(scene: Scene, compute: ComputeJob): Promise<ComputedLayer> {
  const { purpose, choices } = mementoOfScene(scene, 'en');
  const meaning = interpret(sourceOfScene(scene, ''), purpose, choices);
  if (meaning.kind === 'refused') throw meaning.error;
  if (meaning.kind === 'array') throw new LensError(msg('the text has arrays but no layer'));
  const { setup, stepper } = openLayer(
    { meaning, requested: requestedKind(purpose), choices },
    undefined,
    outputTools(),
  );
  const named = layerArrays(setup.layer, setup.names);
  const arrays = [];
  for (const { name, shape, load } of named) {
    arrays.push({ name, array: await load(compute), result: shape === undefined });
  }
  const sentence = stepper.sentence.map((span) => (span.kind === 'text' ? span.text : '')).join('');
  const assumptions = [...meaning.assumptions, ...setup.assumptions.map(({ message }) => message)].map(formatMessage);
  return { sentence, arrays, assumptions };
}
