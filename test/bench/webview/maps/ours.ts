/** The page with our map: the figure of the stage as it is, with its title, colour bar and table of values. */
import { scaleBetween } from '../../../../core/step/shared/scale';
import type { MapView } from '../../../../core/step/Frame';
import type { Appearance, MapEvents } from '../../../../webview/heatmap/MapEvents';
import { MapFigure } from '../../../../webview/heatmap/MapFigure';
import { readTheme } from '../../../../webview/theme';
import { numbers, timed, variants, windowAt, type MapBench } from './MapBench';

const ignore = (): void => undefined;
const events: MapEvents = {
  point: ignore,
  choose: ignore,
  release: ignore,
  edit: ignore,
  reveal: ignore,
  montage: ignore,
  choosePlane: ignore,
};

let update: (index: number, variant: number) => void = ignore;

/** The numbers that the window alone moves over: those of the last update. */
let shown = 0;

const bench: MapBench = {
  prepare: (size, cell) => {
    const figure = new MapFigure('x', events);
    document.body.replaceChildren(figure.element);
    const appearance: Appearance = {
      precision: 2,
      speed: 2,
      colorMap: 'lens',
      showPadding: true,
      headerFolded: false,
      showResult: false,
      theme: readTheme(),
    };
    const scale = scaleBetween(-1, 1);
    const values = Array.from({ length: variants }, (_, variant) => numbers(size, variant));
    update = (index, variant) => {
      const map: MapView = {
        id: 'x',
        title: 'A_prev',
        rows: size,
        cols: size,
        values: values[variant % variants]!,
        scale,
        boxes: [{ ...windowAt(size, index), rows: 3, cols: 3, style: 'window' }],
        notes: [],
      };
      figure.update(map, appearance, cell);
    };
    update(0, 0);
    return Promise.resolve();
  },
  run: (way, updates) =>
    timed(updates, (index) => {
      if (way !== 'window') shown = index;
      update(index, shown);
    }),
};

Object.assign(window, { bench });
