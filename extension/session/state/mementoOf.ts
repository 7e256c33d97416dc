/** What a reload needs to show the same again. */
import { keepSource, type Memento } from '../memento';
import { drawnOf, type SessionState, type Showing } from './SessionState';

/** Undefined for an empty panel. While a memento is restored, and after that failed, it is that memento. */
export function mementoOf(state: SessionState): Memento | undefined {
  if (state.kind === 'empty') return undefined;
  const drawn = drawnOf(state);
  if (drawn) return mementoOfPicture(drawn);
  if (state.kind !== 'showing' && state.restored) return state.restored;
  const { kept: source, purpose, scene, lesson } = state;
  const view = { channel: 0, filter: 0, matrix: false, granularity: 'window', t: 0 } as const;
  return { version: 1, source, purpose, choices: {}, ...view, ...(scene && { scene }), ...(lesson && { lesson }) };
}

/** Enough to make the picture again. */
function mementoOfPicture({ kept, purpose, picture, result, scene, lesson }: Showing): Memento {
  const layer = picture.kind === 'layer' ? picture : undefined;
  return {
    version: 1,
    source: kept,
    purpose,
    choices: { ...picture.choices },
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
