/** A map's title in the display language. */
import type { MapView } from '../../core/step/Frame';
import { t } from '../l10n';

export function mapTitle({ title, label }: Pick<MapView, 'title' | 'label'>): string {
  return label ? t(label) : title;
}
