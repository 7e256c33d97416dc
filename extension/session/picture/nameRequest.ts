/** What a worker needs to name the mistake behind results that differ. */
import type { MistakesRequest } from '../../../core/check/numbers/nameMistakes';
import type { LensSource } from '../source/LensSource';
import type { LayerPicture } from './LayerPicture';
import { channelOrderOf } from './withResult';

/** Undefined where nothing is compared, or everything agrees. */
export function nameRequest(picture: LayerPicture, source: LensSource | undefined): MistakesRequest | undefined {
  const { yours, setup } = picture;
  const { layer, names } = setup;
  if (yours?.origin.kind !== 'result' || yours.comparison.differing === 0) return undefined;
  const { values, printed } = yours.origin;
  const texts = source?.kind === 'text' ? [...(source.surroundings ?? []), ...source.segments] : [];
  const code = texts.map(({ text }) => text).join('\n');
  return {
    layer,
    values,
    names,
    assigned: picture.assigned ?? [],
    layout: channelOrderOf(picture),
    ...(code !== '' && printed !== undefined && { code, printed }),
  };
}
