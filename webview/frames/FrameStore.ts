/** The frames of the current generation that have arrived and are kept, and which were asked for. */
import type { FramesMessage } from '../../core/panel/protocol';
import { FrameWindow } from '../../core/panel/FrameWindow';
import type { Frame } from '../../core/step/Frame';
import { FrameDecoder, type WireFrame } from '../../core/panel/wire';

export class FrameStore {
  private decoder = new FrameDecoder();
  private kept = new FrameWindow();
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
    this.kept = new FrameWindow();
    this.frames.clear();
    this.asked.clear();
  }

  /** The steps that a message brought; none when it is of another generation. */
  accept({ generation, frames }: FramesMessage): readonly number[] {
    if (generation !== this.current) return [];
    for (const wire of frames) this.take(wire);
    return frames.map(({ t }) => t);
  }

  get(t: number): Frame | undefined {
    return this.frames.get(t);
  }

  /** Whether a step has arrived or was requested. */
  isCovered(t: number): boolean {
    return this.frames.has(t) || this.asked.has(t);
  }

  /** Remembers that the steps from `from` to `to` were asked for. */
  markAsked(from: number, to: number): void {
    for (let t = from; t <= to; t++) this.asked.add(t);
  }

  private take(wire: WireFrame): void {
    this.frames.set(wire.t, this.decoder.decode(wire));
    this.asked.delete(wire.t);
    for (const t of this.kept.add(wire)) {
      this.frames.delete(t);
      this.asked.delete(t);
    }
  }
}
