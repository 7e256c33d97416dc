/** What a Python expression can be here. */
import type { Generator } from '../../random/Generator';
import type { Dtype } from './array/dtype';
import type { PyArray } from './array/PyArray';
import type { Arguments } from './library/signature';
import type { Context } from './run/Context';
import type { LayerObject } from './layers/LayerObject';
import type { RandomSource } from './run/RandomSource';

/** A Python or NumPy scalar. Whole numbers are exact up to 2⁵³. */
export interface PyNumber {
  readonly kind: 'number';
  readonly value: number;
  readonly dtype: Dtype;
  /** A NumPy scalar; Python's own numbers lack it. */
  readonly numpy?: true;
}

export interface PyText {
  readonly kind: 'text';
  readonly value: string;
}

export interface PyConstant {
  readonly kind: 'none' | 'ellipsis';
}

export interface PySlice {
  readonly kind: 'slice';
  readonly start: number | undefined;
  readonly stop: number | undefined;
  readonly step: number | undefined;
}

/** A list from a numeric display keeps it as `array` until it is changed. The items of a range are made when asked for. */
export interface PySequence {
  readonly kind: 'list' | 'tuple' | 'range';
  readonly items: Py[];
  array?: PyArray;
  /** Of a range only. */
  readonly range?: { readonly start: number; readonly stop: number; readonly step: number; readonly count: number };
  /** What a dictionary's method gives, `dict_keys`, whose items cannot be indexed; for a tuple, `torch.Size`. */
  readonly view?: string;
  /** Names of a named tuple's items, as `torch.max` returns. */
  readonly fields?: readonly string[];
}

/** Strings and whole numbers are their own keys; `keys` holds the original of every other key. */
export interface PyDictionary {
  readonly kind: 'dictionary';
  readonly entries: Map<string | number, Py>;
  keys?: Map<string | number, Py>;
  /** A class of `collections`; a plain dictionary lacks it. */
  readonly type?: 'OrderedDict' | 'defaultdict' | 'Counter';
  /** Of a `defaultdict`: makes the value of a missing key. */
  readonly factory?: Py;
}

export interface PySet {
  readonly kind: 'set';
  readonly entries: Map<string | number, Py>;
  readonly frozen?: boolean;
}

export interface PyDtype {
  readonly kind: 'dtype';
  readonly dtype: Dtype;
  /** The dtype of an array, not the type of a scalar. */
  readonly instance?: true;
  /** PyTorch's, which prints as `torch.float32`. */
  readonly torch?: true;
}

export interface PyFunction {
  readonly kind: 'function';
  readonly name: string;
  readonly call: (args: Arguments, context: Context) => Py;
  /** Draws from a generator: when its arguments are unknown, all later draws are. */
  readonly random?: RandomSource;
  /** A built-in type, by Python's name: `int`, `list`, `ndarray`. */
  readonly type?: string;
  /** Set for functions of the text. */
  readonly user?: UserFunction;
}

/** What a function of the text adds to a callable. */
export interface UserFunction {
  readonly parameters: readonly string[];
  readonly doc: string | undefined;
  readonly attributes: Map<string, Py>;
  /** The class whose body defines it, for `super()`. */
  owner?: PyClass;
}

export interface PyClass {
  readonly kind: 'class';
  readonly name: string;
  readonly bases: readonly PyClass[];
  readonly members: Map<string, Py>;
  /** A base class of a framework: `torch.nn.Module`. */
  readonly framework?: string;
  /** Method resolution order, the class itself first. */
  readonly order: readonly PyClass[];
}

export interface PyInstance {
  readonly kind: 'instance';
  readonly class: PyClass;
  readonly attributes: Map<string, Py>;
}

/** A descriptor in a class body. */
export interface PyDescriptor {
  readonly kind: 'property' | 'staticmethod' | 'classmethod';
  readonly get: Py;
  readonly set?: Py;
}

/** `super()`: looks names up behind `after` in the order of the instance's class. */
export interface PySuper {
  readonly kind: 'super';
  readonly self: PyInstance | PyClass;
  readonly after: PyClass;
}

/** Gives one item after the other, once. */
export interface PyIterator {
  readonly kind: 'iterator';
  /** Python's name of its type: `generator`, `zip`. */
  readonly type: string;
  readonly next: () => Py | undefined;
  readonly send?: (value: Py) => Py | undefined;
  /** Attributes of an `nditer`; `[0]` is its first operand. */
  readonly member?: (name: string) => Py | undefined;
}

/** A module or what is reached through one: `np`, `np.random`, `torch.nn.functional`. */
export interface PyNamespace {
  readonly kind: 'namespace';
  readonly path: string;
}

/** The value of something that could not be evaluated; the reason is already among the errors. */
export interface PyUnknown {
  readonly kind: 'unknown';
}

export interface PyGenerator {
  readonly kind: 'generator';
  readonly source: RandomSource;
  /** Of `np.random.default_rng`; absent for a `RandomState`. */
  readonly modern?: Generator;
}

export type Py =
  | PyArray
  | PyNumber
  | PyText
  | PyConstant
  | PySlice
  | PySequence
  | PyDictionary
  | PyDtype
  | PyFunction
  | PyNamespace
  | PyUnknown
  | PyGenerator
  | PySet
  | PyClass
  | PyInstance
  | PyDescriptor
  | PySuper
  | PyIterator
  | LayerObject;

export const NONE: Py = { kind: 'none' };
export const ELLIPSIS: Py = { kind: 'ellipsis' };
export const UNKNOWN: Py = { kind: 'unknown' };

export function integer(value: number): PyNumber {
  return { kind: 'number', value, dtype: 'int64' };
}

export function float(value: number): PyNumber {
  return { kind: 'number', value, dtype: 'float64' };
}

export function boolean(value: boolean): PyNumber {
  return { kind: 'number', value: value ? 1 : 0, dtype: 'bool' };
}

export function tuple(items: Py[]): PySequence {
  return { kind: 'tuple', items };
}

export function text(value: string): PyText {
  return { kind: 'text', value };
}

export function list(items: Py[]): PySequence {
  return { kind: 'list', items };
}

/** What a message calls a value: `a tuple`, `shape (2, 3)`. */
export function describe(value: Py): string {
  switch (value.kind) {
    case 'array':
      return `ndarray(${value.shape.join(', ')})`;
    case 'number':
      return String(value.value);
    case 'text':
      return JSON.stringify(value.value.slice(0, 40));
    case 'none':
      return 'None';
    case 'ellipsis':
      return '...';
    case 'dtype':
      return value.dtype;
    case 'function':
      return value.name;
    case 'namespace':
      return value.path;
    case 'class':
      return value.name;
    case 'instance':
      return value.class.name;
    case 'iterator':
      return value.type;
    default:
      return value.kind;
  }
}
