/** Names the mistakes that give exactly the user's numbers on the arrays of a layer, without the code that computed them. */
import type { LayerCase } from '../cases/LayerCase';
import type { Names } from '../../step/shared/names';
import type { ConvLayer, PoolLayer } from '../../step/Layer';
import { LensError, msg, type Message } from '../../message';
import { toPair } from '../../layer/axis';
import type { LayerResult } from '../../layer/job/LayerJob';
import { Comparison } from '../stage/Comparison';
import { compareResult } from '../result/compareResult';
import type { OwnAxes } from '../result/ownLayout';
import { isBackwardLayer } from '../subject/ComparedLoop';
import type { OwnValue } from '../result/OwnValue';
import { openProgramRunner } from '../run/openProgramRunner';
import { arrayValue, asArray, numberValue, textValue, type ProgramValue } from '../run/ProgramValue';
import { COURSE_SOURCE } from './courseSource';
import { WRONG_LAYERS, type WrongLayer } from './wrongLayers';

export interface WrongResultRequest {
  readonly layer: ConvLayer | PoolLayer;
  readonly values: readonly OwnValue[];
  readonly names: Partial<Names>;
  /** Variables to which the user's program assigns the results. */
  readonly assigned?: readonly string[];
  readonly layout: OwnAxes;
}

/** Products of a layer on which the catalogue is run: about a second. */
const mostWork = 200_000;

/** Empty where no wrong layer of the catalogue gives every value, and for a layer that the course's functions cannot compute. */
export function nameWrongResult(request: WrongResultRequest): Message[] {
  const layerCase = courseCase(request.layer);
  if (!layerCase) return [];
  const found = new Map<string, Message>();
  for (const wrong of WRONG_LAYERS) {
    if (wrong.operation !== layerCase.operation || found.has(wrong.id)) continue;
    if (explains(wrong, layerCase, request)) found.set(wrong.id, wrong.detail);
  }
  return [...found.values()];
}

function explains(
  wrong: WrongLayer,
  layerCase: LayerCase,
  { layer, values, names, assigned, layout }: WrongResultRequest,
): boolean {
  const results = resultsOf(wrong, layerCase);
  if (!results) return false;
  try {
    const { subject } = compareResult({ layer, results, values, names, layout, ...(assigned && { assigned }) });
    const { differing, total } = new Comparison(subject);
    return total > 0 && differing === 0;
  } catch (error) {
    if (error instanceof LensError) return false;
    throw error;
  }
}

/** What the wrong layer computes; undefined where it stops with an error. */
function resultsOf({ operation, changes }: WrongLayer, layerCase: LayerCase): LayerResult | undefined {
  const changed = changes.reduce((text, [from, to]) => text.replaceAll(from, to), COURSE_SOURCE[operation]);
  const { value } = openProgramRunner(`import numpy as np\n${changed}`).call(operation, argumentsOf(layerCase));
  if (!value) return undefined;
  const items = value.kind === 'sequence' ? value.items : [value];
  const [first, second, third] = items.map(asArray);
  switch (operation) {
    case 'conv_forward':
      return first && { z: first };
    case 'pool_forward':
      return first && { a: first };
    case 'pool_backward':
      return first && { dX: first };
    default:
      return first && second && third && { dX: first, dW: second, db: third };
  }
}

function argumentsOf({ operation, x, w, b, gradient, stride, pad, kernel, mode }: LayerCase): ProgramValue[] {
  const entries: [string, ProgramValue][] = [
    ['stride', numberValue(stride)],
    ['pad', numberValue(pad)],
    ['f', numberValue(kernel[0])],
  ];
  const options: ProgramValue = { kind: 'dictionary', entries: new Map(entries) };
  const filters = w?.shape[3] ?? 0;
  const bias = b ?? { shape: [1, 1, 1, filters], data: new Float64Array(filters) };
  const cache = (...items: ProgramValue[]): ProgramValue => ({ kind: 'sequence', items });
  switch (operation) {
    case 'conv_forward':
      return [arrayValue(x!), arrayValue(w!), arrayValue(bias), options];
    case 'conv_backward':
      return [arrayValue(gradient!), cache(arrayValue(x!), arrayValue(w!), arrayValue(bias), options)];
    case 'pool_forward':
      return [arrayValue(x!), options, textValue(mode)];
    default:
      return [arrayValue(gradient!), cache(arrayValue(x!), options), textValue(mode)];
  }
}

/** The layer as the course's functions take it: one stride, one pad, a square kernel. */
function courseCase(layer: ConvLayer | PoolLayer): LayerCase | undefined {
  const { x, options } = layer;
  const pass = isBackwardLayer(layer) ? 'backward' : 'forward';
  const kernel =
    layer.kind === 'conv' ? ([layer.w.shape[0]!, layer.w.shape[1]!] as const) : toPair(layer.options.kernel);
  const [stride, strideCol] = toPair(options.stride ?? (layer.kind === 'pool' ? kernel : 1));
  const { padding = 0, dilation = 1 } = options;
  const plain = typeof padding === 'number' && toPair(dilation).every((each) => each === 1);
  if (!plain || stride !== strideCol || kernel[0] !== kernel[1]) return undefined;
  const size = x.data.length * kernel[0] * kernel[1];
  const base = { label: msg('your values'), stride, pad: padding, kernel, x };
  if (layer.kind === 'pool') {
    const { mode, ceilMode = false } = layer.options;
    if (padding !== 0 || ceilMode || size > mostWork) return undefined;
    return { ...base, operation: `pool_${pass}`, mode, ...(layer.dZ && { gradient: layer.dZ }) };
  }
  const { groups = 1, paddingMode = 'zeros' } = layer.options;
  if (groups !== 1 || paddingMode !== 'zeros' || size * layer.w.shape[3]! > mostWork) return undefined;
  const { w, b, dZ } = layer;
  const bias = b && { shape: [1, 1, 1, b.data.length], data: b.data };
  return { ...base, operation: `conv_${pass}`, mode: 'max', w, ...(bias && { b: bias }), ...(dZ && { gradient: dZ }) };
}
