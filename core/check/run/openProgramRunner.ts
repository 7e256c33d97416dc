/** Runs programs in the built-in interpreter. */
import type { NdArray } from '../../array/NdArray';
import { formatMessage, msg } from '../../message';
import { arrayOf, flat } from '../../read/python/array/PyArray';
import { openProgram, type Program, type RunError } from '../../read/python/program';
import { isComplex } from '../../read/python/run/objects/complexArray';
import { pyFloat, pyInteger, NONE, pyText, pyTuple } from '../../read/python/value/constructors';
import type { Py, PySequence } from '../../read/python/value/Py';
import type { TextEdit } from '../FunctionCheck';
import { WORK_OF_CALL, type RaisedError, type RecordedCall, type Runner } from './Runner';
import type { ProgramValue } from './ProgramValue';

const MAX_DEPTH = 8;
/** Its real part may be meant. It belongs to no line. */
function complexResult(): RaisedError {
  const message = formatMessage(msg('{0} of an array of complex numbers is not supported', 'return'));
  return { type: 'NotSupported', message, line: 0 };
}

export function openProgramRunner(source: string, work = WORK_OF_CALL): Runner {
  return new ProgramRunner(openProgram(source, { budget: { work } }), source);
}

class ProgramRunner implements Runner {
  private defined = false;
  private failure: RunError | undefined;

  constructor(
    private readonly program: Program,
    private readonly source = '',
  ) {}

  get borrowed(): readonly string[] {
    return this.program.borrowed;
  }

  get work(): number {
    return this.program.spent;
  }

  variant(edits: readonly TextEdit[], work = WORK_OF_CALL): Runner | undefined {
    const program = this.program.variant(edits, { work });
    return program && new ProgramRunner(program);
  }

  run(): ReturnType<Runner['run']> {
    const { output, calls, error } = this.program.run();
    this.defined = true;
    return {
      output,
      calls: calls.map((call) => toCall(call, this.source)),
      ...(error ? { error: toError(error) } : {}),
    };
  }

  call(name: string, args: readonly ProgramValue[]): ReturnType<Runner['call']> {
    return this.enter(name, args, false);
  }

  trace(name: string, args: readonly ProgramValue[]): ReturnType<Runner['trace']> {
    return this.enter(name, args, true);
  }

  reach(name: string, args: readonly ProgramValue[]): ReturnType<NonNullable<Runner['reach']>> {
    return { isUnreached: () => false, ...this.enter(name, args, 'statements') };
  }

  private enter(
    name: string,
    args: readonly ProgramValue[],
    trace: boolean | 'statements',
  ): ReturnType<Runner['trace']> & Pick<ReturnType<Program['call']>, 'isUnreached'> {
    if (!this.defined) {
      this.failure = this.program.run().error;
      this.defined = true;
    }
    if (this.failure) return { error: toError(this.failure) };
    const { value, error, ...recorded } = this.program.call(name, args.map(toPy), { trace });
    if (error) return { error: toError(error), ...recorded };
    if (value && isComplex(value)) return { error: complexResult(), ...recorded };
    return value ? { value: toValue(value), ...recorded } : recorded;
  }
}

function toCall(
  { name, args, range, result, error }: ReturnType<Program['run']>['calls'][number],
  source: string,
): RecordedCall {
  const [written] = /^[\w.]+(?=\()/.exec(source.slice(...range)) ?? [];
  return {
    name,
    ...(written !== undefined && { written }),
    args: new Map(Object.entries(args).map(([key, value]) => [key, toValue(value)])),
    ...(result ? { result: toValue(result) } : {}),
    ...(error ? { error: toError(error) } : {}),
  };
}

function toError({ type, message, line, isMisuse }: RunError): RaisedError {
  return { type, message, line, ...(isMisuse && { isMisuse }) };
}

function toPy(value: ProgramValue): Py {
  switch (value.kind) {
    case 'array':
      return arrayOf(new Float64Array(value.array.data), [...value.array.shape], dtypeOf(value));
    case 'number':
      return value.integer ? pyInteger(value.value) : pyFloat(value.value);
    case 'text':
      return pyText(value.value);
    case 'sequence':
      return pyTuple(value.items.map(toPy));
    case 'dictionary':
      return { kind: 'dictionary', entries: new Map([...value.entries].map(([key, item]) => [key, toPy(item)])) };
    case 'none':
    case 'other':
      return NONE;
  }
}

function dtypeOf({ integer, isByte }: Extract<ProgramValue, { kind: 'array' }>): 'uint8' | 'int64' | 'float64' {
  if (isByte) return 'uint8';
  return integer ? 'int64' : 'float64';
}

/** Items of one value that are converted; a list may hold itself or another one many times. */
const MAX_ITEMS = 400_000;

function toValue(value: Py): ProgramValue {
  return converted(value, 0, { items: MAX_ITEMS });
}

function converted(value: Py, depth: number, left: { items: number }): ProgramValue {
  left.items -= 1;
  if (depth > MAX_DEPTH || left.items < 0) return { kind: 'other', description: value.kind };
  switch (value.kind) {
    case 'array':
      return {
        kind: 'array',
        array: { shape: [...value.shape], data: numbersOf(flat(value), value.dtype) },
        integer: !value.dtype.startsWith('float'),
        ...(value.dtype === 'uint8' && { isByte: true }),
      };
    case 'number':
      return { kind: 'number', value: value.value, integer: !value.dtype.startsWith('float') };
    case 'text':
      return { kind: 'text', value: value.value };
    case 'none':
      return { kind: 'none' };
    case 'list':
    case 'tuple':
      if (value.items.length > left.items) return { kind: 'other', description: value.kind };
      return sequenceOf(
        value,
        value.items.map((item) => converted(item, depth + 1, left)),
      );
    case 'dictionary': {
      const entries = [...value.entries].map(
        ([key, item]) => [plainKey(key), converted(item, depth + 1, left)] as const,
      );
      return { kind: 'dictionary', entries: new Map(entries) };
    }
    case 'instance':
      return {
        kind: 'other',
        description: value.class.name,
        fields: new Map([...value.attributes].map(([key, item]) => [key, converted(item, depth + 1, left)])),
      };
    case 'function':
      return { kind: 'other', description: value.name };
    default:
      return { kind: 'other', description: value.kind };
  }
}

function sequenceOf(value: PySequence, items: readonly ProgramValue[]): ProgramValue {
  const fields = value.kind === 'tuple' ? value.fields : undefined;
  return {
    kind: 'sequence',
    items,
    ...(value.kind === 'tuple' && { isTuple: true }),
    ...(fields && { fields: new Map(fields.map((name, k) => [name, items[k]!])) }),
  };
}

/** Numbers in single precision where the array has it: its results are compared with a wider tolerance. */
function numbersOf(values: ArrayLike<number>, dtype: string): NdArray['data'] {
  return dtype === 'float32' ? new Float32Array(values) : new Float64Array(values);
}

function plainKey(key: unknown): string | number {
  return typeof key === 'number' ? key : String(key);
}
