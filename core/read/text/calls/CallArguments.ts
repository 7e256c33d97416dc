/** The arguments of one call of MATLAB, Julia or R, as far as they are literals or names of literals. */
import { sizeOf, type NdArray } from '../../../array/NdArray';
import { LensError, msg } from '../../../message';
import { readsData } from '../../python/modules/unknownMember';
import type { ParsedArray, TextRange, Value } from '../../ParseResult';
import { shortened } from '../scan/shortened';
import { assigns } from './assigns';
import { elementAssignment, withElements } from './expressions/elements';
import { evaluateExpression } from './expressions/expressions';

const NAME = /^[A-Za-z]\w*$/;
/** Definitions of names that are followed: `K = S / 4`, `S = [1 2; 3 4]`. */
const MAX_DEFINITIONS = 10;

/** Functions of MATLAB, Octave, Julia and R that read files, the network or the console. */
const READS_FILE =
  /\b(?:(?:im|dicom|audio|csv|dlm|xls|web)read|readmatrix|readtable|importdata|readdlm|readRDS|readPNG|readJPEG|read\.\w+|CSV\.File|Images?\.load|scan|load|input)(?=\s*\()/;

export interface CallArgument {
  readonly text: string;
  readonly range: TextRange;
}

export interface CallLiterals {
  readonly arrays: readonly ParsedArray[];
  readonly values: Readonly<Record<string, Value>>;
  /** Reads a text that is one array literal. */
  readonly read: (text: string) => NdArray | undefined;
  /** R's products and quotients of arrays go by elements. */
  readonly elementwise: boolean;
  /** One size is that of a square matrix: MATLAB. */
  readonly square: boolean;
  /** The result of a layer call in an argument, with its names' values at `place`; undefined for other functions. */
  readonly compute?: (name: string, args: string, place: number) => NdArray | undefined;
  /** The array that loops before a place fill under a name. */
  readonly filled?: (name: string, place: number) => NdArray | undefined;
  /** Gets the ranges of literals that calls use although they are not variables. */
  readonly used: TextRange[];
}

export class CallArguments {
  constructor(
    readonly callee: string,
    readonly range: TextRange,
    readonly positional: readonly CallArgument[],
    /** `stride = 2` of Julia and R; MATLAB's `'Stride', 2` as `stride`. */
    readonly named: ReadonlyMap<string, CallArgument>,
    private readonly text: string,
    private readonly literals: CallLiterals,
    /** Functions of the language's generator that gave numbers. */
    readonly drawn = new Set<string>(),
  ) {}

  /** Whether the text names a package. */
  names(name: string): boolean {
    return this.text.includes(name);
  }

  /** The array that is written there, or the last one with that name. Throws where neither is known. */
  array(index: number): NdArray {
    return this.arrayOf(this.positional[index]);
  }

  /** The same for an argument, or for what an argument holds. */
  arrayOf(argument: CallArgument | undefined): NdArray {
    const found = this.findArray(argument);
    if (found) return found;
    throw this.unknown(argument);
  }

  /** The number, or the numbers of a vector or tuple, of a named or positional argument. */
  numbers(argument: CallArgument | undefined, missing: readonly number[]): readonly number[] {
    if (!argument) return missing;
    const bare = argument.text.replace(/^(c?\(|\[)\s*(.*?)\s*[)\]]$/, '$2');
    const values = bare.split(/[\s,;]+/).map(Number);
    if (bare !== '' && values.every(Number.isFinite)) return values;
    const { values: known } = this.literals;
    const value = Object.hasOwn(known, argument.text) ? known[argument.text] : undefined;
    if (typeof value === 'number') return [value];
    throw this.unknown(argument);
  }

  /** A word in quotes; undefined where the argument is absent. */
  word(argument: CallArgument | undefined): string | undefined {
    if (!argument) return undefined;
    const quoted = /^(["'])(\w*)\1$/.exec(argument.text)?.[2];
    if (quoted !== undefined) return quoted.toLowerCase();
    throw this.unknown(argument);
  }

  /** The text of an argument, or that of the definition of a name. */
  source(argument: CallArgument): string {
    const isName = NAME.test(argument.text);
    return (isName ? this.definitionOf(argument.text, this.range[0])?.text : undefined) ?? argument.text;
  }

  /** The last value that the text assigns to a property of the object that is called: `m.weight .= 1` before `m(x)`. */
  assigned(property: string, shape: readonly number[]): NdArray | undefined {
    const object = /^\w+/.exec(this.text.slice(this.range[0]))?.[0] ?? '';
    const before = this.text.slice(0, this.range[0]);
    const pattern = `(?:^|[\\n;])[ \\t]*${object}\\.${property}(?:\\[[:, ]*\\])?[ \\t]*\\.?=(?!=)[ \\t]*([^\\n;]+)`;
    const last = [...before.matchAll(new RegExp(pattern, 'g'))].at(-1);
    const value = last && this.evaluate(withoutComment(last[1]!), last.index, 0, last.index);
    if (!value) return undefined;
    if (value.data.length === 1) return { shape, data: new Float64Array(sizeOf(shape)).fill(value.data[0]!) };
    return sizeOf(shape) === value.data.length ? { shape, data: value.data } : undefined;
  }

  /** The call with other named arguments. */
  withNamed(named: ReadonlyMap<string, CallArgument>): CallArguments {
    return new CallArguments(this.callee, this.range, this.positional, named, this.text, this.literals, this.drawn);
  }

  unsupported(option: string): LensError {
    return new LensError(msg('{0} of {1} is not supported', option, this.callee), undefined, this.range);
  }

  withoutWeights(): LensError {
    const detail = msg('the weights of {0} are not in the text, so its output is not known', this.callee);
    return new LensError(detail, 'filter', this.range);
  }

  private unknown(argument: CallArgument | undefined): LensError {
    const { text = '', range = this.range } = argument ?? {};
    const reader = this.readerOf(text, this.range[0]);
    if (reader !== undefined) return new LensError(readsData(reader).detail, undefined, range);
    const definition = NAME.test(text) ? this.definitionOf(text, this.range[0]) : undefined;
    const detail =
      definition && !assigns(this.text.slice(definition.end, this.range[0]), text)
        ? msg('the argument {0} of {1} could not be evaluated: {2}', text, this.callee, shortened(definition.text))
        : msg('the argument {0} of {1} is not known', text, this.callee);
    return new LensError(detail, undefined, range);
  }

  /** The function that reads the data of an expression, through the definitions of its names. */
  private readerOf(text: string, place: number, depth = 0): string | undefined {
    const reader = READS_FILE.exec(text)?.[0];
    if (reader !== undefined || depth >= MAX_DEFINITIONS) return reader;
    for (const [name] of text.matchAll(/\b[A-Za-z]\w*\b(?!\s*\()/g)) {
      const definition = this.definitionOf(name, place);
      const found = definition && this.readerOf(definition.text, definition.start, depth + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private findArray(argument: CallArgument | undefined): NdArray | undefined {
    if (!argument) return undefined;
    const found = this.evaluate(argument.text, argument.range[1], 0, this.range[0]);
    return found ?? (NAME.test(argument.text) ? this.literals.filled?.(argument.text, this.range[0]) : undefined);
  }

  /**
   * `end`: of the text, where the same text gives the same random numbers. `depth`: definitions that are followed. `place`: names
   * have their values there.
   */
  private evaluate(text: string, end: number, depth: number, place: number): NdArray | undefined {
    const { read, elementwise, square, compute } = this.literals;
    let draws = 0;
    return evaluateExpression(text, {
      literal: read,
      elementwise,
      square,
      seedFor: (name) => {
        this.drawn.add(name);
        return 1000 * end + draws++;
      },
      lookUp: (name) => (depth < MAX_DEFINITIONS ? this.valueOf(name, depth, place) : undefined),
      ...(compute && { layer: (name, args) => compute(name, args, place) }),
    });
  }

  private valueOf(name: string, depth: number, place: number): NdArray | undefined {
    const named = this.literals.arrays.filter((each) => each.name === name && each.range[1] <= place).at(-1);
    const definition = this.definitionOf(name, place);
    if (named && (!definition || definition.end <= named.range[1] + 1)) {
      return this.changed(named.array, name, named.range[1], depth, place);
    }
    if (!definition) return undefined;
    const array = this.evaluate(definition.text, definition.end, depth + 1, definition.start);
    return array && this.changed(array, name, definition.end, depth, place);
  }

  /** The array after the assignments to its elements up to `place`; undefined where one of them is not certain. */
  private changed(array: NdArray, name: string, from: number, depth: number, place: number): NdArray | undefined {
    const between = this.text.slice(from, place);
    if (!assigns(between, name)) return array;
    if (/\b(?:for|while|if|else|function|switch|do)\b/.test(between)) return undefined;
    let result: NdArray | undefined = array;
    const left = between.replace(elementAssignment(name), (statement, index: string, value: string, at: number) => {
      const given = this.evaluate(withoutComment(value), from + at, depth + 1, from + at);
      result =
        result &&
        given &&
        withElements(result, index, given, (part) => this.evaluate(part, from + at, depth + 1, from + at));
      return statement.replace(/[^\n]/g, ' ');
    });
    return assigns(left, name) ? undefined : result;
  }

  /** The right-hand side of the last assignment to a name before a place. */
  private definitionOf(
    name: string,
    place: number,
  ): { readonly text: string; readonly start: number; readonly end: number } | undefined {
    const before = this.text.slice(0, place);
    const last = [...before.matchAll(new RegExp(`(?:^|[\\n;])[ \\t]*\\(?${name}[ \\t]*(?:=(?!=)|<-)[ \\t]*`, 'g'))].at(
      -1,
    );
    if (!last) return undefined;
    const from = last.index + last[0].length;
    let depth = 0;
    for (let at = from; at <= before.length; at++) {
      // A definition may end where the next statement begins.
      const character = before[at] ?? '\n';
      if ('([{'.includes(character)) depth += 1;
      else if (')]}'.includes(character)) depth -= 1;
      const isEnd = character === ';' || (character === '\n' && !isContinued(before, from, at));
      // R's `(x <- 1:4)`, which shows the value, ends with its bracket.
      if (depth < 0 || (depth === 0 && isEnd)) {
        this.literals.used.push([from, at]);
        return { text: withoutComment(before.slice(from, at)), start: last.index, end: at };
      }
    }
    return undefined;
  }
}

/** R's pipe at the end of a line, or at the start of the next one. */
function isContinued(text: string, from: number, at: number): boolean {
  return (
    /(?:\|>|%>%)[ \t]*$/.test(text.slice(Math.max(from, at - 40), at)) ||
    /^\s*(?:\|>|%>%)/.test(text.slice(at, at + 80))
  );
}

function withoutComment(text: string): string {
  const quoted = Math.max(...['"', "'", '\n'].map((mark) => text.lastIndexOf(mark))) + 1;
  // Scilab's comments begin with two slashes.
  const mark = text.slice(quoted).search(/[%#]|\s\/\/ [A-Za-z]{2}/);
  return (mark < 0 ? text : text.slice(0, quoted + mark)).trim();
}
