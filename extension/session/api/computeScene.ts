/** The arrays of a scene's layer, inputs and results, for programs that use the extension. */
import type { NdArray } from '../../../core/array/NdArray';
import { formatMessage, LensError, msg } from '../../../core/message';
import type { Scene } from '../../../core/scene/Scene';
import { layerArrays, type ComputeJob } from '../export/layerArrays';
import { interpret } from '../open/interpret';
import { requestedKind } from '../open/purpose';
import { outputTools } from '../picture/LayerOutput';
import { openLayer } from '../picture/LayerPicture';
import { ROLE_FIELDS } from '../../../core/setup/roles/chooseRoles';
import type { OptionName } from '../../../core/setup/options/LayerOptions';
import type { Choices } from '../../../core/setup/Setup';
import type { Field } from '../../../core/panel/protocol';
import type { ArrayRole } from '../../../core/step/Frame';
import { mementoOfScene, sourceOfScene } from '../scene/sceneMemento';

export interface ComputedLayer {
  /** `conv_forward  A_prev (1, 4, 5, 1) ∗ W (3, 3, 1, 1) → Z (1, 2, 3, 1)`. */
  readonly sentence: string;
  /** In the course's layout: channels last. Inputs first, then results. */
  readonly arrays: readonly { readonly name: string; readonly array: NdArray; readonly result: boolean }[];
  /** Values of the panel's fields: `{ pass: 'forward', stride: '1', pad: '0' }`. A request may give each of them. */
  readonly options: Readonly<Record<string, string>>;
  /** What was assumed, in English. */
  readonly assumptions: readonly string[];
  /** What could not be read of the text around the layer, in English. */
  readonly problems: readonly string[];
}

const layerOptions: Readonly<Record<OptionName, true>> = {
  kernel: true,
  stride: true,
  pad: true,
  paddingMode: true,
  dilation: true,
  groups: true,
  outputPadding: true,
  outputSize: true,
  mode: true,
  ties: true,
  ceilMode: true,
  countIncludePad: true,
  kernelFlipped: true,
};

/** Names of a request's options: those of layers, and the choices among what the text has. */
const optionNames = ['pass', ...Object.keys(layerOptions), 'layout', 'call', ...Object.values(ROLE_FIELDS)];

const results: ReadonlySet<ArrayRole> = new Set<ArrayRole>(['z', 'dX', 'dW', 'db']);

/** Rejects with a LensError where the scene has no layer, or its arrays do not fit. */
export async function computeScene(scene: Scene, compute: ComputeJob): Promise<ComputedLayer> {
  const { purpose, choices } = mementoOfScene(scene, 'en');
  requireOptions(choices);
  const meaning = interpret(sourceOfScene(scene, ''), purpose, choices);
  if (meaning.kind === 'refused') throw meaning.error;
  if (meaning.kind === 'array') throw new LensError(msg('the text has arrays but no layer'));
  const { setup, stepper } = openLayer(
    { meaning, requested: requestedKind(purpose), choices },
    undefined,
    outputTools(),
  );
  const arrays = [];
  for (const { name, role, load } of layerArrays(setup.layer, setup.names)) {
    arrays.push({ name, array: await load(compute), result: results.has(role) });
  }
  const sentence = stepper.sentence.map((span) => (span.kind === 'text' ? span.text : '')).join('');
  const assumptions = [...meaning.assumptions, ...setup.assumptions.map(({ message }) => message)].map(formatMessage);
  return {
    sentence,
    arrays,
    options: Object.fromEntries(setup.fields.map(({ id, value }) => [id, value])),
    assumptions: [...assumptions, ...otherCalls(setup.fields)],
    problems: meaning.problems.map(({ message }) => message),
  };
}

/** Throws a LensError for a name that no layer has as an option. Options of other layers have no effect. */
function requireOptions(choices: Choices): void {
  const unknown = Object.keys(choices).find((id) => !optionNames.includes(id));
  if (unknown === undefined) return;
  throw new LensError(msg('the layer has no option {0}; supported: {1}', unknown, optionNames.join(', ')));
}

/** Which call of the text was computed, where it has several. */
function otherCalls(fields: readonly Field[]): string[] {
  return fields.flatMap((field) => {
    const { id, options = [] } = field;
    if (id !== 'call') return [];
    const chosen = options.find(({ value }) => value === field.value);
    return chosen ? [`The text has ${options.length} calls; this is ${formatMessage(chosen.label)}`] : [];
  });
}
