/** Fields in the order in which the host sent them; those that stay keep their elements and the focus. */
import type { Field } from '../../core/panel/protocol';
import { FieldView, type FieldEvents } from './FieldView';

export class FieldList {
  private views = new Map<string, FieldView>();
  /** Dropdowns get their width after they are shown, which moves the fields behind them. */
  private readonly resizes = new ResizeObserver(() => this.placeErrors());

  constructor(
    private readonly container: HTMLElement,
    private readonly events: FieldEvents,
  ) {}

  update(fields: readonly Field[]): void {
    const next = new Map<string, FieldView>();
    for (const field of fields) next.set(field.id, this.viewOf(field));
    for (const [id, view] of this.views) if (next.get(id) !== view) this.remove(view);
    this.views = next;
    let place = this.container.firstElementChild;
    for (const { element } of next.values()) {
      if (element === place) place = place.nextElementSibling;
      else this.container.insertBefore(element, place);
    }
  }

  /** Call when the fields have their places. */
  placeErrors(): void {
    for (const view of this.views.values()) view.placeError();
  }

  /** The field's element, while the field is shown. */
  element(id: string): HTMLElement | undefined {
    return this.views.get(id)?.element;
  }

  show(id: string, value: string): void {
    this.views.get(id)?.show(value);
  }

  private viewOf(field: Field): FieldView {
    const view = this.views.get(field.id);
    if (!view?.canShow(field)) return this.create(field);
    view.update(field);
    return view;
  }

  private create(field: Field): FieldView {
    const view = new FieldView(field, this.events);
    this.resizes.observe(view.element);
    return view;
  }

  private remove({ element }: FieldView): void {
    this.resizes.unobserve(element);
    element.remove();
  }
}
