/** Builders of the stage's rows. */
import type { Message } from '../../../message';
import type { Line, Span, StageItem, StageRow } from '../../Frame';
import { say, text } from './spans';

interface RowRequest {
  readonly id: string;
  /** A formula, the same in every language, or a message. */
  readonly title: string | Message;
  readonly aside?: Message;
  readonly items: readonly StageItem[];
  readonly lines?: readonly Line[];
  readonly even?: boolean;
}

export function stageRow({ id, title, aside, items, lines = [], even = false }: RowRequest): StageRow {
  const heading: Span = typeof title === 'string' ? text(title, 'strong') : say(title, 'strong');
  return { id, title: [heading], aside: aside ? [say(aside)] : [], items, lines, ...(even && { even }) };
}
