/** The frames of the current generation that have arrived, and which were asked for. */
import type { FramesMessage } from '../../core/protocol';
import type { Frame } from '../../core/step/Frame';
import { FrameDecoder } from '../../core/wire';

export class FrameStore {
  private decoder = new FrameDecoder();
  private readonly frames = new Map<number, Frame>();
  private readonly asked = new Set<number>();
  private current = -1;

  get generation(): number {
    return this.current;
  }

  /** Forgets everything: arrays, layer or view have changed. */
  reset(generation: number): void {
    this.current = generation;
    this.decoder = new FrameDecoder();
    this.frames.clear();
    this.asked.clear();
  }

  /** The steps that a message brought; none when it is of another generation. */
  accept({ generation, frames }: FramesMessage): readonly number[] {
    if (generation !== this.current) return [];
    for (const wire of frames) this.frames.set(wire.t, this.decoder.decode(wire));
    return frames.map(({ t }) => t);
  }

  get(t: number): Frame | undefined {
    return this.frames.get(t);
  }

  /** Whether a step is here or on its way. */
  isCovered(t: number): boolean {
    return this.frames.has(t) || this.asked.has(t);
  }

  /** Remembers that the steps from `from` to `to` were asked for. */
  markAsked(from: number, to: number): void {
    for (let t = from; t <= to; t++) this.asked.add(t);
  }
}
