/** Values of Python expressions. */
import type { Generator } from '../../../random/Generator';
import type { Dtype } from '../array/dtype';
import type { IndexPart } from '../array/IndexPart';
import type { PyArray } from '../array/PyArray';
import type { PySlice } from '../array/slices';
import type { TextRange } from '../../ParseResult';
import type { SetTable } from './SetTable';
import type { PythonError } from '../runtime/PythonError';
import type { Context } from '../runtime/Context';
import type { RandomSource } from '../runtime/RandomSource';
import type { TorchSource } from '../runtime/TorchSource';

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
  readonly numpy?: true;
}

/** `unknown`: something that could not be evaluated; the reason is already among the errors. */
interface PyConstant {
  readonly kind: 'none' | 'ellipsis' | 'unknown';
}

/** The items of a range are made when asked for. */
export interface PySequence {
  readonly kind: 'list' | 'tuple' | 'range';
  readonly items: Py[];
  /** The array of a list of plain numbers that the text contains, until the list or one inside of it is changed. */
  readonly array?: PyArray | undefined;
  /** Present with `array`: shared with the lists that hold this one and those that it holds. */
  readonly whole?: { changed: boolean };
  /** Present for a range only. */
  readonly range?: { readonly start: number; readonly stop: number; readonly step: number; readonly count: number };
  /** Type of the result of a dictionary's method, `dict_keys`, whose items cannot be indexed; of a tuple, `torch.Size`. */
  readonly view?: string;
  /** The largest number of items of a `deque`. */
  readonly maxlen?: number;
  /** The dictionary of a view: its items are the dictionary's at the time they are asked for. */
  readonly source?: PyDictionary;
  /** Names of a named tuple's items, as `torch.max` returns. */
  readonly fields?: readonly string[];
  /** Functions and properties of the class of a named tuple. */
  readonly methods?: ReadonlyMap<string, Py>;
}

/** Strings and whole numbers are their own keys; `keys` holds the original of every other key. */
export interface PyDictionary {
  readonly kind: 'dictionary';
  readonly entries: Map<string | number, Py>;
  keys?: Map<string | number, Py>;
  /** A class of `collections`; a plain dictionary lacks it. */
  readonly type?: 'OrderedDict' | 'defaultdict' | 'Counter';
  /** The function of a `defaultdict` that makes the value of a missing key. */
  readonly factory?: Py;
}

export interface PySet {
  readonly kind: 'set';
  readonly entries: SetTable<Py>;
  readonly frozen?: boolean;
}

interface PyDtype {
  readonly kind: 'dtype';
  readonly dtype: Dtype;
  /** The dtype of an array, not the type of a scalar. */
  readonly instance?: true;
  /** PyTorch's, which prints as `torch.float32`. */
  readonly torch?: true;
}

/** An argument, and where the text passes it. */
export interface PassedArgument {
  readonly value: Py;
  readonly range: TextRange;
}

/** The arguments of a call. */
export interface Arguments {
  /** As written: `np.zeros`. */
  readonly callee: string;
  /** The whole call. */
  readonly range: TextRange;
  readonly positional: readonly PassedArgument[];
  readonly named: ReadonlyMap<string, PassedArgument>;
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

/** Properties of a function that the text defines. */
export interface UserFunction {
  readonly parameters: readonly string[];
  /** Parameters that a call has to give. */
  readonly required: readonly string[];
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
  /** Derived from `abc.ABC`: has no instances while an abstract method is not overridden. */
  readonly abstract?: true;
  /** Derived from `typing.Generic`: a subscript names its types. */
  readonly generic?: boolean;
  /** Names that the body annotates. */
  readonly annotated: readonly string[];
  /** Instances of an enumeration. */
  enumeration?: readonly PyInstance[];
  /** Fields of a data class, those of its bases first. */
  fields?: readonly DataField[];
  /** A data class whose instances keep their fields. */
  frozen?: true;
  /** Fields that are compared and hashed, of a frozen data class without methods of its own for them. */
  hashed?: readonly string[];
}

/** A field of a data class. */
export interface DataField {
  readonly name: string;
  readonly value?: Py;
  readonly factory?: Py;
  /** Whether `__init__`, the text of an instance and comparisons have it. */
  readonly init: boolean;
  readonly repr: boolean;
  readonly compare: boolean;
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
  readonly delete?: Py;
}

/** `super()`: looks names up in the classes after `after` in the order of the instance's class. */
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
  /** Raises the error where the generator function has yielded. */
  readonly throw?: (error: PythonError) => Py | undefined;
  /** What a generator function returned. */
  readonly result?: () => Py;
  /** Attributes of an `nditer`; `[0]` is its first operand. */
  readonly member?: (name: string) => Py | undefined;
  /** The element of `x.flat[k]`, as an array without axes. */
  readonly element?: (index: number) => PyArray;
}

/** A module or what is reached through one: `np`, `np.random`, `torch.nn.functional`. */
interface PyNamespace {
  readonly kind: 'namespace';
  readonly path: string;
  /** Axes or colours of a plot: as many along each axis, so that a loop over them ends. */
  readonly grid?: readonly number[];
}

export interface PyGenerator {
  readonly kind: 'generator';
  readonly source: RandomSource;
  /** The generator of `np.random.default_rng`; absent for a `RandomState`. */
  readonly modern?: Generator;
  /** The source of a `torch.Generator`. */
  readonly torch?: TorchSource;
}

/** A layer that a framework's class makes and that is called later: `nn.Conv2d(…)`, `Conv2D(…)`. */
export interface LayerObject {
  readonly kind: 'layer';
  /** As written where it was made: `nn.Conv2d`. */
  readonly callee: string;
  /** The call that made it. */
  made?: TextRange;
  readonly framework: 'numpy' | 'pytorch' | 'tensorflow';
  /** In the framework's own layout; absent while the text does not give them. */
  readonly weights: { weight?: PyArray; bias?: PyArray };
  readonly hasBias: boolean;
  /** The framework's own names of the parameters: Chainer's `W` and `b`. */
  readonly parameterNames?: Readonly<Record<string, 'weight' | 'bias'>>;
  /** Applies the layer to the argument of a call. */
  readonly apply: (args: Arguments, context: Context, weights: LayerObject['weights']) => Py;
  /** Attributes and methods that only this kind of layer has. */
  readonly member?: (name: string) => Py | undefined;
  /** The value of a subscript. */
  readonly item?: (parts: readonly IndexPart[]) => Py;
  /** The layers of a sequence of layers. */
  readonly items?: readonly Py[];
  /** Names of `items` as attributes of the sequence; absent: they are numbered. */
  readonly itemNames?: readonly string[];
  /** What `print` shows of a module of PyTorch: the name of its class, and its options by Python's `repr`. */
  readonly printed?: { readonly name: string; readonly options: (write: (value: Py) => string) => string };
  /** The same sequence of other items. */
  readonly withItems?: (items: readonly Py[]) => LayerObject;
  /** A program can loop over `items`. */
  readonly iterable?: true;
  /** Keras' symbolic tensor: what `items` compute of an input that a model gets later. */
  readonly symbolic?: true;
  /** Present for a value of a graph: what it is when a session runs it. */
  readonly deferred?: (evaluate: (value: Py) => Py) => Py;
  /** Present for modules of PyTorch that compute something else in training. */
  readonly mode?: { training: boolean };
  /** The parameter that a member access reached: `conv.weight`, `conv.bias.data`. */
  readonly parameter?: 'weight' | 'bias';
  /** Of a parameter its numbers alone, which no gradient follows: `conv.weight.data`. */
  readonly detached?: boolean;
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
  | PyGenerator
  | PySet
  | PyClass
  | PyInstance
  | PyDescriptor
  | PySuper
  | PyIterator
  | LayerObject;
