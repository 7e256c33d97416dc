/** Numbers and their places, collected without knowing how many will come. */
import type { NdArray } from '../../../array/NdArray';

/** Powers of ten that a double holds exactly. */
const POWERS = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
const MAX_EXACT = 9007199254740991;
/** Numbers from which memory is spared. */
const manyNumbers = 2 ** 16;

export class NumberSink {
  values = new Float64Array(16);
  ranges: Uint32Array;
  count = 0;
  /** Some number had a point or an exponent. */
  anyFloat = false;
  allBool = true;

  /** `suffixed`: a plain number may end with C's `f`. `placed`: places are kept too. */
  constructor(
    private readonly suffixed = false,
    private readonly placed = true,
  ) {
    this.ranges = new Uint32Array(placed ? 32 : 0);
  }

  push(value: number, start: number, end: number): void {
    if (this.count === this.values.length) this.grow();
    this.values[this.count] = value;
    if (this.placed) {
      this.ranges[2 * this.count] = start;
      this.ranges[2 * this.count + 1] = end;
    }
    this.count++;
  }

  /**
   * Reads the plain decimal number at `start` and keeps it. Returns the position after it, or -1 where something else is
   * there or follows without a separator. Exact: up to 2^53 and 10^±22 one correctly rounded operation gives the value, beyond
   * that `Number` does.
   */
  decimal(text: string, start: number): number {
    let at = start;
    let c = text.charCodeAt(at);
    const negative = c === 45;
    if (negative || c === 43) c = text.charCodeAt(++at);
    let mantissa = 0;
    const first = at;
    while (c >= 48 && c <= 57) {
      mantissa = 10 * mantissa + (c - 48);
      c = text.charCodeAt(++at);
    }
    let digits = at - first;
    let scale = 0;
    let float = false;
    if (c === 46) {
      float = true;
      const point = at;
      c = text.charCodeAt(++at);
      while (c >= 48 && c <= 57) {
        mantissa = 10 * mantissa + (c - 48);
        c = text.charCodeAt(++at);
      }
      scale = point + 1 - at;
      digits -= scale;
    }
    if (digits === 0) return -1;
    if (c === 101 || c === 69) {
      float = true;
      c = text.charCodeAt(++at);
      const down = c === 45;
      if (down || c === 43) c = text.charCodeAt(++at);
      const power = at;
      let exponent = 0;
      while (c >= 48 && c <= 57) {
        if (exponent < 100000) exponent = 10 * exponent + (c - 48);
        c = text.charCodeAt(++at);
      }
      if (at === power) return -1;
      scale += down ? -exponent : exponent;
    }
    const stop = at;
    if (this.suffixed && (c === 102 || c === 70)) {
      float = true;
      c = text.charCodeAt(++at);
    }
    if (!endsNumber(c)) return -1;
    let value: number;
    if (mantissa > MAX_EXACT || scale > 22 || scale < -22) value = Number(text.slice(start, stop));
    else {
      value = scale < 0 ? mantissa / POWERS[-scale]! : scale > 0 ? mantissa * POWERS[scale]! : mantissa;
      if (negative) value = -value;
    }
    if (float) this.anyFloat = true;
    this.allBool = false;
    if (this.count === this.values.length && this.count >= manyNumbers) this.growFor(text.length / at);
    this.push(value, start, at);
    return at;
  }

  /** The last number, replaced; used where an expression or a scale factor changes it. */
  amend(index: number, value: number, end: number): void {
    this.values[index] = value;
    if (this.placed) this.ranges[2 * index + 1] = end;
  }

  get kind(): 'float' | 'int' | 'bool' {
    if (this.count === 0 || this.anyFloat) return 'float';
    return this.allBool ? 'bool' : 'int';
  }

  /** Makes space for `count` numbers in all: where as many come, none of them is copied. */
  reserve(count: number): void {
    if (count > this.values.length) this.resize(count);
  }

  /** The last call: what is almost full is not copied. */
  toArray(shape: readonly number[]): { array: NdArray; ranges: Uint32Array } {
    const { count, values, ranges } = this;
    if (count === values.length) return { array: { shape: [...shape], data: values }, ranges };
    const isSpare = count > manyNumbers && count > 0.95 * values.length;
    const data = isSpare ? values.subarray(0, count) : values.slice(0, count);
    return {
      array: { shape: [...shape], data },
      ranges: isSpare ? ranges.subarray(0, 2 * count) : ranges.slice(0, 2 * count),
    };
  }

  /** To what the whole text has if all of it, `share` times as long as what is read, is like that. */
  private growFor(share: number): void {
    this.resize(Math.ceil(Math.min(64, Math.max(1.25, 1.02 * share)) * this.count));
  }

  private grow(): void {
    this.resize(2 * this.values.length);
  }

  private resize(count: number): void {
    const values = new Float64Array(count);
    values.set(this.values);
    this.values = values;
    if (!this.placed) return;
    const ranges = new Uint32Array(2 * count);
    ranges.set(this.ranges);
    this.ranges = ranges;
  }
}

/** White space, a comma or semicolon, a closing bracket, or the text's end (NaN). */
function endsNumber(c: number): boolean {
  return (
    c === 44 || c === 32 || c === 93 || c === 10 || c === 125 || c === 41 || c === 13 || c === 9 || c === 59 || c !== c
  );
}
