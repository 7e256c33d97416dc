/** A check whose text is edited: its repairs are where their text is after the edit. */
import type { PartRange } from '../check/JoinedText';
import { movedRange, type TextChange } from '../source/followText';
import type { SessionState } from './SessionState';

export function withMovedRepairs(state: SessionState, uri: string, changes: readonly TextChange[]): SessionState {
  if (state.kind !== 'showing' || state.source.kind !== 'check') return state;
  const moved = (place: PartRange): PartRange =>
    place.uri === uri ? { ...place, range: changes.reduce(movedRange, place.range) } : place;
  const findings = state.source.findings.map((finding) => {
    const { place, repair } = finding;
    return { ...finding, place: moved(place), ...(repair && { repair: { ...repair, place: moved(repair.place) } }) };
  });
  return { ...state, source: { ...state.source, findings } };
}
