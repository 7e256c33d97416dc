/** The memory of a stopped program, in parts that can be cancelled. */
import { decodeBase64 } from '../../../core/decodeBase64';
import type { ReadControl, StoppedFrame } from './StoppedFrame';

/** Bytes of one answer. */
const sliceBytes = 3 << 19;

/** `length` bytes; undefined where the debugger gives other numbers of bytes than it is asked for. */
export async function readBytes(
  frame: StoppedFrame,
  reference: string,
  length: number,
  control: ReadControl,
): Promise<Uint8Array | undefined> {
  const bytes = new Uint8Array(length);
  // An adapter may give less than it is asked for, but not without end.
  let questions = 64 + 4 * Math.ceil(length / sliceBytes);
  for (let at = 0; at < length;) {
    control.check();
    if (questions-- === 0) return undefined;
    const slice = decodeBase64(await frame.readMemory(reference, at, Math.min(sliceBytes, length - at)));
    // A longer reply than requested is invalid.
    if (slice.length === 0 || slice.length > length - at) return undefined;
    bytes.set(slice, at);
    at += slice.length;
    control.report(at / length);
  }
  return bytes;
}
