/** The view and step that a memento names. */
import type { TimelinePlace } from './picture/LayerPicture';
import type { Memento } from './memento';

export function restoredPlace({ channel, filter, matrix = false, picture, granularity, t }: Memento): TimelinePlace {
  const shown = picture === undefined ? {} : { picture };
  return { view: { channel, filter, matrix, ...shown, granularity }, t };
}
