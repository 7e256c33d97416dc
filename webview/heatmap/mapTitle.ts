/** A map's title, and what is written below it, in the display language. */
import { msg } from '../../core/message';
import type { MapView } from '../../core/step/Frame';
import { t } from '../l10n';

export function mapTitle({ title, label }: Pick<MapView, 'title' | 'label'>): string {
  return label ? t(label) : title;
}

/** `sum`: the formatted sum of its values; empty where none is computed. */
export function notesOf({ notes, sum }: Pick<MapView, 'notes' | 'sum'>, formatted: string): string {
  const all = sum && formatted !== '' ? [...notes, msg('sum {0}', formatted)] : notes;
  return all.map((note) => t(note)).join(' – ');
}
