/** What a panel shows, and what a reload has to know of it. */
import type { LensSource } from './source/LensSource';
import type { InspectPicture } from './picture/InspectPicture';
import type { LayerPicture, Place } from './picture/LayerPicture';
import { keepSource, type KeptSource, type Memento } from './memento';
import type { Purpose } from './source/Purpose';

/** A source and what the panel makes of it. */
export interface Shown {
  readonly source: LensSource | undefined;
  readonly kept: KeptSource;
  readonly purpose: Purpose;
  readonly picture?: LayerPicture | InspectPicture;
  /** The user's results that the layer is compared with. */
  readonly result?: LensSource;
  /** The picture's ranges match the current text. */
  readonly linked: boolean;
  /** The scene that it was opened from. */
  readonly scene?: Memento['scene'];
  /** The lesson whose present part is the scene. */
  readonly lesson?: Memento['lesson'];
}

/** Enough to make the picture again. */
export function mementoOf({ kept, purpose, picture, result, scene, lesson }: Shown): Memento {
  const layer = picture?.kind === 'layer' ? picture : undefined;
  return {
    version: 1,
    source: kept,
    purpose,
    choices: { ...picture?.choices },
    channel: layer?.view.channel ?? 0,
    filter: layer?.view.filter ?? 0,
    matrix: layer?.view.matrix ?? false,
    ...(layer?.view.picture === undefined ? {} : { picture: layer.view.picture }),
    granularity: layer?.view.granularity ?? 'window',
    t: layer?.t ?? 0,
    ...(result && { result: keepSource(result) }),
    ...(scene && { scene }),
    ...(lesson && { lesson }),
  };
}

/** The view and step that a memento names. */
export function restoredPlace({ channel, filter, matrix = false, picture, granularity, t }: Memento): Place {
  const shown = picture === undefined ? {} : { picture };
  return { view: { channel, filter, matrix, ...shown, granularity }, t };
}
