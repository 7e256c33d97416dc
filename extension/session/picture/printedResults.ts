/** Whether the results that a text prints below its code agree with the layer's. */
import { compareResult } from '../../../core/check/result/compareResult';
import { Comparison } from '../../../core/check/stage/Comparison';
import { readOwnValues } from '../../../core/check/result/readOwnValues';
import { LensError, msg, type Message } from '../../../core/message';
import type { LensSource } from '../source/LensSource';
import { OutputNeeded, type ResultTools } from './LayerOutput';
import type { LayerPicture } from './LayerPicture';
import { channelOrderOf } from './withResult';

/** Undefined where the text prints no result of the layer, and where the layer takes long. */
export function printedResults(
  picture: LayerPicture,
  source: LensSource | undefined,
  tools: ResultTools,
): Message | undefined {
  const { layer, names } = picture.setup;
  if (source?.kind !== 'text' || !source.printed || source.segments.length === 0) return undefined;
  const values = source.printed
    .flatMap(({ text }) => readOwnValues(text).values)
    .filter(({ name }) => name !== undefined);
  if (values.length === 0) return undefined;
  try {
    const { subject } = compareResult({
      layer,
      results: tools.results(layer),
      values,
      names,
      assigned: picture.assigned ?? [],
      layout: channelOrderOf(picture),
    });
    const { differing, total } = new Comparison(subject);
    if (differing === 0) return msg('printed results agree with the layer: {0} value{0||s}', total);
    return msg('{0} of {1} printed value{1||s} differ{0|s|} from the layer: use Compare with Result', differing, total);
  } catch (error) {
    if (error instanceof LensError || error instanceof OutputNeeded) return undefined;
    throw error;
  }
}
