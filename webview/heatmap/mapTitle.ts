/** A map's title, and what is written below it, in the display language. */
import { msg } from '../../core/message';
import type { MapView } from '../../core/step/Frame';
import { t } from '../l10n';

export function mapTitle({ title, label }: Pick<MapView, 'title' | 'label'>): string {
  return label ? t(label) : title;
}

/** `formatted`: the sum of its values, or the value of its outlined cell; empty where none is computed. */
export function notesOf(
  { notes, sum, outlined }: Pick<MapView, 'notes' | 'sum' | 'outlined'>,
  formatted: string,
  hasNumbers: boolean,
): string {
  if (outlined && formatted !== '' && !hasNumbers) return formatted;
  const all = sum && formatted !== '' ? [...notes, msg('sum {0}', formatted)] : notes;
  return all.map((note) => t(note)).join(' – ');
}
