/** A map's title, and what is written below it, in the display language. */
import { msg } from '../../core/message';
import { CellKind, type MapView } from '../../core/step/Frame';
import { t } from '../l10n';

export function mapTitle({ title, label }: Pick<MapView, 'title' | 'label'>): string {
  return label ? t(label) : title;
}

/**
 * `formatted`: the sum of its values, or the value of its outlined cell; empty where none is computed. `isWidest`: all that may
 * be written at a step, for the layout.
 */
export function notesOf(
  { notes, emptyNote, cells, sum, outlined }: Pick<MapView, 'notes' | 'emptyNote' | 'cells' | 'sum' | 'outlined'>,
  formatted: string,
  hasNumbers: boolean,
  isWidest = false,
): string {
  if (outlined && formatted !== '' && !hasNumbers) return formatted;
  const hasEmpty = isWidest || cells?.includes(CellKind.Empty);
  const all = [
    ...notes,
    ...(emptyNote && hasEmpty ? [emptyNote] : []),
    ...(sum && formatted !== '' ? [msg('sum {0}', formatted)] : []),
  ];
  return all.map((note) => t(note)).join(' – ');
}
