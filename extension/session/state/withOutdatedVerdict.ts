/** A check whose text has changed: its verdict stays, marked as that of an earlier text, until there is a new one. */
import type { OutdatedVerdict } from '../../../core/panel/protocol';
import type { SessionState } from './SessionState';

/** The same state where nothing changes: no check is shown, or what was not outdated is left unchecked. */
export function withOutdatedVerdict(state: SessionState, outdatedVerdict: OutdatedVerdict): SessionState {
  if (state.kind !== 'showing' || state.source.kind !== 'check') return state;
  const before = state.outdatedVerdict;
  if (before === outdatedVerdict || (outdatedVerdict === 'unchecked' && !before)) return state;
  return { ...state, outdatedVerdict };
}
