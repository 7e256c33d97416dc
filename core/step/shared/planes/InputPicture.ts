/** An input of three or four channels as a colour picture. */
import type { Frame, MapView, StageItem } from '../../Frame';
import type { PaddedInput } from './PaddedInput';
import { PlaneCache } from './PlaneCache';

/** Number of cells from which on an input is shown as a picture unless the user chose its channels. */
const usualPicture = 576;

/** Red, green, blue. */
const colors = 3;

export class InputPicture {
  private readonly planes = new PlaneCache();

  private constructor(
    private readonly input: PaddedInput,
    /** The value of full intensity. */
    private readonly full: number,
  ) {}

  /** Undefined unless the values can be intensities: 3 or 4 channels (RGB, RGBA), all values in 0–1 or in 0–255. */
  static of(input: PaddedInput): InputPicture | undefined {
    const { inChannels } = input.geometry;
    if (inChannels !== colors && inChannels !== colors + 1) return undefined;
    let max = 0;
    for (const value of input.x.data) {
      if (!(value >= 0 && value <= 255)) return undefined;
      if (value > max) max = value;
    }
    return max > 0 ? new InputPicture(input, max <= 1 ? 1 : 255) : undefined;
  }

  get isUsual(): boolean {
    const { rows, cols } = this.input.geometry;
    return rows.size * cols.size >= usualPicture;
  }

  /** The frame with the input's map as a picture. */
  show(frame: Frame): Frame {
    const item = (each: StageItem): StageItem =>
      each.kind === 'map' && each.map.id === 'x' ? { kind: 'map', map: this.pictured(each.map, frame) } : each;
    return { ...frame, stage: frame.stage.map((row) => ({ ...row, items: row.items.map(item) })) };
  }

  private pictured(map: MapView, { position }: Frame): MapView {
    return { ...map, index: `[${position.i}, …, RGB]`, picture: this.pixels(position.i) };
  }

  /** rows × cols × 3 intensities from 0 to 255; the alpha channel is left out. */
  private pixels(example: number): Float64Array {
    const { rows, cols } = this.input;
    return this.planes.get(example, () => {
      const pixels = new Float64Array(rows * cols * colors);
      for (let color = 0; color < colors; color++) {
        const plane = this.input.plane(example, color);
        plane.forEach((value, cell) => (pixels[cell * colors + color] = (value / this.full) * 255));
      }
      return pixels;
    });
  }
}
