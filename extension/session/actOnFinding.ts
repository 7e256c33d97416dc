/** Shows the line of a mistake in its document, or applies its repair as one undoable edit. */
import type { SessionPorts } from './ports';
import type { Finding } from './check/Finding';

export function actOnFinding(
  finding: Finding | undefined,
  action: 'showLine' | 'apply',
  { editor }: Pick<SessionPorts, 'editor'>,
): void {
  if (!finding) return;
  const { place, repair } = finding;
  if (action === 'showLine') editor(place.uri).reveal(place.range);
  else if (repair) editor(repair.place.uri).replace(repair.place.range, repair.text, repair.before);
}
