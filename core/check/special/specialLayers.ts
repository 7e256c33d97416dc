/** The table of special layers. */
import type { SourceClass, SourceFunction } from '../source/Definition';
import { col2im, im2col } from './columns/columns';
import { conv3d } from './convolutions/conv3d';
import { convTranspose, convTransposeGradient } from './convolutions/convTranspose';
import { imageFilter } from './images/imageFilter';
import { prelu, preluGradient } from './activations/prelu';
import { DERIVATIVE, reluGradient, reluLayer } from './activations/relu';
import { adaptivePooling, globalPooling, globalPoolingGradient } from './pooling/sizedPooling';
import { separable } from './convolutions/separable';
import { padLayer, padLayerGradient } from './padLayer';
import type { SpecialLayer } from './SpecialLayer';
import { rolesOf } from '../adapt/roles/roles';
import { guessOperations, isBackwardName } from '../adapt/guessOperation';

const SPECIAL_LAYERS: readonly SpecialLayer[] = [
  col2im,
  im2col,
  convTranspose,
  separable,
  conv3d,
  adaptivePooling,
  globalPooling,
  prelu,
  reluLayer,
  imageFilter,
];

/** Layers whose gradients are checked too. */
const GRADIENTS: readonly SpecialLayer[] = [
  globalPoolingGradient,
  preluGradient,
  reluGradient,
  convTransposeGradient,
  padLayerGradient,
];

/** Undefined for another function. */
export function specialFunction({ name, parameters }: SourceFunction): SpecialLayer | undefined {
  if (/test|check|plot|show|median|bilateral|motion|unsharp|kernel$|kernel_|noise/i.test(name)) return undefined;
  if (isBackwardName(name) || DERIVATIVE.test(name))
    return GRADIENTS.find(({ pattern, id }) => pattern.test(name) && id !== 'pad_layer_gradient');
  const layer = SPECIAL_LAYERS.find(({ pattern }) => pattern.test(name));
  if (layer?.id !== 'image_filter') return layer;
  // Under a name of a convolution a filter that is given is one.
  const isGiven = parameters.some((each) => each.fallback === undefined && rolesOf(each.name)[0] === 'filter');
  return isGiven && guessOperations(name).length > 0 ? undefined : layer;
}

/** The layer of a class, and its gradient; none for another class. */
export function specialClass({ name }: SourceClass): readonly SpecialLayer[] {
  if (/test|model|net$|network/i.test(name)) return [];
  const layer = [...SPECIAL_LAYERS, padLayer].find(
    ({ pattern, id }) => pattern.test(name) && !['im2col', 'col2im'].includes(id),
  );
  return layer ? [layer, ...GRADIENTS.filter(({ id }) => id === `${layer.id}_gradient`)] : [];
}
