/** A call of a library function: its arguments by name, converted on demand, their errors placed at the argument. */
import { LensError, msg } from '../../../../message';
import type { TextRange } from '../../../ParseResult';
import { DTYPES, dtypeNamed, type Dtype } from '../../array/dtype';
import type { PyArray } from '../../array/PyArray';
import type { Context } from '../../runtime/Context';
import { PythonError, placeError, typeError } from '../../runtime/PythonError';
import { describe } from '../../value/describe';
import type { Arguments, LayerObject, PassedArgument, Py, PyFunction } from '../../value/Py';
import { isSequence, toArray, toFlag, toInteger, toIntegers, toNumber, toText } from './coerce';
import { bind } from './signature';

export type Implementation = (call: Call) => Py;

/** Functions by name, each with its parameters. */
export type FunctionTable = Readonly<Record<string, readonly [signature: string, run: Implementation]>>;

/** `np.mean`'s `axis`: absent, one axis, or several. */
type Axes = readonly number[] | undefined;

export class Call {
  private readonly values: readonly (PassedArgument | undefined)[];
  private readonly places: ReadonlyMap<string, number>;
  readonly rest: readonly PassedArgument[];

  constructor(
    signature: string,
    private readonly args: Arguments,
    readonly context: Context,
  ) {
    const { values, rest, places } = bind(signature, args);
    this.values = values;
    this.places = places;
    this.rest = rest;
  }

  get range(): TextRange {
    return this.args.range;
  }

  get callee(): string {
    return this.args.callee;
  }

  /** Arguments that are passed by name, by the name that the call writes. */
  get named(): Arguments['named'] {
    return this.args.named;
  }

  /** Whether so many arguments are passed, and none by name. */
  hasOnly(count: number): boolean {
    return this.args.positional.length === count && this.args.named.size === 0;
  }

  /** Passed, also as None. */
  has(name: string): boolean {
    return this.passed(name) !== undefined;
  }

  /** Absent or None. */
  lacks(name: string): boolean {
    const argument = this.passed(name);
    return !argument || argument.value.kind === 'none';
  }

  value(name: string): Py {
    return this.argument(name).value;
  }

  array(name: string): PyArray {
    return this.read(name, (value) => toArray(value, this.context));
  }

  number(name: string, missing?: number): number {
    return missing !== undefined && this.lacks(name) ? missing : this.read(name, toNumber);
  }

  integer(name: string, missing?: number): number {
    return missing !== undefined && this.lacks(name) ? missing : this.read(name, toInteger);
  }

  flag(name: string, missing: boolean): boolean {
    return this.lacks(name) ? missing : this.read(name, toFlag);
  }

  text(name: string, missing?: string): string {
    return missing !== undefined && this.lacks(name) ? missing : this.read(name, toText);
  }

  /** A shape: one extent or several. */
  integers(name: string): number[] {
    return this.read(name, (value) => {
      if (isSequence(value)) this.context.spend(value.items.length);
      return toIntegers(value);
    });
  }

  axes(name = 'axis'): Axes {
    return this.lacks(name) ? undefined : this.integers(name);
  }

  /** An axis is one number here: NumPy takes no tuple. */
  refuseSequence(name: string): void {
    this.read(name, (value) => {
      if (isSequence(value)) throw typeError(`'${value.kind}' object cannot be interpreted as an integer`);
    });
  }

  sequence(name: string): readonly Py[] {
    return this.read(name, (value) => {
      if (isSequence(value)) return value.items;
      throw new LensError(msg('a list or tuple is needed, not {0}', describe(value)));
    });
  }

  /** The items of a list or tuple as arrays. */
  arrays(name: string): PyArray[] {
    return this.sequence(name).map((item) => toArray(item, this.context));
  }

  /** The rest as one shape: `randn(2, 3)`, and `reshape((2, 3))`, where it is one tuple. */
  restIntegers(): number[] {
    const [first] = this.rest;
    if (this.rest.length === 1 && first && isSequence(first.value)) return placed(first, toIntegers);
    return this.rest.map((argument) => placed(argument, toInteger));
  }

  dtype(name = 'dtype'): Dtype | undefined {
    return this.lacks(name) ? undefined : this.read(name, toDtype);
  }

  /** Runs another function at the place of this call. */
  with(signature: string, values: readonly Py[], run: Implementation, named: Readonly<Record<string, Py>> = {}): Py {
    const { callee, range, context } = this;
    const positional = values.map((value) => ({ value, range }));
    const byName = new Map(Object.entries(named).map(([name, value]) => [name, { value, range }]));
    return run(new Call(signature, { callee, range, positional, named: byName }, context));
  }

  private passed(name: string): PassedArgument | undefined {
    const place = this.places.get(name);
    return place === undefined ? undefined : this.values[place];
  }

  private read<T>(name: string, convert: (value: Py) => T): T {
    return placed(this.argument(name), convert);
  }

  private argument(name: string): PassedArgument {
    const argument = this.passed(name);
    if (argument) return argument;
    throw new PythonError(
      'TypeError',
      `${this.callee.split('.').pop()!}() missing 1 required positional argument: '${name}'`,
      this.range,
    );
  }
}

/** A function of the library. `signature` is read by `bind`. */
export function libraryFunction(name: string, signature: string, run: Implementation): PyFunction {
  return { kind: 'function', name, call: (args, context) => run(new Call(signature, args, context)) };
}

/** `apply` of a layer, whose only argument is its input, or that has those of a signature. */
export function onInput(
  run: (use: Call, weights: LayerObject['weights']) => Py,
  signature = 'input',
): LayerObject['apply'] {
  return (args, context, weights) => run(new Call(signature, args, context), weights);
}

/** Names of NumPy's other types: text, objects, complex numbers, dates, records, the other order of bytes. */
const OTHER_DTYPE =
  /^(?:>.+|[<=|]?(?:[USaV]\d*|O|[FDGg]|[cmM]\d*(?:\[.*\])?)|.*,.*|c?longdouble|float128|complex\d*_?|(?:object|str|bytes|void)\d*_?|unicode_|(?:datetime|timedelta)64.*)$/;

export function toDtype(value: Py): Dtype {
  if (value.kind === 'dtype') return value.dtype;
  const name = value.kind === 'text' ? value.value : value.kind === 'function' ? value.name : '';
  const dtype = dtypeNamed(name);
  if (dtype) return dtype;
  if (value.kind === 'text' && OTHER_DTYPE.test(value.value))
    throw new LensError(msg('unsupported dtype {0}; supported: {1}', describe(value), DTYPES.join(', ')));
  if (value.kind === 'text') throw typeError(`data type '${value.value}' not understood`);
  if (value.kind === 'number') throw typeError(`Cannot interpret '${describe(value)}' as a data type`);
  throw new LensError(msg('unsupported dtype {0}; supported: {1}', describe(value), DTYPES.join(', ')));
}

function placed<T>({ value, range }: PassedArgument, convert: (value: Py) => T): T {
  try {
    return convert(value);
  } catch (error) {
    if (error instanceof LensError) throw placeError(error, range);
    throw error;
  }
}
