/** Decoded pixels as an array (height, width, channels). */
import { ndarray, type NdArray } from '../../array/NdArray';
import { LensError, msg } from '../../message';

/** Four bytes per pixel: red, green, blue, alpha, not multiplied by alpha. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** 0 … 255. Three channels where every pixel is opaque, else four. Throws a LensError where the bytes are not of that size. */
export function imageArray({ width, height, rgba }: Pixels): NdArray {
  const count = width * height;
  if (rgba.length !== count * 4) {
    throw new LensError(msg('an image of {0} × {1} pixels was decoded to {2} bytes', width, height, rgba.length));
  }
  const channels = isOpaque(rgba) ? 3 : 4;
  const data = new Float64Array(count * channels);
  for (let pixel = 0; pixel < count; pixel++) {
    for (let channel = 0; channel < channels; channel++) {
      data[pixel * channels + channel] = rgba[pixel * 4 + channel]!;
    }
  }
  return ndarray([height, width, channels], data);
}

function isOpaque(rgba: Uint8Array): boolean {
  for (let at = 3; at < rgba.length; at += 4) if (rgba[at] !== 255) return false;
  return true;
}
