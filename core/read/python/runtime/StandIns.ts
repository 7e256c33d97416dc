/** Random numbers in place of values that are not computed, and which of a program's variables come from them. */
import { sizeOf, type FloatData, type NdArray } from '../../../array/NdArray';
import { msg, type Message } from '../../../message';
import { RandomState } from '../../../random/RandomState';

export class StandIns {
  /** Why what runs now may compute with such numbers. */
  private reasons: readonly Message[] = [];
  private readonly names = new Map<string, readonly Message[]>();
  private state: RandomState | undefined;

  get notes(): readonly Message[] {
    return this.reasons;
  }

  /** Numbers of a normal distribution, of the type of `like`, for a result that takes too much work. */
  draw(shape: readonly number[], like: FloatData): NdArray {
    this.use(msg('layers before this one take too much work: random numbers are used as their results'));
    const size = sizeOf(shape);
    const data = like instanceof Float32Array ? new Float32Array(size) : new Float64Array(size);
    const { data: block } = this.generator.randn(Math.min(size, MOST_DRAWN));
    for (let start = 0; start < size; start += block.length) data.set(block.subarray(0, size - start), start);
    return { shape, data };
  }

  /** Which of `size` cells are kept; the others, one of them with a probability of `rate`, are set to zero. */
  keep(size: number, rate: number, callee: string): boolean[] {
    this.use(msg('{0} sets random cells to zero while it trains: others than in your run', callee));
    return Array.from(this.generator.random_sample(size).data, (drawn) => drawn >= rate);
  }

  /** Before a statement. */
  begin(written: string): void {
    this.reasons = [];
    if (this.names.size === 0) return;
    for (const name of written.match(NAME) ?? []) this.names.get(name)?.forEach((reason) => this.use(reason));
  }

  /** After a statement that computed with such numbers, and may have put them into these variables. */
  keepFor(filled: readonly string[]): void {
    for (const name of filled) this.names.set(name, this.reasons);
  }

  /** After another statement, which gives these variables new values. */
  forget(assigned: readonly string[]): void {
    for (const name of assigned) this.names.delete(name);
  }

  private use(reason: Message): void {
    const isKnown = this.reasons.some(({ text, args }) => text === reason.text && args[0] === reason.args[0]);
    if (!isKnown) this.reasons = [...this.reasons, reason];
  }

  private get generator(): RandomState {
    return (this.state ??= new RandomState(0));
  }
}

const NAME = /[A-Za-z_]\w*/g;
/** Numbers that are drawn; larger arrays repeat them. */
const MOST_DRAWN = 65_536;
