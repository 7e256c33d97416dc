/** The frames that the panel has of the present generation: what it keeps is not sent again. */
import type { FramesMessage } from '../../../core/panel/protocol';
import { FrameWindow } from '../../../core/panel/FrameWindow';
import { FrameEncoder } from '../../../core/panel/wire';
import type { LayerPicture } from './LayerPicture';

const mostFramesAtOnce = 128;

export class FrameStream {
  private encoder = new FrameEncoder();
  private kept = new FrameWindow();
  private current = 0;

  get generation(): number {
    return this.current;
  }

  /** Invalidates frames sent earlier: arrays, layer, view or page have changed. */
  startGeneration(): void {
    this.current++;
    this.encoder = new FrameEncoder();
    this.kept = new FrameWindow();
  }

  /** Frames that the panel does not have, both ends included; undefined when it has them all. */
  framesOf({ stepper, view }: LayerPicture, from: number, to: number): FramesMessage | undefined {
    const last = Math.min(to, from + mostFramesAtOnce - 1, stepper.timeline(view.granularity).count - 1);
    const frames = [];
    for (let t = from; t <= last; t++) {
      if (this.kept.has(t)) continue;
      const frame = this.encoder.encode(stepper.frame(t, view));
      this.kept.add(frame);
      frames.push(frame);
    }
    return frames.length > 0 ? { type: 'frames', generation: this.current, frames } : undefined;
  }
}
