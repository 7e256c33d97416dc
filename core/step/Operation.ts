/** Contents of one row of the table of operations: how a layer of one kind is opened, shown and explained. */
import type { Names } from './shared/words/names';
import type { LoopTimeline, StepPosition } from './shared/LoopTimeline';
import type { CellRef, Explanation, Frame, Line, Span, StageRow } from './Frame';
import type { Layer } from './Layer';
import type { InputPicture } from './shared/planes/InputPicture';
import type { Montage } from './shared/montage';
import type { CodeListing, View } from './Stepper';

/** State that all steps of one layer share. */
export interface StepScene {
  readonly timeline: LoopTimeline;
}

/** A step of a view. */
export interface Moment {
  readonly t: number;
  readonly view: View;
  readonly position: StepPosition;
}

export interface Operation<L extends Layer, S extends StepScene> {
  /** Checks the arrays and prepares the scene. Throws a LensError. `names` are the user's. */
  readonly open: (layer: L, names?: Partial<Names>) => S;
  readonly sentence: (scene: S) => readonly Span[];
  /** The size formula or what the operation does. */
  readonly size: (scene: S) => readonly Line[];
  readonly listings: (scene: S) => readonly CodeListing[];
  /** Number of channels that the `channel` field chooses from. */
  readonly channels: (scene: S) => number;
  readonly frame: (scene: S, moment: Moment) => Frame;
  /** Its windows are single elements. */
  readonly elementwise?: true;
  /** The step as a product of unrolled matrices; absent where the operation has no such view. */
  readonly matrix?: (scene: S, moment: Moment) => readonly StageRow[];
  /** The input in colours; undefined where its values are not intensities. */
  readonly picture?: (scene: S) => InputPicture | undefined;
  readonly explain: (scene: S, cell: CellRef, moment: Moment) => Explanation | undefined;
  readonly montage?: (scene: S, map: string, moment: Moment) => Montage | undefined;
}
