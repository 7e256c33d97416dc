/** What all steps of one convolution share: planes, names, scales, the loop's listing and the maps of what goes in. */
import type { ConvLayer } from '../Layer';
import { filterAddress } from '../shared/address';
import { tapCell } from '../../layer/window';
import { inputMap, outputMap } from '../shared/layerMaps';
import { CellKind, type Box, type CodeState, type MapView, type Scale, type Span } from '../Frame';
import type { View } from '../Stepper';
import { channelOfStep } from '../shared/channelOfStep';
import { LoopTimeline, type StepPosition } from '../shared/LoopTimeline';
import { magnifier } from '../shared/magnifier';
import { namesOf, type Names } from '../shared/words/names';
import { areWhole, productScale, scaleOf } from '../shared/scale';
import { cellBox, kernelBox } from '../shared/stage';
import { integer, number } from '../shared/words/spans';
import { convListing } from './listings/convListing';
import type { LoopListing } from '../shared/listings/LoopListing';
import { ConvPlanes } from './ConvPlanes';
import { PlaneCache } from '../shared/planes/PlaneCache';
import { forwardScales, gradientScales, type GradientScales } from './convScales';

export class ConvScene {
  readonly planes: ConvPlanes;
  readonly names: Names;
  readonly timeline: LoopTimeline;
  readonly scales: {
    readonly x: Scale;
    readonly w: Scale;
    readonly products: Scale;
    readonly z: Scale;
    readonly dZ: Scale;
  };
  /** Which arrays hold whole numbers only. */
  readonly whole: { readonly x: boolean; readonly w: boolean; readonly z: boolean; readonly dZ: boolean };
  readonly gradients: GradientScales | undefined;
  readonly loop: LoopListing;
  /** The planes of all filters, by example. */
  readonly strips = new PlaneCache(4);

  constructor(
    readonly layer: ConvLayer,
    own?: Partial<Names>,
  ) {
    this.planes = new ConvPlanes(layer);
    this.names = namesOf(own, { z: 'Z', dZ: 'dZ' });
    const { geometry, taps, groupChannels, input } = this.planes;
    this.timeline = new LoopTimeline({
      examples: geometry.batch,
      rows: geometry.rows.outSize,
      cols: geometry.cols.outSize,
      filters: geometry.outChannels,
      channels: groupChannels,
      taps,
      tail: layer.pass === 'backward' && input.padded,
    });
    const x = scaleOf(layer.x.data);
    const w = scaleOf(layer.w.data);
    const forward = layer.pass === 'forward' ? forwardScales(this.planes) : { products: productScale(x, w), z: x };
    this.scales = {
      x,
      w,
      ...forward,
      dZ: layer.dZ ? scaleOf(layer.dZ.data) : x,
    };
    const whole = { x: areWhole(layer.x.data), w: areWhole(layer.w.data) };
    const bias = layer.b ? areWhole(layer.b.data) : true;
    const dZ = layer.dZ ? areWhole(layer.dZ.data) : false;
    this.whole = { ...whole, z: whole.x && whole.w && bias, dZ };
    this.gradients = layer.pass === 'backward' ? gradientScales(this.planes) : undefined;
    this.loop = convListing(layer, geometry, this.names);
  }

  /** A value of an array in a sentence, written as in the array's map. */
  factor(array: 'x' | 'w' | 'dZ', value: number): Span {
    return this.whole[array] ? integer(value) : number(value);
  }

  /** Steps by product and by channel show the channel they work on. */
  visibleChannel(position: StepPosition, view: View): number {
    return channelOfStep(position, view, this.planes.taps);
  }

  inputMap(i: number, channel: number, ...boxes: Box[]): MapView {
    const { input } = this.planes;
    return inputMap({ input, name: this.names.x, scale: this.scales.x, integers: this.whole.x, i, channel, boxes });
  }

  /** The kernel cells' values of the window at (h, w) on a map of the padded input's extents. */
  windowMap(input: MapView, h: number, w: number): MapView {
    const { rows, cols } = this.planes.geometry;
    return magnifier(input, {
      id: `${input.id}-window`,
      rows: rows.kernel,
      cols: cols.kernel,
      cellOf: (row, col) => tapCell(this.planes.geometry, h, w, row * cols.kernel + col),
    });
  }

  /** Whether the window at (h, w) sees data or padding at kernel cell `tap`. */
  tapKind(h: number, w: number, tap: number): number {
    const { input } = this.planes;
    return input.kinds?.[this.planes.tapIndex(h, w, tap)] ?? CellKind.Data;
  }

  /** One channel of filter c; `tap` outlines a kernel cell. */
  filterMap(groupChannel: number, c: number, tap?: number): MapView {
    const { planes, names, layer } = this;
    return {
      id: 'w',
      title: names.w,
      index: `[…, ${groupChannel}, ${c}]`,
      rows: planes.kernelRows,
      cols: planes.kernelCols,
      values: planes.filterPlane(groupChannel, c),
      scale: this.scales.w,
      integers: this.whole.w,
      boxes: tap === undefined ? [] : [kernelBox(planes.geometry, tap, 'result')],
      notes: [],
      address: filterAddress('w', names.w, layer.w.shape, groupChannel, c),
    };
  }

  /** One filter's incoming gradients, the step's cell outlined. */
  gradientMap(i: number, c: number, ...boxes: Box[]): MapView {
    const { planes, names, scales } = this;
    const values = planes.gradientPlane(i, c);
    return outputMap({
      id: 'dZ',
      name: names.dZ,
      geometry: planes.geometry,
      values,
      scale: scales.dZ,
      integers: this.whole.dZ,
      i,
      c,
      boxes,
      notes: [],
    });
  }

  /** The incoming gradient of the step's output cell, as a map of one cell. */
  gradientCellMap({ i, h, w, c }: StepPosition): MapView {
    const { planes, names, scales } = this;
    return {
      id: 'dZ-cell',
      title: names.dZ,
      rows: 1,
      cols: 1,
      values: Float64Array.of(planes.dZ(i, h, w, c)),
      scale: scales.dZ,
      integers: this.whole.dZ,
      boxes: [cellBox(0, 0, 'result')],
      notes: [],
    };
  }

  /** The state of the loop's listing; `result` is shown at its current line. */
  codeState(position: StepPosition, result?: Span): CodeState {
    return this.loop.state(position, result);
  }
}
