/** Whether a layer's result is one that the text prints. */
import { sizeOf, type NdArray } from '../../../../../core/array/NdArray';
import { conv2d } from '../../../../../core/layer/conv2d';
import { pool2d } from '../../../../../core/layer/pool2d';
import { readPrinted } from '../../../../../core/read/prints/readPrinted';
import type { Setup } from '../../../../../core/setup/Setup';

/** `texts`: printed output, also such that the text keeps in comments. */
export function isPrintedResult({ layer }: Setup, texts: readonly string[]): boolean {
  const printed = texts
    .flatMap((text) => readPrinted(text))
    .flatMap(({ value }) => (value.kind === 'array' ? [value] : []));
  const result = printed.length > 0 ? resultOf(layer) : undefined;
  return printed.some(
    ({ array, units }) =>
      result !== undefined &&
      array.data.length === sizeOf(result.shape) &&
      array.data.every((number, index) => Math.abs(number - result.data[index]!) <= units[index]!),
  );
}

/** One plane of one example, whose order of channels does not matter. */
function resultOf(layer: Setup['layer']): NdArray | undefined {
  if ('pass' in layer && layer.pass !== 'forward') return undefined;
  const result =
    layer.kind === 'conv'
      ? conv2d(layer.x, layer.w, layer.b, layer.options)
      : layer.kind === 'pool'
        ? pool2d(layer.x, layer.options)
        : undefined;
  return result && result.shape[0] === 1 && result.shape[3] === 1 ? result : undefined;
}
