/** The steps of zero_pad: one example each, and the frame of zeros around it. */
import { sizeOf } from '../../array/NdArray';
import { conv2dGeometry } from '../../layer/geometry';
import { msg } from '../../message';
import { planeAddress } from '../shared/address';
import type { Frame } from '../Frame';
import type { PadLayer } from '../Layer';
import { LoopListing } from '../shared/listings/LoopListing';
import { LoopTimeline, type StepPosition } from '../shared/LoopTimeline';
import { namesOf, type Names } from '../shared/words/names';
import { PaddedInput } from '../shared/planes/PaddedInput';
import { scaleOf } from '../shared/scale';
import { stageRow } from '../shared/words/rows';
import { glyphs, hatchNote, map } from '../shared/stage';
import { line, say, shape, text } from '../shared/words/spans';

export class PadScene {
  readonly names: Names;
  readonly timeline: LoopTimeline;
  readonly loop: LoopListing;
  readonly input: PaddedInput;
  private readonly plain: PaddedInput;
  private readonly scale;

  constructor(
    readonly layer: PadLayer,
    own?: Partial<Names>,
  ) {
    this.names = namesOf(own, { x: 'X', z: `${own?.x ?? 'X'}_pad`, dZ: 'dA' });
    // Padding is a convolution's, with a window of one cell.
    const filter = [1, 1, layer.x.shape[3] ?? 0, 1];
    this.input = new PaddedInput(layer.x, conv2dGeometry(layer.x.shape, filter, { padding: layer.pad }));
    this.plain = new PaddedInput(layer.x, conv2dGeometry(layer.x.shape, filter));
    this.timeline = new LoopTimeline({
      examples: this.input.geometry.batch,
      rows: 1,
      cols: 1,
      filters: 1,
      channels: 1,
      taps: 1,
      tail: false,
    });
    this.scale = scaleOf(layer.x.data);
    const { x, z } = this.names;
    this.loop = new LoopListing(
      [
        { text: `${z} = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C))` },
        { text: 'for i in range(m):', show: ({ i }) => [text(`i = ${i}`)] },
        { text: `    ${z}[i, pad:pad + n_H, pad:pad + n_W, :] = ${x}[i]` },
      ],
      2,
    );
  }

  /** (m, n_H + 2·pad, n_W + 2·pad, n_C). */
  get paddedShape(): number[] {
    const { batch, inChannels } = this.input.geometry;
    return [batch, this.input.rows, this.input.cols, inChannels];
  }

  frame(t: number, position: StepPosition, channel: number): Frame {
    const { names, layer, input, plain } = this;
    const { i, h, w, c } = position;
    const { rows, cols } = input.geometry;
    const padded = this.paddedShape;
    const added = sizeOf(padded.slice(1)) - sizeOf(layer.x.shape.slice(1));
    return {
      t,
      stage: [
        stageRow({
          id: 'pad',
          title: `${names.z}[i, r + ${layer.pad}, k + ${layer.pad}, :] = ${names.x}[i, r, k, :]`,
          aside: msg('{0} zero{0||s} an example', added),
          items: [
            map({
              id: 'x',
              title: names.x,
              index: `[${i}, …, ${channel}]`,
              rows: rows.size,
              cols: cols.size,
              values: plain.plane(i, channel),
              scale: this.scale,
              boxes: [],
              notes: [],
              address: planeAddress('x', names.x, layer.x.shape, i, channel),
            }),
            glyphs.arrow,
            map({
              id: 'z',
              title: names.z,
              index: `[${i}, …, ${channel}]`,
              rows: input.rows,
              cols: input.cols,
              values: input.plane(i, channel),
              ...(input.kinds ? { cells: input.kinds } : {}),
              scale: this.scale,
              boxes: [{ row: rows.padBefore, col: cols.padBefore, rows: rows.size, cols: cols.size, style: 'window' }],
              notes: [hatchNote],
              address: planeAddress('z', names.z, padded, i, channel),
            }),
          ],
          lines: [line(shape([rows.size, cols.size]), text(' → '), shape([input.rows, input.cols]))],
        }),
      ],
      code: this.loop.state(position),
      announcement: line(say(msg('example {0} is padded with {1} zero{1||s} on each side', i, layer.pad))),
      position: { i, h, w, c },
    };
  }
}
