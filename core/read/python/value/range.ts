/** Python's `range`, whose items are made when asked for. */
import type { Py, PySequence } from './Py';
import { pyInteger } from './constructors';

/** A class, as an object literal with a getter takes long to make. */
export class PyRange implements PySequence {
  readonly kind = 'range';
  readonly range: NonNullable<PySequence['range']>;
  private made: Py[] | undefined;

  constructor(start: number, stop: number, step: number) {
    this.range = { start, stop, step, count: Math.max(0, Math.ceil((stop - start) / step)) };
  }

  get items(): Py[] {
    const { start, step, count } = this.range;
    return (this.made ??= Array.from({ length: count }, (_, i) => pyInteger(start + i * step)));
  }
}
