/** Calls of layers that are known to open nothing, by their text alone: they get no lens. */
import type { FoundCall } from '../../../core/read/python/findCalls';

/** A value that only a session feeds. */
const PLACEHOLDER = /\bplaceholder(?:_with_default)?[ \t]*\(/;
/** Weights that the text gives. Keras draws all others from a generator that is not reproduced. */
const WEIGHTS = /\b\w*initializer[ \t]*=|\bset_weights[ \t]*\(|\bweights[ \t]*=|\.assign[ \t]*\(/;

/** TensorFlow's calls in a text with placeholders, and Keras' convolutions whose weights are random. */
export function cannotOpen(text: string, { callee, range: [start] }: FoundCall): boolean {
  const before = text.slice(0, start);
  if (/^(?:tf|tensorflow)\./.test(callee)) return PLACEHOLDER.test(before);
  const object = callee.replace(/\.(?:predict|call)$/, '');
  if (!/^[A-Za-z_]\w*$/.test(object) || WEIGHTS.test(text)) return false;
  const made = [...before.matchAll(new RegExp(`^[ \\t]*${object}[ \\t]*=[ \\t]*((?:\\w+\\.)*\\w+)\\(`, 'gm'))].at(
    -1,
  )?.[1];
  if (made === undefined) return false;
  if (/(?:^|\.)Conv2D(?:Transpose)?$/.test(made)) return true;
  return /(?:^|\.)Sequential$/.test(made) && /\bConv2D(?:Transpose)?\(/.test(text);
}
