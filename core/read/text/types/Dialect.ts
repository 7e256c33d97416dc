/** How a language writes and prints arrays. One file per language; the readers ask for these properties, not for a language. */
import type { Message } from '../../../message';
import type { Wrapped } from './Wrapped';
import type { Nested, NestedFailure } from './Nested';
import type { Display, DisplayFailure } from './Display';
import type { Problem } from './Problem';

/** Reads what begins at `at`; undefined where it does not apply. */
type DisplayReader = (text: string, at: number, dialect: Dialect) => Display | DisplayFailure | undefined;
type BracketReader = (text: string, at: number, dialect: Dialect) => Nested | NestedFailure | undefined;
type CallReader = (text: string, at: number, dialect: Dialect) => Wrapped | (Problem & { end: number }) | undefined;

export interface Dialect {
  /** Starts of comments that end with their line. */
  readonly lineComments: readonly string[];
  readonly blockComments: readonly (readonly [open: string, close: string])[];
  readonly quotes: string;
  /** What `{…}` is: an array, an object with keys or a block, a dictionary or a set, a cell array. */
  readonly braces: 'array' | 'object' | 'dictionary' | 'cell';
  /** `(1, 2)` is a sequence, not a grouping. */
  readonly tuples: boolean;
  /** Numbers in brackets may be separated by spaces alone. */
  readonly spaces: boolean;
  /** `[1 2; 3 4]` is a matrix; how its rows and vectors are read. */
  readonly matrix?: MatrixRules;
  /** An integer that starts with 0 is octal. */
  readonly octal?: boolean;
  /** Quotients that are numbers: `1/2`, or only those of floating-point numbers, `1.f / 2`, where integers divide to integers. */
  readonly fractions: 'all' | 'float' | 'none';
  /** Numbers may carry their type: `1.5f`, `10UL`, `2_i32`. */
  readonly suffixes: boolean;
  /** `1 - 2` is an expression, so a number before an operator is not a literal. False for data formats. */
  readonly arithmetic: boolean;
  /** Text that is not a literal is Python, may be Python, or never is. */
  readonly python: 'always' | 'maybe' | 'never';
  /** The whole text is a table; or it may be one when nothing else is found. */
  readonly table?: 'always' | 'fallback';
  /** A document with prose, in which literals are searched for. */
  readonly document?: boolean;
  /** The language is not known: a literal counts only where the text around it shows that it is one. */
  readonly guessed?: boolean;
  /** How to print the whole of an array from which values were left out. */
  readonly wholePrint?: Message;
  /** `//` between two numbers is a floor division, although `//` may also begin a comment. */
  readonly floorDivision?: boolean;
  /** `[2]float64{…}` is a type before a list; a console prints `(3) [1, 2, 3]`. */
  readonly typePrefix?: boolean;
  /** `Float64[1, 2]` is a typed literal, not an index. */
  readonly typedBrackets?: boolean;
  /** Reads a bracketed literal that differs from nested lists. */
  readonly bracket?: BracketReader;
  /** Reads a bracketed literal again that is not a nested list. */
  readonly retry?: (text: string, at: number, failure: NestedFailure) => Nested | NestedFailure;
  /** Reads a call that makes an array: R's `c(1, 2)`. */
  readonly call?: CallReader;
  /** Prints of an interactive session, in the order of trial. */
  readonly displays: readonly DisplayReader[];
}

interface MatrixRules {
  /** `[1, 2]` and `[1; 2]` are vectors, `[[1, 2], [3, 4]]` is a vector of vectors, and a comma continues the row (Julia). */
  readonly vectors: boolean;
  /** `...` at the end of a line continues it (MATLAB). */
  readonly continuation: boolean;
}
