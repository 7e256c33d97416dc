/** Encodes a thumbnail as a data URI, for an image in Markdown. */
import { encode } from 'fast-png';
import type { Thumbnail } from '../../../core/thumbnail/Thumbnail';

export function pngDataUri({ width, height, pixels, palette }: Thumbnail): string {
  const colors = palette.map((color): [number, number, number, number] => [...color]);
  const bytes = encode({ width, height, data: pixels, channels: 1, depth: 8, palette: colors });
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `data:image/png;base64,${btoa(binary)}`;
}
