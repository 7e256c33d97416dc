/** Variables of a stopped Python program, bit for bit: a probe of shape and type first, then the bytes in slices. */
import { formatShape, ndarray, sizeOf, type FloatData } from '../../../core/array/NdArray';
import { decodeBase64 } from '../../../core/decodeBase64';
import { LensError, msg } from '../../../core/message';
import { nameOfChain } from '../../../core/read/debug/accessChain';
import {
  arrayBytesExpression,
  listBytesExpression,
  numberExpression,
  probeExpression,
} from '../../../core/read/debug/pythonExpressions';
import { pythonProblem, pythonString, readProbe, type PythonValue } from '../../../core/read/debug/pythonReplies';
import { decodeNumbers, elementSize, type ElementType } from '../../../core/read/files/decodeNumbers';
import type { ParsedArray } from '../../../core/read/ParseResult';
import { requireReadable } from './limits';
import type { ReadControl, StoppedFrame } from './StoppedFrame';

/** Bytes of one answer; a debugger that cuts long strings gets smaller ones. */
const sliceBytes = 3 << 18;
const smallSliceBytes = 3 << 13;

/** Throws a LensError that names the chain. */
export async function readPython(frame: StoppedFrame, chain: string, control: ReadControl): Promise<ParsedArray> {
  const value = await probe(frame, chain);
  const name = nameOfChain(chain);
  switch (value.kind) {
    case 'array': {
      requireReadable(chain, value.shape, control.maxElements);
      const data = await readArray(frame, chain, value, control);
      const { dtype, notation } = value;
      return { name, array: ndarray(value.shape, data), dtype, range: [0, 0], ...(notation && { notation }) };
    }
    case 'list': {
      requireReadable(chain, value.shape, control.maxElements);
      const data = await readList(frame, chain, value.shape, control);
      return { name, array: ndarray(value.shape, data), range: [0, 0] };
    }
    case 'number': {
      const bytes = await askBytes(frame, chain, numberExpression(chain), 8);
      return { name, array: ndarray([], decodeNumbers(bytes ?? noBytes(chain), 0, 1, 'f8')), range: [0, 0] };
    }
    case 'other':
      throw new LensError(msg('{0} is of type {1}, not an array or a list of numbers', chain, value.typeName));
  }
}

async function probe(frame: StoppedFrame, chain: string): Promise<PythonValue> {
  const reply = await ask(frame, chain, probeExpression(chain));
  const value = readProbe(reply);
  if (!value) throw new LensError(msg('unexpected answer of the debugger for {0}: {1}', chain, reply.slice(0, 200)));
  return value;
}

async function readArray(
  frame: StoppedFrame,
  chain: string,
  { shape, type, dtype }: Extract<PythonValue, { kind: 'array' }>,
  control: ReadControl,
): Promise<FloatData> {
  if (type === undefined) throw new LensError(msg('{0} holds {1}, which are not real numbers', chain, dtype));
  const element: ElementType = type === 'f8 cast' ? 'f8' : type;
  const count = sizeOf(shape);
  const data = element === 'f4' ? new Float32Array(count) : new Float64Array(count);
  await inSlices(count, elementSize(element), control, async (start, end) => {
    const expected = (end - start) * elementSize(element);
    const bytes = await askBytes(frame, chain, arrayBytesExpression(chain, start, end, type), expected);
    if (bytes) data.set(decodeNumbers(bytes, 0, end - start, element), start);
    return bytes !== undefined;
  }).catch(noSlices(chain));
  return data;
}

async function readList(
  frame: StoppedFrame,
  chain: string,
  [rows = 0, ...inner]: readonly number[],
  control: ReadControl,
): Promise<Float64Array> {
  const rowSize = sizeOf(inner);
  const data = new Float64Array(rows * rowSize);
  await inSlices(rows, 8 * Math.max(1, rowSize), control, async (start, end) => {
    const expected = (end - start) * rowSize * 8;
    const bytes = await askBytes(frame, chain, listBytesExpression(chain, start, end, inner), expected);
    if (bytes) data.set(decodeNumbers(bytes, 0, (end - start) * rowSize, 'f8'), start * rowSize);
    return bytes !== undefined;
  }).catch((error: unknown) => {
    if (error instanceof LensError && /KeyError: 'ragged'/.test(error.message)) {
      const shape = formatShape([rows, ...inner]);
      throw new LensError(msg('{0} is ragged: not every list in it has the extents of the first, {1}', chain, shape));
    }
    return noSlices(chain)(error);
  });
  return data;
}

/** Reads `count` entries of `size` bytes; `read` returns false where the answer was truncated, and is then asked for less. */
async function inSlices(
  count: number,
  size: number,
  control: ReadControl,
  read: (start: number, end: number) => Promise<boolean>,
): Promise<void> {
  let bytes = sliceBytes;
  for (let start = 0; start < count;) {
    control.check();
    const end = Math.min(count, start + Math.max(1, Math.floor(bytes / size)));
    if (await read(start, end)) {
      start = end;
      control.report(start / count);
    } else if (bytes > smallSliceBytes && end - start > 1) bytes = smallSliceBytes;
    else throw new CutAnswer();
  }
}

/** The debugger cuts even short answers. */
class CutAnswer extends Error {}

function noSlices(chain: string): (error: unknown) => never {
  return (error) => (error instanceof CutAnswer ? noBytes(chain) : rethrow(error));
}

function noBytes(chain: string): never {
  throw new LensError(msg('the debugger cuts the values of {0} short', chain));
}

function rethrow(error: unknown): never {
  throw error;
}

/** undefined where the answer is not the whole. */
async function askBytes(
  frame: StoppedFrame,
  chain: string,
  expression: string,
  length: number,
): Promise<Uint8Array | undefined> {
  const text = pythonString(await ask(frame, chain, expression));
  if (text?.length !== 4 * Math.ceil(length / 3) || !/^[A-Za-z0-9+/]*=*$/.test(text)) return undefined;
  return decodeBase64(text);
}

async function ask(frame: StoppedFrame, chain: string, expression: string): Promise<string> {
  try {
    return (await frame.evaluate(expression, 'clipboard')).result;
  } catch (error) {
    const problem = pythonProblem(error instanceof Error ? error.message : String(error));
    throw new LensError(msg('{0} cannot be read: {1}', chain, problem));
  }
}
