/** The channel that a step shows. */
import type { View } from '../Stepper';
import type { StepPosition } from './LoopTimeline';

/** The channel that a step by product or by channel works on, else that of the view. `taps`: cells of a kernel. */
export function channelOfStep(position: StepPosition, view: View, taps: number): number {
  const fine = view.granularity === 'product' || view.granularity === 'channel';
  return fine && !position.tail ? Math.floor(position.lastProduct / taps) : view.channel;
}
