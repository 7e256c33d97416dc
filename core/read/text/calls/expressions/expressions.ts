/** Array expressions of MATLAB, Julia and R in the arguments of layer calls: literals, ranges, constructors, new shapes, scaling. */
import { sizeOf, type NdArray } from '../../../../array/NdArray';
import { afterBracket } from '../../scan/afterBracket';
import { combineArrays, isScalar, rangeArray, unsqueezed } from './arrayArithmetic';
import { joinedParts } from './brackets';
import { transposedArray } from './columnOrder';
import { elementsOf } from './elements';
import { functionNamed, type FunctionArguments } from './functions';
import { isRandomFunction, randomArray } from './randomArrays';

export interface NamedArrays {
  /** The value of a name; undefined where it is not certain. */
  readonly lookUp: (name: string) => NdArray | undefined;
  /** Reads one bracketed literal, `[1 2; 3 4]`, `Float32[1, 2]` or `c(1, 2)`. */
  readonly literal: (text: string) => NdArray | undefined;
  /** Whether `*` and `/` of two arrays go by elements: R. */
  readonly elementwise: boolean;
  /** Whether one size is that of a square matrix: MATLAB. */
  readonly square: boolean;
  /** The result of a layer call with the arguments of this text; undefined for other functions. */
  readonly layer?: (name: string, args: string) => NdArray | undefined;
  /** The seed of the numbers of the next random function, `rand`; undefined where such numbers are not drawn. */
  readonly seedFor?: (name: string) => number;
}

/** Nesting of brackets and signs. */
const MAX_DEPTH = 40;

/** Undefined where any part of the expression is not certain. */
export function evaluateExpression(text: string, names: NamedArrays): NdArray | undefined {
  const reader = new ExpressionReader(text, names);
  const value = reader.expression();
  return value && reader.isAtEnd() ? value : undefined;
}

class ExpressionReader {
  private at = 0;
  private depth = 0;

  constructor(
    private readonly text: string,
    private readonly names: NamedArrays,
  ) {}

  isAtEnd(): boolean {
    this.skip();
    return this.at >= this.text.length;
  }

  /** `a:b` and `a:step:b` bind less than sums. */
  expression(): NdArray | undefined {
    if (++this.depth > MAX_DEPTH) return undefined;
    const parts = [this.sum()];
    while (parts.length < 3 && parts.at(-1) && this.accepts(/:(?!:)/y)) parts.push(this.sum());
    this.depth -= 1;
    if (parts.length === 1) return parts[0];
    const numbers = parts.map((part) => (part && sizeOf(part.shape) === 1 ? part.data[0]! : NaN));
    return rangeArray(numbers[0]!, numbers.length === 3 ? numbers[1]! : 1, numbers.at(-1)!);
  }

  private sum(): NdArray | undefined {
    let value = this.product();
    for (let operator = this.accepts(/\.?[+-]/y); value && operator; operator = this.accepts(/\.?[+-]/y)) {
      const right = this.product();
      value = right && combineArrays(value, right, operator.endsWith('+') ? (a, b) => a + b : (a, b) => a - b);
    }
    return value;
  }

  private product(): NdArray | undefined {
    let value = this.signed();
    for (let operator = this.accepts(/\.?[*/]/y); value && operator; operator = this.accepts(/\.?[*/]/y)) {
      const right = this.signed();
      // Products of two matrices are not read.
      const scales =
        right &&
        (operator.startsWith('.') ||
          this.names.elementwise ||
          isScalar(right) ||
          (isScalar(value) && operator === '*'));
      value = scales
        ? combineArrays(value, right, operator.endsWith('*') ? (a, b) => a * b : (a, b) => a / b)
        : undefined;
    }
    return value;
  }

  private power(): NdArray | undefined {
    const value = this.postfix();
    const operator = value && this.accepts(/\.?\^/y);
    if (!operator) return value;
    const exponent = this.signed();
    const applies = exponent && (operator.startsWith('.') || this.names.elementwise || isScalar(value));
    return applies ? combineArrays(value, exponent, (a, b) => a ** b) : undefined;
  }

  private signed(): NdArray | undefined {
    if (!this.accepts(/-/y)) return this.power();
    if (++this.depth > MAX_DEPTH) return undefined;
    const value = this.signed();
    this.depth -= 1;
    return value && { shape: value.shape, data: value.data.map((each) => -each) };
  }

  private postfix(): NdArray | undefined {
    let value = this.primary();
    while (value) {
      // R's `x$view(c(1, 1, 4, 4))`, in the order of torch: rows first.
      if (this.accepts(/\$(?:view|reshape)\(/y)) {
        const sizes = this.args()?.positional.flatMap(({ data }) => Array.from(data)) ?? [];
        value =
          sizes.length > 0 && sizeOf(sizes) === value.data.length ? { shape: sizes, data: value.data } : undefined;
        continue;
      }
      // R's methods of tensors; the places of `$unsqueeze(1)` begin at 1.
      if (this.accepts(/\$(?:clone|contiguous|float|double|detach)\(\)/y)) continue;
      if (this.accepts(/\$unsqueeze\(/y)) {
        const place = this.args()?.positional[0]?.data[0];
        value = place === undefined ? undefined : unsqueezed(value, place);
        continue;
      }
      // R's pipe: the value is the first argument.
      if (this.accepts(/(?:\|>|%>%)\s*(?=[A-Za-z_])/y)) {
        const name = this.accepts(/[A-Za-z_][\w.]*(?:::\w+)?\(/y)?.slice(0, -1);
        const args = name === undefined ? undefined : this.args();
        value = args && functionNamed(name!)?.({ ...args, positional: [value, ...args.positional] });
        continue;
      }
      if (!/^\.?'/.test(this.text.slice(this.at, this.at + 2))) break;
      this.at += this.text[this.at] === '.' ? 2 : 1;
      value = value.shape.length === 2 ? transposedArray(value) : undefined;
    }
    return value;
  }

  private primary(): NdArray | undefined {
    this.skip();
    const number = this.accepts(/(?:\d+\.?\d*|\.\d+)(?:[eEf][-+]?\d+)?L?(?![\w.])|\d+(?=\.[*/])/y);
    if (number) return { shape: [], data: Float64Array.of(Number(number.replace(/L$/, '').replace('f', 'e'))) };
    if (this.accepts(/\(/y)) {
      const values = [this.expression()];
      // Julia's tuple of numbers, as `(3, 3, 1, 1)`.
      while (values.at(-1)?.shape.length === 0 && this.accepts(/,/y)) values.push(this.expression());
      if (!this.accepts(/\)/y)) return undefined;
      if (values.length === 1) return values[0];
      const numbers = values.map((value) => (value?.shape.length === 0 ? value.data[0]! : NaN));
      return numbers.some(Number.isNaN) ? undefined : { shape: [numbers.length], data: Float64Array.from(numbers) };
    }
    if (this.text[this.at] === '[') return this.literal(this.at);
    const start = this.at;
    const name = this.accepts(/[A-Za-z_][\w.]*(?:::\w+)?\.?/y);
    if (!name) return undefined;
    // Octave's `ones (3)`.
    this.accepts(/[ \t](?=\()/y);
    if ('(['.includes(this.text[this.at] ?? ' ') && name !== 'c') {
      const array = this.names.lookUp(name);
      if (array) return this.elements(array);
    }
    if (this.text[this.at] === '[' || (name === 'c' && this.text[this.at] === '(')) return this.literal(start);
    if (this.text[this.at] !== '(') return this.names.lookUp(name);
    const computed = this.names.layer?.(name, this.bracketed());
    if (computed) {
      this.at += this.bracketed().length + 2;
      return computed;
    }
    this.at += 1;
    const args = this.args();
    if (args && isRandomFunction(name) && this.names.seedFor) return randomArray(name, args, this.names.seedFor(name));
    return args && functionNamed(name)?.(args);
  }

  /** The text between the bracket at the cursor and its partner. */
  private bracketed(): string {
    const end = afterBracket(this.text, this.at);
    return end === undefined ? '' : this.text.slice(this.at + 1, end - 1);
  }

  /** `A(2:7, 2:7)`, `x[, 1]`. */
  private elements(array: NdArray): NdArray | undefined {
    const index = this.bracketed();
    this.at += index.length + 2;
    return elementsOf(array, index, this.names.square, (part) => evaluateExpression(part, this.names));
  }

  /** The literal from `start` to the bracket that closes the one at the cursor. */
  private literal(start: number): NdArray | undefined {
    this.at = afterBracket(this.text, this.at) ?? this.text.length + 1;
    const written = this.text.slice(start, this.at);
    // Julia's `[1:20;]`, `[(1:9)...]` and `Float64[1:4;]`: the numbers of a range.
    const range = /^(?:Float\d+|Int\d*)?\[([^\][;,]*:[^\][;,]*?)(?:;|\.{3})?\]$/.exec(written)?.[1];
    if (range !== undefined && !this.names.square) return evaluateExpression(range, this.names);
    return (
      this.names.literal(written) ??
      (written.startsWith('[') && !this.names.elementwise
        ? joinedParts(written, this.names.square, (part) => evaluateExpression(part, this.names))
        : undefined)
    );
  }

  private args(): FunctionArguments | undefined {
    const positional: NdArray[] = [];
    const named = new Map<string, NdArray>();
    const words: string[] = [];
    while (!this.accepts(/\)/y)) {
      const name = this.accepts(/[A-Za-z_]\w*[ \t]*=(?!=)/y)?.replace(/[ \t]*=$/, '');
      const word = this.accepts(
        /"[^"\n]*"|'[^'\n]*'|:[A-Za-z]\w*|torch_(?:float|double|int|long)\d*\(\)|(?:Float|Int|UInt)\d+(?![\w.([])/y,
      );
      if (word) words.push(word.replace(/["']/g, ''));
      else {
        const truth = this.accepts(/(?:TRUE|FALSE|true|false|T|F)\b/y);
        const value = truth ? { shape: [], data: Float64Array.of(/^[Tt]/.test(truth) ? 1 : 0) } : this.expression();
        if (!value) return undefined;
        if (name === undefined) positional.push(value);
        else named.set(name, value);
      }
      if (!this.accepts(/[,;]/y) && !/[ \t\n]*\)/y.test(this.text.slice(this.at))) return undefined;
    }
    return { positional, named, words, square: this.names.square };
  }

  private accepts(pattern: RegExp): string | undefined {
    this.skip();
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found) this.at += found.length;
    return found;
  }

  private skip(): void {
    while (/[ \t\n\r]/.test(this.text[this.at] ?? '')) this.at += 1;
  }
}
