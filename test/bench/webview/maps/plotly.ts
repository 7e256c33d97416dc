/** The page with Plotly's map: no axes, no colour bar, no interaction, and numbers made ready before the clock runs. */
import { numbers, timed, variants, windowAt, type MapBench } from './MapBench';

interface PlotlyLibrary {
  newPlot(place: HTMLElement, data: unknown[], layout: object, config: object): Promise<unknown>;
  react(place: HTMLElement, data: unknown[], layout: object, config: object): Promise<unknown>;
  update(place: HTMLElement, data: object, layout: object): Promise<unknown>;
  relayout(place: HTMLElement, layout: object): Promise<unknown>;
}

declare const Plotly: PlotlyLibrary;

const config = { staticPlot: true, displayModeBar: false };
const hidden = { visible: false, fixedrange: true };

let size = 0;
let cell = 0;
let place: HTMLElement;
let planes: Float64Array[][] = [];

const bench: MapBench = {
  prepare: async (cells, pixels) => {
    size = cells;
    cell = pixels;
    planes = Array.from({ length: variants }, (_, variant) => {
      const plane = numbers(size, variant);
      return Array.from({ length: size }, (__, row) => plane.subarray(row * size, (row + 1) * size));
    });
    place = document.createElement('div');
    document.body.replaceChildren(place);
    await Plotly.newPlot(place, [trace(0)], layout(0), config);
  },
  run: (way, updates) =>
    timed(updates, async (index) => {
      switch (way) {
        case 'all':
          await Plotly.react(place, [trace(index)], layout(index), config);
          return;
        case 'all by update':
          await Plotly.update(place, { z: [planes[index % variants]] }, { shapes: shapes(index) });
          return;
        case 'window':
          await Plotly.relayout(place, { shapes: shapes(index) });
      }
    }),
};

function trace(index: number): object {
  const [zmin, zmax] = [-1, 1];
  const z = planes[index % variants];
  return { type: 'heatmap', z, zmin, zmax, colorscale: 'RdBu', showscale: false, hoverinfo: 'skip' };
}

function layout(index: number): object {
  const margin = { l: 0, r: 0, t: 0, b: 0 };
  const yaxis = { ...hidden, autorange: 'reversed' };
  return { width: size * cell, height: size * cell, margin, xaxis: hidden, yaxis, shapes: shapes(index) };
}

/** Plotly's cells lie around whole numbers. */
function shapes(index: number): object[] {
  const { row, col } = windowAt(size, index);
  const line = { color: '#ff8800', width: 2.5 };
  return [{ type: 'rect', x0: col - 0.5, x1: col + 2.5, y0: row - 0.5, y1: row + 2.5, line }];
}

Object.assign(window, { bench });
