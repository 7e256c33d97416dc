/** The variables to which the text assigns the result of the layer's call: `dA, dW, db = conv_backward(dZ, cache)`. */
import type { LensSource } from '../source/LensSource';
import type { LayerPicture } from './LayerPicture';

/** Empty where the text assigns the result to no variable, or is not known. */
export function assignedNames({ meaning }: LayerPicture, source: LensSource | undefined): string[] {
  const at = meaning.call?.range[0];
  if (at === undefined || source?.kind !== 'text') return [];
  const segment = source.segments.find(({ offset, text }) => offset <= at && at <= offset + text.length);
  if (!segment) return [];
  const before = segment.text.slice(0, at - segment.offset);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const targets = /^\s*\(?\s*([A-Za-z_][\w.]*(?:\s*,\s*[A-Za-z_][\w.]*)*)\s*\)?\s*=\s*$/.exec(line)?.[1];
  return targets?.split(',').map((name) => name.trim()) ?? [];
}
