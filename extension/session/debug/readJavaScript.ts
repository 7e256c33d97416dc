/** Variables of a stopped JavaScript program: long typed arrays by their bytes, everything else by one description. */
import { ndarray, type FloatData, type NdArray } from '../../../core/array/NdArray';
import { LensError, msg } from '../../../core/message';
import { nameOfChain } from '../../../core/read/debug/accessChain';
import { describeExpression } from '../../../core/read/debug/javaScriptExpression';
import { typedArrayType, typedArrayPreview } from '../../../core/read/debug/typedArrayPreview';
import { decodeNumbers, elementSize } from '../../../core/read/files/decodeNumbers';
import type { ParsedArray } from '../../../core/read/ParseResult';
import { requireReadable } from './limits';
import { readBytes } from './readBytes';
import { readPrintedVariable } from './readPrintedVariable';
import type { Evaluated, ReadControl, StoppedFrame } from './StoppedFrame';

/** Throws a LensError that names the chain. */
export async function readJavaScript(
  frame: StoppedFrame,
  chain: string,
  control: ReadControl,
): Promise<readonly ParsedArray[]> {
  const { kind, rest } = await describe(frame, chain, control.maxElements);
  if (kind !== 'memory') return arraysOf(chain, kind, rest, control);
  const data = await readMemory(frame, chain, control);
  if (data) return [typed(chain, rest.split(' ')[0]!, data)];
  const whole = await describe(frame, chain, control.maxElements, true);
  return arraysOf(chain, whole.kind, whole.rest, control);
}

/** The debugger's answer as its first word and what follows it. */
async function describe(
  frame: StoppedFrame,
  chain: string,
  most: number,
  whole = false,
): Promise<{ readonly kind: string; readonly rest: string }> {
  const { result } = await evaluate(frame, chain, describeExpression(chain, most, whole), 'copy');
  const text = unquoted(result);
  const space = text.indexOf(' ');
  return space < 0 ? { kind: text, rest: '' } : { kind: text.slice(0, space), rest: text.slice(space + 1) };
}

function arraysOf(chain: string, kind: string, rest: string, control: ReadControl): readonly ParsedArray[] {
  switch (kind) {
    case 'text':
      return readPrintedVariable(rest, chain, 'javascript', control);
    case 'typed': {
      const [name = '', numbers = ''] = rest.split(' ');
      const values = numbers === '' ? [] : numbers.split(',').map(Number);
      requireReadable(chain, [values.length], control.maxElements);
      return [
        typed(chain, name, typedArrayType(name) === 'f4' ? Float32Array.from(values) : Float64Array.from(values)),
      ];
    }
    case 'large': {
      const shape = rest.split(',').map(Number);
      requireReadable(chain, shape, control.maxElements);
      throw new LensError(
        msg('{0} holds more numbers than the limit of {1} (setting layerLens.maxElements)', chain, control.maxElements),
      );
    }
    case 'getter':
      throw new LensError(msg('{0} is computed by a getter, which is not called', chain + rest));
    case 'proxy':
      throw new LensError(msg('{0} is a Proxy, whose entries the program computes; choose its target', chain + rest));
    case 'deep':
      throw new LensError(msg('{0} is nested too deeply for an array', chain));
    default:
      throw new LensError(
        msg('unexpected answer of the debugger for {0}: {1}', chain, `${kind} ${rest}`.slice(0, 200)),
      );
  }
}

function typed(chain: string, dtype: string, data: FloatData): ParsedArray {
  const array: NdArray = ndarray([data.length], data);
  return { name: nameOfChain(chain), array, dtype, range: [0, 0] };
}

/** undefined where the debugger does not give the memory. */
async function readMemory(frame: StoppedFrame, chain: string, control: ReadControl): Promise<FloatData | undefined> {
  const { result, memoryReference } = await evaluate(frame, chain, chain, 'watch');
  const preview = typedArrayPreview(result);
  if (!preview || memoryReference === undefined) return undefined;
  requireReadable(chain, [preview.length], control.maxElements);
  const { type, length } = preview;
  const bytes = await readBytes(frame, memoryReference, length * elementSize(type), control);
  return bytes && decodeNumbers(bytes, 0, length, type);
}

/** A string may come as it is or as JSON. */
function unquoted(result: string): string {
  if (!result.startsWith('"')) return result;
  try {
    return String(JSON.parse(result));
  } catch {
    return result;
  }
}

async function evaluate(
  frame: StoppedFrame,
  chain: string,
  expression: string,
  context: 'copy' | 'watch',
): Promise<Evaluated> {
  try {
    return await frame.evaluate(expression, context);
  } catch (error) {
    throw new LensError(msg('{0} cannot be read: {1}', chain, error instanceof Error ? error.message : String(error)));
  }
}
