/**
 * Which frames of a generation the panel keeps: the latest ones, within bounds of count and memory. Host and panel follow the
 * same rule over the same frames in the same order, so that the host knows what the panel has without being told.
 */
import type { WireFrame } from './wire';

const mostFrames = 200;

/** Limit of the numbers that are kept: 64 MB. */
const mostNumbers = 8_000_000;

/** So many are kept however large they are: more than playing asks for ahead. */
const leastFrames = 64;

export class FrameWindow {
  /** Numbers that each kept frame brought, the oldest first. */
  private readonly kept = new Map<number, number>();
  private numbers = 0;

  has(t: number): boolean {
    return this.kept.has(t);
  }

  /** Takes a frame in; returns the steps whose frames leave for it. */
  add(frame: WireFrame): readonly number[] {
    this.remove(frame.t);
    const brought = numbersIn(frame);
    this.kept.set(frame.t, brought);
    this.numbers += brought;
    const leaving: number[] = [];
    for (const t of this.kept.keys()) {
      const { size } = this.kept;
      if (size <= leastFrames || (size <= mostFrames && this.numbers <= mostNumbers)) break;
      leaving.push(t);
      this.remove(t);
    }
    return leaving;
  }

  private remove(t: number): void {
    this.numbers -= this.kept.get(t) ?? 0;
    this.kept.delete(t);
  }
}

/** Count of the numbers in arrays that this frame is the first to use, each at its full length. */
function numbersIn({ arrays }: WireFrame): number {
  return arrays.reduce((sum, array) => sum + ('size' in array ? array.size : array.values.length), 0);
}
