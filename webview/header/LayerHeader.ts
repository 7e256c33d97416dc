/** The header's fields of a layer, and of the step that is shown. */
import type { Field, LayerState } from '../../core/panel/protocol';
import type { HeaderView } from './HeaderView';

/** Loop indices of the step that is shown, by the names of their fields. */
interface Position {
  readonly example: number;
  readonly filter: number;
}

export class LayerHeader {
  private state: LayerState | undefined;
  private shown: Position | undefined;

  constructor(private readonly view: HeaderView) {}

  /** The granularity is chosen at the timeline. The state that is shown already may be updated for another number of decimals. */
  update(state: LayerState, precision: number): void {
    const { shown } = this;
    const fields = state.fields.filter(({ id }) => id !== 'granularity');
    const current = state === this.state && shown ? fields.map((field) => atPosition(field, shown)) : fields;
    this.state = state;
    this.view.update({ ...state, lines: state.size, fields: current }, precision);
  }

  /** Only a step at another example or filter changes the fields: a value that was refused there stays with its reason. */
  showPosition(example: number, filter: number): void {
    const { shown } = this;
    if (shown?.example !== example) this.view.show('example', String(example));
    if (shown?.filter !== filter) this.view.show('filter', String(filter));
    this.shown = { example, filter };
  }
}

/** The state has the indices of the step that it was sent with. */
function atPosition(field: Field, { example, filter }: Position): Field {
  const values = new Map([
    ['example', example],
    ['filter', filter],
  ]);
  const value = values.get(field.id);
  return value === undefined || field.error ? field : { ...field, value: String(value) };
}
