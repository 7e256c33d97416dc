/** What all steps of one convolution share: planes, names, scales, the loop's listing and the maps of what goes in. */
import { msg } from '../../message';
import { outputShape } from '../../layer/geometry';
import type { ConvLayer } from '../Layer';
import { filterAddress, planeAddress } from '../address';
import type { Box, CodeState, MapView, Scale, Span } from '../Frame';
import type { View } from '../Stepper';
import { LoopTimeline, type StepPosition } from '../LoopTimeline';
import { exampleName, namesOf, type Names } from '../names';
import { productScale, scaleOf } from '../scale';
import { cellBox, hatchNote } from '../stage';
import { convListing } from '../listing/convListing';
import type { LoopListing } from '../listing/LoopListing';
import { ConvPlanes } from './ConvPlanes';
import { gradientScales, outputScale, type GradientScales } from './convScales';

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
  readonly gradients: GradientScales | undefined;
  readonly loop: LoopListing;

  constructor(
    readonly layer: ConvLayer,
    own?: Partial<Names>,
  ) {
    this.planes = new ConvPlanes(layer);
    this.names = namesOf(layer, own);
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
    this.scales = {
      x,
      w,
      products: productScale(x, w),
      z: layer.pass === 'forward' ? outputScale(this.planes) : x,
      dZ: layer.dZ ? scaleOf(layer.dZ.data) : x,
    };
    this.gradients = layer.pass === 'backward' ? gradientScales(this.planes) : undefined;
    this.loop = convListing(layer, geometry, this.names);
  }

  /** Steps by product and by channel show the channel they work on. */
  visibleChannel(position: StepPosition, view: View): number {
    const fine = view.granularity === 'product' || view.granularity === 'channel';
    return fine && !position.tail ? Math.floor(position.part / this.planes.taps) : view.channel;
  }

  /** One channel of one example as the windows see it: A_prev, or a_prev_pad where it is padded. */
  inputMap(i: number, channel: number, ...boxes: Box[]): MapView {
    const { input, geometry } = this.planes;
    return {
      id: 'x',
      title: input.padded ? `${exampleName(this.names.x)}_pad` : this.names.x,
      rows: input.rows,
      cols: input.cols,
      values: input.plane(i, channel),
      ...(input.kinds ? { cells: input.kinds } : {}),
      scale: this.scales.x,
      boxes,
      notes: [
        ...(input.padded ? [hatchNote] : []),
        geometry.inChannels > 1
          ? msg('i = {0}, channel {1} of {2}', i, channel, geometry.inChannels)
          : msg('i = {0}', i),
      ],
      address: input.address(this.names.x, i, channel),
    };
  }

  /** One channel of filter c; `tap` outlines a kernel cell. */
  filterMap(groupChannel: number, c: number, tap?: number): MapView {
    const { planes, names, layer } = this;
    return {
      id: 'w',
      title: `${names.w}[…, ${c}]`,
      rows: planes.kernelRows,
      cols: planes.kernelCols,
      values: planes.filterPlane(groupChannel, c),
      scale: this.scales.w,
      boxes: tap === undefined ? [] : [cellBox(Math.floor(tap / planes.kernelCols), tap % planes.kernelCols, 'result')],
      notes: [
        planes.groupChannels > 1
          ? msg('filter {0}, channel {1}', c, planes.firstChannel(c) + groupChannel)
          : msg('filter {0}', c),
      ],
      address: filterAddress('w', names.w, layer.w.shape, groupChannel, c),
    };
  }

  /** One filter's incoming gradients, the step's cell outlined. */
  gradientMap(i: number, c: number, ...boxes: Box[]): MapView {
    const { planes, names } = this;
    const { rows, cols } = planes.geometry;
    return {
      id: 'dZ',
      title: names.dZ,
      rows: rows.outSize,
      cols: cols.outSize,
      values: planes.gradientPlane(i, c),
      scale: this.scales.dZ,
      boxes,
      notes: [msg('i = {0}, c = {1}', i, c)],
      address: planeAddress('dZ', names.dZ, outputShape(planes.geometry), i, c),
    };
  }

  /** Where the loop's listing stands; `result` is shown at its current line. */
  codeState(position: StepPosition, result?: Span): CodeState {
    return this.loop.state(position, result);
  }
}
