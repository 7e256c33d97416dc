/** A layer's picture with results of the user next to it. */
import { compareResult } from '../../../core/check/result/compareResult';
import type { OwnAxes } from '../../../core/check/result/ownLayout';
import type { OwnValue } from '../../../core/check/result/OwnValue';
import { ownValuesOf, readOwnValues, type ReadValues } from '../../../core/check/result/readOwnValues';
import type { LayerPicture } from './LayerPicture';
import type { ResultTools } from './LayerOutput';
import { readSource } from '../source/readSource';
import type { LensSource } from '../source/LensSource';
import { stepperOf, yoursOfResult, type ResultOrigin } from './Yours';

/**
 * `keep`: the picture before, whose step, view and tolerances are kept, or the step alone; absent: opened at the first wrong step. Throws a LensError where there is nothing to compare, and
 * OutputNeeded where the layer's results take long.
 */
export function withResult(
  picture: LayerPicture,
  result: LensSource,
  tools: ResultTools,
  keep?: LayerPicture | 'step',
): LayerPicture {
  const { layer } = picture.setup;
  const { values, unreadable, printed } = resultValues(result);
  const { subject, unused } = compareResult({
    layer,
    results: tools.results(layer),
    values,
    names: picture.setup.names,
    assigned: picture.assigned ?? [],
    layout: channelOrderOf(picture),
  });
  const origin: ResultOrigin = {
    kind: 'result',
    name: result.name,
    unused: [...unused, ...unreadable],
    values,
    ...(printed !== undefined && { printed }),
  };
  const before = keep === 'step' ? undefined : keep?.yours;
  const kept = before?.origin.kind === 'result' ? before : undefined;
  const yours = yoursOfResult(origin, subject, picture.stepper, kept);
  const stepper = stepperOf(yours);
  const view = { ...picture.view, matrix: false, granularity: 'window' as const };
  const { marks = [] } = stepper.timeline('window');
  const t = keep ? stepper.stepAt(picture.stepper.frame(picture.t, picture.view).position, 'window') : (marks[0] ?? 0);
  return { ...picture, stepper, view, t, yours };
}

/** The picture without the comparison. */
export function withoutResult(picture: LayerPicture): LayerPicture {
  const { yours, ...rest } = picture;
  return yours?.origin.kind === 'result' ? { ...rest, stepper: yours.base } : picture;
}

/** Printed values of a text, else the arrays of its code; the arrays of files and variables. */
export function resultValues(source: LensSource): ReadValues & { readonly printed?: string } {
  if (source.kind === 'text') {
    const texts = source.segments.length > 0 ? source.segments : (source.printed ?? []);
    const read = texts.map(({ text }) => readOwnValues(text));
    const values = read.flatMap((each): readonly OwnValue[] => each.values);
    const unreadable = read.flatMap((each) => each.unreadable);
    if (values.length > 0 || unreadable.length > 0)
      return { values, unreadable, printed: texts.map(({ text }) => text).join('\n') };
  }
  return { values: ownValuesOf(readSource(source).arrays), unreadable: [] };
}

/** The axes of the user's arrays: those that the text's call takes, else those of the selected input. */
export function channelOrderOf({ setup, parsed, meaning }: LayerPicture): OwnAxes {
  const { layer, origins } = setup;
  if (layer.kind === 'pool' && layer.helper !== undefined) return 'plane';
  const given = origins.x && parsed.arrays[origins.x.array]?.array.shape;
  const channelsFirst = meaning.call?.layout === 'nchw' || origins.x?.sourceIndex !== undefined;
  switch (given?.length) {
    case 1:
      return 'row';
    case 2:
      return 'plane';
    case 3:
      return channelsFirst ? 'CHW' : 'HWC';
    default:
      return channelsFirst ? 'NCHW' : 'NHWC';
  }
}
