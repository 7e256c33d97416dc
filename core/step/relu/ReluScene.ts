/** State that all steps of one ReLU share. */
import { requireFilled } from '../../layer/arrays';
import { require4d } from '../../layer/geometry';
import { passesGradient, rectified } from '../../layer/relu';
import type { Scale } from '../Frame';
import type { ReluLayer } from '../Layer';
import { LoopListing, type LoopLine } from '../shared/listings/LoopListing';
import { LoopTimeline } from '../shared/LoopTimeline';
import { namesOf, type Names } from '../shared/words/names';
import { PlaneCache } from '../shared/planes/PlaneCache';
import { areWhole, scaleBetween, scaleOf } from '../shared/scale';
import { text } from '../shared/words/spans';

export class ReluScene {
  readonly names: Names;
  readonly timeline: LoopTimeline;
  readonly loop: LoopListing;
  readonly shape: readonly [batch: number, rows: number, cols: number, channels: number];
  readonly scales: { readonly x: Scale; readonly z: Scale; readonly mask: Scale; readonly gradient: Scale };
  /** Which arrays hold whole numbers only. */
  readonly whole: { readonly values: boolean; readonly gradients: boolean };
  private readonly planes = new PlaneCache();

  constructor(
    readonly layer: ReluLayer,
    own?: Partial<Names>,
  ) {
    requireFilled('input', layer.x);
    this.shape = require4d('input', layer.x.shape);
    const [examples, rows, cols, filters] = this.shape;
    this.names = namesOf(own, { x: 'Z', z: 'A', dZ: 'dA' });
    this.timeline = new LoopTimeline({ examples, rows, cols, filters, channels: 1, taps: 1, tail: false });
    this.loop = new LoopListing(this.loopLines(), 5);
    const x = scaleOf(layer.x.data);
    this.scales = {
      x,
      z: scaleBetween(0, Math.max(0, x.max)),
      mask: { kind: 'sequential', min: 0, max: 1 },
      gradient: layer.dZ ? scaleOf(layer.dZ.data) : x,
    };
    this.whole = { values: areWhole(layer.x.data), gradients: layer.dZ !== undefined && areWhole(layer.dZ.data) };
  }

  /** Z[i, h, w, c]. */
  value(i: number, h: number, w: number, c: number): number {
    return this.layer.x.data[this.indexOf(i, h, w, c)]!;
  }

  /** dA[i, h, w, c]. */
  gradient(i: number, h: number, w: number, c: number): number {
    return this.layer.dZ!.data[this.indexOf(i, h, w, c)]!;
  }

  private cell(of: 'x' | 'z' | 'mask' | 'dZ' | 'dX', i: number, pixel: number, c: number): number {
    const [, rows, cols, channels] = this.shape;
    const index = (i * rows * cols + pixel) * channels + c;
    const value = this.layer.x.data[index]!;
    if (of === 'x') return value;
    if (of === 'z') return rectified(value);
    if (of === 'mask') return passesGradient(value) ? 1 : 0;
    const gradient = this.layer.dZ!.data[index]!;
    return of === 'dZ' || passesGradient(value) ? gradient : 0;
  }

  /** One plane of Z, of A = max(0, Z), of the mask Z > 0, of dA or of dZ = dA · (Z > 0). */
  plane(of: 'x' | 'z' | 'mask' | 'dZ' | 'dX', i: number, c: number): Float64Array {
    const [batch, rows, cols, channels] = this.shape;
    const kind = ['x', 'z', 'mask', 'dZ', 'dX'].indexOf(of);
    return this.planes.get((kind * batch + i) * channels + c, () => {
      const plane = new Float64Array(rows * cols);
      for (let pixel = 0; pixel < plane.length; pixel++) plane[pixel] = this.cell(of, i, pixel, c);
      return plane;
    });
  }

  private indexOf(i: number, h: number, w: number, c: number): number {
    const [, rows, cols, channels] = this.shape;
    return ((i * rows + h) * cols + w) * channels + c;
  }

  private loopLines(): LoopLine[] {
    const { x, z, dZ, dX } = this.names;
    const inner = ' '.repeat(16);
    const index = '[i, h, w, c]';
    const assignment =
      this.layer.pass === 'forward'
        ? `${z}${index} = max(0, ${x}${index})`
        : `${dX}${index} = 0 if ${x}${index} <= 0 else ${dZ}${index}`;
    const result = this.layer.pass === 'forward' ? z : dX;
    return [
      { text: `${result} = np.zeros(${x}.shape)` },
      { text: `for i in range(${x}.shape[0]):`, show: ({ i }) => [text(`i = ${i}`)] },
      { text: `    for h in range(${x}.shape[1]):`, show: ({ h }) => [text(`h = ${h}`)] },
      { text: `        for w in range(${x}.shape[2]):`, show: ({ w }) => [text(`w = ${w}`)] },
      { text: `            for c in range(${x}.shape[3]):`, show: ({ c }) => [text(`c = ${c}`)] },
      { text: `${inner}${assignment}` },
    ];
  }
}
