/** Opens and closes the histogram below a map's colour bar, and keeps the range of colours that the user chose there. */
import type { ColorMap } from '../../../core/color/ColorMap';
import type { MapView, Scale } from '../../../core/step/Frame';
import type { Theme } from '../../theme';
import { keepInside } from '../../ui/keepInside';
import { popupOpened } from '../../ui/popups';
import { HistogramView } from './HistogramView';

export class HistogramToggle {
  private view: HistogramView | undefined;
  private closed: (() => void) | undefined;
  private chosen: Scale | undefined;

  /** `redraw` is called when the histogram was opened or closed, or another range was chosen. */
  constructor(
    private readonly bar: HTMLElement,
    private readonly redraw: () => void,
  ) {
    bar.addEventListener('click', () => this.toggle());
  }

  /** The user's own range of the colours. */
  get scale(): Scale | undefined {
    return this.chosen;
  }

  update(map: MapView, scale: Scale, colors: ColorMap, theme: Theme): void {
    this.view?.update(map, scale, colors, theme);
  }

  dispose(): void {
    this.closed?.();
    this.view?.dispose();
  }

  private toggle(): void {
    const opened = this.view ? undefined : this.open();
    if (!opened) this.close();
    this.bar.setAttribute('aria-expanded', String(opened !== undefined));
    this.redraw();
    if (opened) keepInside(opened.element, this.bar);
  }

  private open(): HistogramView {
    const view = new HistogramView((scale) => {
      this.chosen = scale;
      this.redraw();
    });
    this.view = view;
    this.bar.after(view.element);
    this.closed = popupOpened({ element: view.element, opener: this.bar, close: () => this.toggle() });
    return view;
  }

  private close(): void {
    this.dispose();
    this.view = undefined;
    this.closed = undefined;
  }
}
