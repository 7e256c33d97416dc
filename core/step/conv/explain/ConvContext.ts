/** A hovered cell of a convolution with the step and the visible channel of the group. */
import type { CellRef } from '../../Frame';
import type { StepPosition } from '../../shared/LoopTimeline';
import type { Granularity } from '../../Stepper';
import type { ConvScene } from '../ConvScene';

export interface ConvContext {
  readonly scene: Pick<ConvScene, 'planes' | 'layer' | 'names' | 'timeline' | 'factor'>;
  readonly cell: CellRef;
  readonly position: StepPosition;
  readonly channel: number;
  readonly granularity: Granularity;
}
