/** What all steps of one pooling share: planes, names, scales, the loop's listing and the maps of what goes in. */
import type { PoolLayer } from '../Layer';
import { inputMap, outputMap } from '../shared/layerMaps';
import type { Box, MapView, Scale } from '../Frame';
import { LoopTimeline } from '../shared/LoopTimeline';
import type { LoopListing } from '../shared/listings/LoopListing';
import { poolListing } from './poolListing';
import { namesOf, type Names } from '../shared/words/names';
import { areWhole, scaleBetween, scaleOf } from '../shared/scale';
import { PoolPlanes } from './PoolPlanes';

/** Cells whose results may be computed only to learn a range. */
const budget = 20_000;

export class PoolScene {
  readonly planes: PoolPlanes;
  readonly names: Names;
  readonly timeline: LoopTimeline;
  readonly scales: { readonly x: Scale; readonly dA: Scale; readonly share: Scale; readonly dX: Scale };
  /** Which arrays hold whole numbers only. */
  readonly whole: { readonly x: boolean; readonly dA: boolean };
  readonly loop: LoopListing;

  constructor(
    readonly layer: PoolLayer,
    own?: Partial<Names>,
  ) {
    this.planes = new PoolPlanes(layer);
    this.names = namesOf(own, { z: 'A', dZ: 'dA' });
    const { geometry, taps } = this.planes;
    this.timeline = new LoopTimeline({
      examples: geometry.batch,
      rows: geometry.rows.outSize,
      cols: geometry.cols.outSize,
      filters: geometry.outChannels,
      channels: 1,
      taps,
      tail: false,
    });
    const x = scaleOf(layer.x.data);
    const dA = layer.dZ ? scaleOf(layer.dZ.data) : x;
    this.scales = {
      x,
      dA,
      share: scaleBetween(dA.min / taps, dA.max / taps),
      dX: layer.dZ ? this.gradientScale() : x,
    };
    this.whole = { x: areWhole(layer.x.data), dA: layer.dZ ? areWhole(layer.dZ.data) : false };
    this.loop = poolListing(layer, geometry, this.names);
  }

  inputMap(i: number, c: number, ...boxes: Box[]): MapView {
    const { input } = this.planes;
    return inputMap({ input, name: this.names.x, scale: this.scales.x, integers: this.whole.x, i, channel: c, boxes });
  }

  gradientMap(i: number, c: number, ...boxes: Box[]): MapView {
    const { planes, names, scales } = this;
    const values = planes.gradientPlane(i, c);
    return outputMap({
      id: 'dZ',
      name: names.dZ,
      geometry: planes.geometry,
      values,
      scale: scales.dA,
      integers: this.whole.dA,
      i,
      c,
      boxes,
      notes: [],
    });
  }

  /** The range of dA_prev: of the planes that can be computed within the budget. */
  private gradientScale(): Scale {
    const { planes } = this;
    const { batch, rows, cols, outChannels } = planes.geometry;
    const pixels = rows.outSize * cols.outSize;
    const wanted = Math.max(1, Math.min(batch * outChannels, Math.floor(budget / pixels)));
    const all = new Float64Array(wanted * rows.size * cols.size);
    for (let index = 0; index < wanted; index++) {
      const plane = planes.inputGradient(
        Math.floor(index / outChannels),
        index % outChannels,
        pixels * outChannels * planes.taps,
      );
      all.set(plane, index * plane.length);
    }
    return scaleOf(all);
  }
}
