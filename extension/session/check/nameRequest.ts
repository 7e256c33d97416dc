/** What a worker needs to name the mistake behind results that differ. */
import type { NameRequest } from '../compute/WorkerRequest';
import { layoutOf } from '../picture/withResult';
import type { Shown } from '../Shown';

/** Undefined where nothing is compared, or everything agrees. */
export function nameRequest({ picture, source }: Shown): NameRequest | undefined {
  if (picture?.kind !== 'layer') return undefined;
  const { yours, setup } = picture;
  const { layer, names } = setup;
  if (yours?.origin.kind !== 'result' || yours.comparison.differing === 0) return undefined;
  if (layer.kind !== 'conv' && layer.kind !== 'pool') return undefined;
  const { values, printed } = yours.origin;
  const texts = source?.kind === 'text' ? [...(source.surroundings ?? []), ...source.segments] : [];
  const code = texts.map(({ text }) => text).join('\n');
  return {
    kind: 'nameMistakes',
    layer,
    values,
    names,
    layout: layoutOf(picture),
    ...(code !== '' && printed !== undefined && { code, printed }),
  };
}
