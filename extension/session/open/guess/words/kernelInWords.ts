/** A kernel with one value in every entry that only words name: "a 3 × 3 averaging filter". */
import { namedKernel } from '../../../../../core/read/documents/stated/statedKernel';
import type { ParseResult } from '../../../../../core/read/ParseResult';
import type { TextSource } from '../../../source/LensSource';
import { isText } from '../../document/pieces';

/** With the kernel, where the text has one matrix and no other kernel. */
export function withNamedKernel(read: ParseResult, { segments, languageId, stated }: TextSource): ParseResult {
  const [segment, ...others] = segments;
  const [image, ...further] = read.arrays.filter(({ array }) => array.shape.length > 1);
  if (!segment || others.length > 0 || !image || further.length > 0 || image.array.shape.length !== 2) return read;
  if (!isText(languageId) || stated?.pool || read.calls.length > 0) return read;
  const named = namedKernel(segment.text);
  if (!named?.flat || named.flat.size.some((extent, axis) => extent > image.array.shape[axis]!)) return read;
  const { size, value } = named.flat;
  const array = { shape: [...size], data: new Float64Array(size[0] * size[1]).fill(value) };
  const name = /(?:filter|kernel|mask)$/i.test(named.words) ? named.words : 'kernel';
  return {
    ...read,
    arrays: [
      { ...image, name: image.name ?? 'input' },
      { name, array, range: [0, 0] },
    ],
  };
}
