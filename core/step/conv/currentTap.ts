/** The kernel cell that a step by product works on; undefined for coarser steps. */
import type { StepPosition } from '../shared/LoopTimeline';
import type { ConvScene } from './ConvScene';

export function currentTap(
  { planes }: ConvScene,
  { lastProduct, doneBefore, doneAfter }: StepPosition,
): number | undefined {
  return doneAfter - doneBefore === 1 ? lastProduct % planes.taps : undefined;
}
