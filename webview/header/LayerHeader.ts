/** The header's fields of a layer, and of the step that is shown. */
import type { LayerState } from '../../core/panel/protocol';
import type { HeaderView } from './HeaderView';

export class LayerHeader {
  private shown: { readonly example: number; readonly filter: number } | undefined;

  constructor(private readonly view: HeaderView) {}

  /** The granularity is chosen at the timeline. */
  update(state: LayerState, precision: number): void {
    const fields = state.fields.filter(({ id }) => id !== 'granularity');
    this.view.update({ ...state, lines: state.size, fields }, precision);
  }

  /** Only a step at another example or filter changes the fields: a value that was refused there stays with its reason. */
  showPosition(example: number, filter: number): void {
    const { shown } = this;
    if (shown?.example !== example) this.view.show('example', String(example));
    if (shown?.filter !== filter) this.view.show('filter', String(filter));
    this.shown = { example, filter };
  }
}
