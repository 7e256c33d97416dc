/** The precision to which a function rounds its values. */
import { isBackward, type CourseFunction } from '../../CourseFunction';
import type { Adapter } from '../Adapter';

/** `round(value, 4)`, `values.round(4)` */
const ROUNDED = /\ba?round_?\((?:(?:[^\n()]|\((?:[^\n()]|\([^\n()]*\))*\))*, *(?:decimals *= *)?)?([1-9])\)/;

/** An image as the result: `return out.astype(np.uint8)`, also by a name. */
const BYTES =
  /\breturn\b[^\n]*\buint8\b|^[ \t]*(\w+) *=[^\n]*\b(?:astype|clip|round|rint|np\.uint8)\([^\n]*uint8[^\n]*\n\s*return \1\b/m;

/** As `precisionOf`, of a layer that may be one of images, whose results are bytes. */
export function precisionOfLayer(text: string, operation: CourseFunction): Pick<Adapter, 'precision' | 'isBounded'> {
  if (isBackward(operation) && /\bclip|\bnorm\(/.test(text)) return { ...precisionOf(text), isBounded: true };
  const isForward = operation === 'conv_forward' || operation === 'pool_forward';
  return isForward && BYTES.test(text) ? { precision: 'bytes' } : precisionOf(text);
}

/** Empty for a function that computes in double precision. */
export function precisionOf(text: string): Pick<Adapter, 'precision'> {
  if (/\bfloat16\b|\bnp\.half\b/.test(text)) return { precision: 'half' };
  const [, digits] = ROUNDED.exec(text.replace(/\bprint\(.*/g, '')) ?? [];
  if (digits !== undefined) return { precision: Number(digits) };
  if (/\bnp\.rint\(/.test(text)) return { precision: 0 };
  // Tensors of PyTorch are in single precision unless a text states another type.
  return /\bfloat32\b|\bnp\.single\b|\b(?:torch|F|nn)\.[a-z]\w*\(/.test(text) ? { precision: 'single' } : {};
}
