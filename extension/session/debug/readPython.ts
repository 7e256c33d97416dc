/** Variables of a stopped Python program, bit for bit: a probe of shape and type first, then the bytes in slices. */
import { formatShape, ndarray, sizeOf, type FloatData } from '../../../core/array/NdArray';
import { LensError, msg } from '../../../core/message';
import { nameOfChain } from '../../../core/read/debug/accessChain';
import { arrayBytesExpression, listBytesExpression, probeExpression } from '../../../core/read/debug/pythonExpressions';
import {
  bytesOf,
  pythonProblem,
  pythonString,
  readProbe,
  type PythonValue,
} from '../../../core/read/debug/pythonReplies';
import { decodeNumbers, elementSize, type StoredType } from '../../../core/read/files/decodeNumbers';
import type { ParsedArray } from '../../../core/read/ParseResult';
import { requireReadable } from './limits';
import type { ReadControl, StoppedFrame } from './StoppedFrame';

/** Bytes of one answer; a debugger that cuts long strings gets smaller ones. */
const sliceBytes = 3 << 18;
const smallSliceBytes = 3 << 13;

/** Numbers that the probe answers together with their shape, so that the chain is evaluated once. */
const inlineNumbers = sliceBytes / 8;

/** Throws a LensError that names the chain. */
export async function readPython(frame: StoppedFrame, chain: string, control: ReadControl): Promise<ParsedArray> {
  const value = await probe(frame, chain, Math.min(inlineNumbers, control.maxElements));
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
      const data = await readList(frame, chain, value, control);
      return { name, array: ndarray(value.shape, data), range: [0, 0] };
    }
    case 'number': {
      const bytes = bytesOf(value.bytes, 8) ?? noBytes(chain);
      return { name, array: ndarray([], decodeNumbers(bytes, 0, 1, 'f8')), range: [0, 0] };
    }
    case 'other':
      throw new LensError(msg('{0} is of type {1}, not an array or a list of numbers', chain, value.typeName));
  }
}

/** An answer that does not fit its form was cut: it is asked for once more without the numbers, as is that of a ragged list. */
async function probe(frame: StoppedFrame, chain: string, inline: number): Promise<PythonValue> {
  const value = readProbe(await askOfEntries(frame, chain, [], probeExpression(chain, inline)));
  if (value) return value;
  const reply = await ask(frame, chain, probeExpression(chain, -1));
  const short = readProbe(reply);
  if (!short) throw new LensError(msg('unexpected answer of the debugger for {0}: {1}', chain, reply.slice(0, 200)));
  return short;
}

async function readArray(
  frame: StoppedFrame,
  chain: string,
  { shape, type, dtype, bytes: inline }: Extract<PythonValue, { kind: 'array' }>,
  control: ReadControl,
): Promise<FloatData> {
  if (type === undefined) throw new LensError(msg('{0} holds {1}, which are not real numbers', chain, dtype));
  const element: StoredType = type === 'f8 cast' ? 'f8' : type;
  const count = sizeOf(shape);
  const whole = bytesOf(inline, count * elementSize(element));
  if (whole) return decodeNumbers(whole, 0, count, element);
  const data = element === 'f4' ? new Float32Array(count) : new Float64Array(count);
  await inSlices(count, elementSize(element), control, async (start, end) => {
    const expected = (end - start) * elementSize(element);
    const reply = await ask(frame, chain, arrayBytesExpression(chain, start, end, type));
    const bytes = bytesOf(pythonString(reply), expected);
    if (bytes) data.set(decodeNumbers(bytes, 0, end - start, element), start);
    return bytes !== undefined;
  }).catch(noSlices(chain));
  return data;
}

async function readList(
  frame: StoppedFrame,
  chain: string,
  { shape, bytes: inline }: Extract<PythonValue, { kind: 'list' }>,
  control: ReadControl,
): Promise<FloatData> {
  const [rows = 0, ...inner] = shape;
  const rowSize = sizeOf(inner);
  const whole = bytesOf(inline, 8 * rows * rowSize);
  if (whole) return decodeNumbers(whole, 0, rows * rowSize, 'f8');
  const data = new Float64Array(rows * rowSize);
  await inSlices(rows, 8 * Math.max(1, rowSize), control, async (start, end) => {
    const expected = (end - start) * rowSize * 8;
    const reply = await askOfEntries(frame, chain, shape, listBytesExpression(chain, start, end, inner));
    const bytes = bytesOf(pythonString(reply), expected);
    if (bytes) data.set(decodeNumbers(bytes, 0, (end - start) * rowSize, 'f8'), start * rowSize);
    return bytes !== undefined;
  }).catch(noSlices(chain));
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

/** Names the reason why entries of a list are not numbers of one shape; '' at a ragged list whose shape is not known yet. */
async function askOfEntries(
  frame: StoppedFrame,
  chain: string,
  shape: readonly number[],
  expression: string,
): Promise<string> {
  try {
    return await ask(frame, chain, expression);
  } catch (error) {
    const text = error instanceof LensError ? error.message : '';
    if (text.includes("KeyError: 'ragged'")) {
      if (shape.length === 0) return '';
      const first = formatShape(shape);
      throw new LensError(msg('{0} is ragged: not every list in it has the extents of the first, {1}', chain, first));
    }
    const [, type] = /KeyError: 'object (.*)'/.exec(text) ?? [];
    if (type === undefined) throw error;
    throw new LensError(
      msg('{0} holds objects of type {1}, whose own conversion to numbers is not called', chain, type),
    );
  }
}

async function ask(frame: StoppedFrame, chain: string, expression: string): Promise<string> {
  try {
    return (await frame.evaluate(expression, 'clipboard')).result;
  } catch (error) {
    const problem = pythonProblem(error instanceof Error ? error.message : String(error));
    throw new LensError(msg('{0} cannot be read: {1}', chain, problem));
  }
}
