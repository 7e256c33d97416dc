/** The header's fields of a layer, and of the step that is shown. */
import type { Field, LayerState } from '../../core/panel/protocol';
import type { HeaderView } from './HeaderView';

/** Loop indices of the step that is shown, by the names of their fields. */
interface Position {
  readonly example: number;
  readonly filter: number;
  readonly channel: number | undefined;
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

  /** Only a step at another example, filter or channel changes the fields: a value that was refused there stays with its reason. */
  showPosition(position: Position): void {
    for (const id of ['example', 'filter', 'channel'] as const) {
      const index = position[id];
      if (index !== undefined && this.shown?.[id] !== index) this.view.show(id, String(index));
    }
    this.shown = position;
  }
}

/** The state has the indices of the step that it was sent with. */
function atPosition(field: Field, position: Position): Field {
  const index = new Map<string, number | undefined>(Object.entries(position)).get(field.id);
  return index === undefined || field.error ? field : { ...field, value: String(index) };
}
