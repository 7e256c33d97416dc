/** The source that a memento kept, or why it is gone. */
import { LensError, msg } from '../../core/message';
import { withDefinitionsBelow } from './open/definitions/definedBelow';
import { around } from './open/document/around';
import type { LensSource } from './source/LensSource';
import { aimOf, sourceOf, type KeptSource } from './memento';
import type { SessionPorts } from './ports';

/** Rejects with a LensError when the source cannot be had again. */
export async function reopenSource(
  kept: KeptSource,
  ports: Pick<SessionPorts, 'openDocument' | 'readFiles' | 'reopenCheck' | 'log'>,
): Promise<LensSource> {
  if (kept.kind === 'lost') {
    throw new LensError(msg('{0} was too large to be kept over the reload: open it again', kept.name));
  }
  if (kept.kind === 'check') return ports.reopenCheck(kept);
  if (kept.kind === 'files') return ports.readFiles(kept);
  if (kept.kind !== 'document') return sourceOf(kept);
  const { name, uri, ranges, surroundings } = kept;
  try {
    const { text, languageId } = await ports.openDocument(uri);
    const piece = ([start, end]: readonly [number, number]) => ({ offset: start, text: text.slice(start, end) });
    const segments = ranges.map(piece);
    const source: LensSource = {
      kind: 'text',
      name,
      uri,
      languageId: kept.languageId ?? languageId,
      segments,
      ...aimOf(kept),
      ...(surroundings && { surroundings: surroundings.map(piece) }),
      printed: around(text, languageId, segments).printed,
    };
    return withDefinitionsBelow(source, [text]);
  } catch (error) {
    ports.log('error', String(error));
    throw new LensError(msg('{0} can no longer be read', name));
  }
}
