/** Variables of a stopped JavaScript program: typed arrays by their bytes, other arrays by the source text that js-debug writes. */
import { ndarray, type FloatData } from '../../../core/array/NdArray';
import { decodeBase64 } from '../../../core/decodeBase64';
import { LensError, msg } from '../../../core/message';
import { nameOfChain } from '../../../core/read/debug/accessChain';
import { typedArrayPreview, type TypedArrayPreview } from '../../../core/read/debug/typedArrayPreview';
import { decodeNumbers, elementSize } from '../../../core/read/files/decodeNumbers';
import type { ParsedArray } from '../../../core/read/ParseResult';
import { requireReadable } from './limits';
import { readPrinted } from './readPrinted';
import type { Evaluated, ReadControl, StoppedFrame } from './StoppedFrame';

/** Bytes of one answer. */
const sliceBytes = 3 << 19;

/** More levels than arrays have. */
const deepest = 8;

/** Throws a LensError that names the chain. */
export async function readJavaScript(
  frame: StoppedFrame,
  chain: string,
  control: ReadControl,
): Promise<readonly ParsedArray[]> {
  const value = await evaluate(frame, chain);
  const preview = typedArrayPreview(value.result);
  if (preview) {
    requireReadable(chain, [preview.length], control.maxElements);
    const data = await readTyped(frame, value, preview, control);
    if (data) {
      const array = ndarray([preview.length], data);
      return [{ name: nameOfChain(chain), array, dtype: preview.name, range: [0, 0] }];
    }
  }
  requireReadable(chain, await firstPath(frame, chain, value), control.maxElements);
  control.check();
  const { result } = await evaluate(frame, chain, 'clipboard');
  return readPrinted(withoutConstructors(result), chain, 'javascript', control);
}

/** undefined where the debugger does not give the memory. */
async function readTyped(
  frame: StoppedFrame,
  { memoryReference }: Evaluated,
  { type, length }: TypedArrayPreview,
  control: ReadControl,
): Promise<FloatData | undefined> {
  if (memoryReference === undefined) return undefined;
  const bytes = new Uint8Array(length * elementSize(type));
  for (let at = 0; at < bytes.length;) {
    control.check();
    const slice = decodeBase64(await frame.readMemory(memoryReference, at, Math.min(sliceBytes, bytes.length - at)));
    if (slice.length === 0) return undefined;
    bytes.set(slice, at);
    at += slice.length;
    control.report(at / bytes.length);
  }
  return decodeNumbers(bytes, 0, length, type);
}

/** The extents along the first element of each level: nested arrays are bounded by these before they are written out. */
async function firstPath(frame: StoppedFrame, chain: string, value: Evaluated): Promise<number[]> {
  const shape: number[] = [];
  let { result } = value;
  for (let path = chain; shape.length < deepest; path += '[0]') {
    const extent = lengthOf(result);
    if (extent === undefined) break;
    shape.push(extent);
    if (extent === 0) break;
    result = (await evaluate(frame, `${path}[0]`)).result;
  }
  return shape;
}

/** Typed arrays inside arrays and objects as their numbers alone: `[new Float32Array([1, 2])]` is `[[1, 2]]`. */
function withoutConstructors(source: string): string {
  return source.replace(/new \w+Array\((\[[^[\]]*\])\)/g, '$1');
}

/** `(3) [1, 2, 3]` and `Float32Array(6) […]` as js-debug previews arrays. */
function lengthOf(result: string): number | undefined {
  const length = /^\w*\((\d+)\)/.exec(result)?.[1];
  return length === undefined ? undefined : Number(length);
}

async function evaluate(
  frame: StoppedFrame,
  chain: string,
  context: 'clipboard' | 'watch' = 'watch',
): Promise<Evaluated> {
  try {
    return await frame.evaluate(chain, context);
  } catch (error) {
    throw new LensError(msg('{0} cannot be read: {1}', chain, error instanceof Error ? error.message : String(error)));
  }
}
