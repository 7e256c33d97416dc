/** Numbers and their places, collected without knowing how many will come. */
import type { NdArray } from '../../array/NdArray';

export class NumberSink {
  /** Written directly by the scanner's loop; only the first `count` entries hold. */
  values = new Float64Array(64);
  ranges = new Uint32Array(128);
  count = 0;

  push(value: number, start: number, end: number): void {
    if (this.count === this.values.length) this.grow();
    this.values[this.count] = value;
    this.ranges[2 * this.count] = start;
    this.ranges[2 * this.count + 1] = end;
    this.count++;
  }

  grow(): void {
    const values = new Float64Array(2 * this.values.length);
    values.set(this.values);
    this.values = values;
    const ranges = new Uint32Array(2 * this.ranges.length);
    ranges.set(this.ranges);
    this.ranges = ranges;
  }

  toArray(shape: readonly number[]): { array: NdArray; ranges: Uint32Array } {
    return { array: { shape, data: this.values.slice(0, this.count) }, ranges: this.ranges.slice(0, 2 * this.count) };
  }
}
