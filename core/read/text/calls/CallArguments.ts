/** The arguments of one call of MATLAB, Julia or R, as far as they are literals or names of literals. */
import { sizeOf, type NdArray } from '../../../array/NdArray';
import { LensError, msg } from '../../../message';
import type { ParsedArray, TextRange, Value } from '../../ParseResult';

export interface Argument {
  readonly text: string;
  readonly range: TextRange;
}

export interface Literals {
  readonly arrays: readonly ParsedArray[];
  readonly values: Readonly<Record<string, Value>>;
  /** Reads a text that is one array literal. */
  readonly read: (text: string) => NdArray | undefined;
  /** Gets the ranges of literals that calls use although they are not variables. */
  readonly used: TextRange[];
}

export class CallArguments {
  constructor(
    readonly callee: string,
    readonly range: TextRange,
    readonly positional: readonly Argument[],
    /** `stride = 2` of Julia and R; MATLAB's `'Stride', 2` as `stride`. */
    readonly named: ReadonlyMap<string, Argument>,
    private readonly text: string,
    private readonly literals: Literals,
  ) {}

  /** The array that is written there, or the last one with that name. Throws where neither is known. */
  array(index: number): NdArray {
    const found = this.findArray(this.positional[index]);
    if (found) return found;
    throw this.unknown(this.positional[index]);
  }

  /** The number, or the numbers of a vector or tuple, of a named or positional argument. */
  numbers(argument: Argument | undefined, missing: readonly number[]): readonly number[] {
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
  word(argument: Argument | undefined): string | undefined {
    if (!argument) return undefined;
    const quoted = /^(["'])(\w*)\1$/.exec(argument.text)?.[2];
    if (quoted !== undefined) return quoted.toLowerCase();
    throw this.unknown(argument);
  }

  unsupported(option: string): LensError {
    return new LensError(msg('{0} of {1} is not supported', option, this.callee), undefined, this.range);
  }

  private unknown(argument: Argument | undefined): LensError {
    return new LensError(
      msg('the argument {0} of {1} is not known', argument?.text ?? '', this.callee),
      undefined,
      argument?.range ?? this.range,
    );
  }

  private findArray(argument: Argument | undefined): NdArray | undefined {
    if (!argument) return undefined;
    const { arrays, read } = this.literals;
    const source = withoutConversion(argument.text);
    if (!/^[A-Za-z_]\w*$/.test(source)) return reshaped(source, read) ?? read(source);
    const named = arrays.filter(({ name, range }) => name === source && range[1] <= this.range[0]).at(-1);
    if (named) return this.isChanged(source, named.range[1]) ? undefined : named.array;
    const definition = this.definitionOf(source);
    if (definition === undefined) return undefined;
    const literal = withoutConversion(definition);
    return reshaped(literal, read) ?? read(literal);
  }

  /** The right-hand side of the last assignment to a name before the call. */
  private definitionOf(name: string): string | undefined {
    const before = this.text.slice(0, this.range[0]);
    const last = [...before.matchAll(new RegExp(`(?:^|[\\n;])[ \\t]*${name}[ \\t]*(?:=(?!=)|<-)[ \\t]*`, 'g'))].at(-1);
    if (!last) return undefined;
    const from = last.index + last[0].length;
    let depth = 0;
    for (let at = from; at < before.length; at++) {
      const character = before[at]!;
      if ('([{'.includes(character)) depth += 1;
      else if (')]}'.includes(character)) depth -= 1;
      else if (depth === 0 && (character === ';' || character === '\n')) {
        this.literals.used.push([from, at]);
        return before.slice(from, at).trim();
      }
    }
    return undefined;
  }

  /** Whether an assignment between the literal and the call may give the name another value. */
  private isChanged(name: string, from: number): boolean {
    const between = this.text.slice(from, this.range[0]);
    return new RegExp(`(^|[;\\n,])\\s*\\[?[^\\n=]*\\b${name}\\b[^\\n=;]*(=(?!=)|<-|\\.=|[+*/-]=)`).test(between);
  }
}

/** `dlarray(X, 'SS')` and other conversions that keep the values. */
function withoutConversion(text: string): string {
  const inner = /^(?:single|double|dlarray|gpuArray|torch_tensor|Float32\.)\(([^]*)\)$/.exec(text)?.[1];
  return inner === undefined ? text : inner.replace(/,\s*["']\w+["']\s*$/, '').trim();
}

/** `reshape([…], 3, 3, 1, 1)` of a vector: the first axis varies fastest. */
function reshaped(text: string, read: Literals['read']): NdArray | undefined {
  const [, literal, extents] = /^reshape\(([^]*?\])\s*,\s*\(?([\d,\s]+)\)?\)$/.exec(text) ?? [];
  const vector = literal === undefined ? undefined : read(literal);
  const shape = extents?.split(',').map(Number) ?? [];
  if (!vector || vector.shape.filter((extent) => extent > 1).length > 1) return undefined;
  if (sizeOf(shape) !== vector.data.length) return undefined;
  const data = vector.data.slice();
  const index = shape.map(() => 0);
  for (const value of vector.data) {
    data[index.reduce((place, each, axis) => place * shape[axis]! + each, 0)] = value;
    for (let axis = 0; axis < index.length; axis++) {
      index[axis]! += 1;
      if (index[axis]! < shape[axis]!) break;
      index[axis] = 0;
    }
  }
  return { shape, data };
}
