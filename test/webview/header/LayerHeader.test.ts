/** The fields of the header show the loop indices of the step that is drawn. */
import { expect, test } from 'vitest';
import type { LayerState } from '../../../core/panel/protocol';
import type { HeaderView } from '../../../webview/header/HeaderView';
import { LayerHeader } from '../../../webview/header/LayerHeader';

test('a step by product at another channel shows it in the field; without an index a field keeps its value', () => {
  const shown: string[] = [];
  const fields = (): { id: string; value: string }[] => updated.at(-1)?.fields ?? [];
  const updated: { fields: { id: string; value: string }[] }[] = [];
  const view = {
    update: (state: (typeof updated)[number]) => void updated.push(state),
    show: (id: string, value: string) => void shown.push(`${id} ${value}`),
  } as unknown as HeaderView;
  const header = new LayerHeader(view);
  const state = { fields: ['example', 'filter', 'channel', 'stride'].map((id) => ({ id, value: '0' })) };
  header.update(state as unknown as LayerState, 2);
  header.showPosition({ example: 0, filter: 3, channel: 0 });
  header.showPosition({ example: 0, filter: 3, channel: 2 });
  expect(shown).toEqual(['example 0', 'filter 3', 'channel 0', 'channel 2']);
  // The same state again, for another number of decimals.
  header.update(state as unknown as LayerState, 3);
  expect(fields().map(({ value }) => value)).toEqual(['0', '3', '2', '0']);
  header.showPosition({ example: 1, filter: 3, channel: undefined });
  header.update(state as unknown as LayerState, 2);
  expect(fields().map(({ value }) => value)).toEqual(['1', '3', '0', '0']);
});
