/** A stepper made from one row of the table of operations. */
import type { Layer } from './Layer';
import type { Moment, Operation, StepScene } from './Operation';
import type { Names } from './shared/words/names';
import type { Stepper, View } from './Stepper';

/** Opens layers of one kind. */
export type OpenStepper<L extends Layer> = (layer: L, names?: Partial<Names>) => Stepper;

export function openStepper<L extends Layer, S extends StepScene>(operation: Operation<L, S>): OpenStepper<L> {
  return (layer, names) => {
    const scene = operation.open(layer, names);
    const { timeline } = scene;
    const { examples, rows, cols, filters } = timeline.extents;
    const granularities = timeline.granularities();
    const picture = operation.picture?.(scene);
    const moment = (t: number, view: View): Moment => ({ t, view, position: timeline.position(t, view) });
    return {
      layer,
      sentence: operation.sentence(scene),
      size: operation.size(scene),
      listings: operation.listings(scene),
      channels: operation.channels(scene),
      loop: { i: examples, h: rows, w: cols, c: filters },
      hasMatrix: operation.matrix !== undefined,
      picture: picture?.isUsual ? 'usually' : picture ? 'possible' : 'impossible',
      timeline: (granularity) => ({
        count: timeline.count(granularity),
        granularity,
        granularities,
        ...(operation.elementwise && { elementwise: true }),
      }),
      convert: (t, view, to) => timeline.stepOf(timeline.position(t, view), to),
      stepAt: (position, granularity) =>
        timeline.stepOf({ ...position, lastProduct: timeline.productsPerCell - 1, tail: false }, granularity),
      frame: (t, view) => {
        const at = moment(t, view);
        const frame = operation.frame(scene, at);
        if (view.matrix && !at.position.tail && operation.matrix)
          return { ...frame, stage: operation.matrix(scene, at) };
        return picture && (view.picture ?? picture.isUsual) ? picture.show(frame) : frame;
      },
      explain: (cell, t, view) => operation.explain(scene, cell, moment(t, view)),
      montage: (map, t, view) => operation.montage?.(scene, map, moment(t, view)),
    };
  };
}
