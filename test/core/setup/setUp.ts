/** Layers set up from Python text, and arrays, for tests. */
import { formatMessage, LensError } from '../../../core/message';
import { parseArrays, type ConvLayer, type NdArray, type PoolLayer } from '../../../core/index';
import type { Choices, Setup, RequestedKind } from '../../../core/setup/Setup';
import { setUpLayer } from '../../../core/setup/setUpLayer';

export function set(text: string, requested: RequestedKind, choices: Choices = {}): Setup {
  return setUpLayer(parseArrays(text, { languageId: 'python' }), requested, choices);
}

export function conv(text: string, choices: Choices = {}): Setup & { layer: ConvLayer } {
  return set(text, 'conv', choices) as Setup & { layer: ConvLayer };
}

export function pool(text: string, choices: Choices = {}): Setup & { layer: PoolLayer } {
  return set(text, 'pool', choices) as Setup & { layer: PoolLayer };
}

export function assumptionsOf({ assumptions }: Setup): string[] {
  return assumptions.map(({ message }) => formatMessage(message));
}

export function refusal(run: () => unknown): LensError {
  try {
    run();
  } catch (error) {
    if (error instanceof LensError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

export function array(shape: number[]): NdArray {
  const size = shape.reduce((product, extent) => product * extent, 1);
  return { shape, data: Float64Array.from({ length: size }, (_, index) => index - 3) };
}
