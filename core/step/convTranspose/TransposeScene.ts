/**
 * State that all steps of one transposed convolution share. A transposed convolution is the adjoint of a convolution from its
 * output to its input: forward it spreads x as that convolution spreads dZ; backward it reads dZ as that one reads x. `planes`
 * are those of the adjoint.
 */
import { convTranspose2dGeometry, transposedShape } from '../../layer/convTransposeGeometry';
import { newLike } from '../../layer/arrays';
import { tapCell } from '../../layer/window';
import { ConvPlanes } from '../conv/ConvPlanes';
import { gradientScales, outputScale } from '../conv/convScales';
import type { MapView, Scale } from '../Frame';
import type { ConvLayer, ConvTransposeLayer } from '../Layer';
import type { LoopListing } from '../shared/listings/LoopListing';
import { channelOfStep } from '../shared/channelOfStep';
import { LoopTimeline, type StepPosition } from '../shared/LoopTimeline';
import { magnifier } from '../shared/magnifier';
import { namesOf, type Names } from '../shared/words/names';
import { areWhole, productScale, scaleOf } from '../shared/scale';
import type { View } from '../Stepper';
import { transposeListing } from './transposeListing';

export class TransposeScene {
  readonly planes: ConvPlanes;
  readonly adjoint: ConvLayer;
  readonly names: Names;
  readonly timeline: LoopTimeline;
  readonly scales: {
    readonly x: Scale;
    readonly w: Scale;
    readonly products: Scale;
    /** Forward: Z. Backward: dZ. */
    readonly z: Scale;
    readonly dX: Scale;
    readonly dW: Scale;
  };
  /** Which arrays hold whole numbers only; `scattered` is Z without the bias, or dZ. */
  readonly whole: Readonly<Record<'x' | 'w' | 'scattered' | 'z' | 'products' | 'dX' | 'dW', boolean>>;
  readonly loop: LoopListing;
  /** (m, n_H, n_W, n_C) of Z. */
  readonly outShape: readonly number[];

  constructor(
    readonly layer: ConvTransposeLayer,
    own?: Partial<Names>,
  ) {
    const geometry = convTranspose2dGeometry(layer.x.shape, layer.w.shape, layer.options);
    this.outShape = transposedShape(geometry);
    const forward = layer.pass === 'forward';
    this.adjoint = {
      kind: 'conv',
      pass: forward ? 'backward' : 'forward',
      x: layer.dZ && !forward ? layer.dZ : newLike(this.outShape, layer.x),
      w: layer.w,
      dZ: layer.x,
      options: {},
    };
    this.planes = new ConvPlanes(this.adjoint, geometry);
    this.names = namesOf(own, { z: 'Z', dZ: 'dZ' });
    this.timeline = new LoopTimeline({
      examples: geometry.batch,
      rows: geometry.rows.outSize,
      cols: geometry.cols.outSize,
      filters: geometry.outChannels,
      channels: this.planes.groupChannels,
      taps: this.planes.taps,
      tail: forward && (this.planes.input.padded || layer.b !== undefined),
    });
    const gradients = gradientScales(this.planes);
    const w = scaleOf(layer.w.data);
    const x = scaleOf(layer.x.data);
    const z = forward ? gradients.dX : scaleOf(this.adjoint.x.data);
    this.scales = {
      x,
      w,
      z,
      products: productScale(z, w),
      dX: forward ? x : outputScale(this.planes),
      dW: gradients.dW,
    };
    const whole = { x: areWhole(layer.x.data), w: areWhole(layer.w.data) };
    const scattered = forward ? whole.x && whole.w : areWhole(this.adjoint.x.data);
    this.whole = {
      ...whole,
      scattered,
      z: scattered && (!layer.b || areWhole(layer.b.data)),
      products: scattered && whole.w,
      dX: scattered && whole.w,
      dW: scattered && whole.x,
    };
    this.loop = transposeListing(layer, geometry, this.names);
  }

  /** The map that windows are added to: Z itself where neither padding is removed nor a bias added. */
  get scatteredId(): 'zPad' | 'z' {
    return this.timeline.extents.tail ? 'zPad' : 'z';
  }

  /** The kernel cells' values of the window at (h, w) on a map of the padded output's extents. */
  windowMap(of: MapView, { h, w }: StepPosition, part: 'window' | 'slice'): MapView {
    const { rows, cols } = this.planes.geometry;
    return magnifier(of, {
      id: `${of.id}-${part}`,
      rows: rows.kernel,
      cols: cols.kernel,
      cellOf: (row, col) => tapCell(this.planes.geometry, h, w, row * cols.kernel + col),
      always: part === 'slice',
    });
  }

  /** Steps by product and by channel show the output channel they work on. */
  visibleChannel(position: StepPosition, view: View): number {
    return channelOfStep(position, view, this.planes.taps);
  }

  /** The kernel cell that a step by product works on. */
  currentTap({ lastProduct, doneBefore, doneAfter }: StepPosition): number | undefined {
    return doneAfter - doneBefore === 1 ? lastProduct % this.planes.taps : undefined;
  }
}
