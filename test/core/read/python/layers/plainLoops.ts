/** Convolution and pooling as plain loops over NHWC images and HWIO filters, as TensorFlow's documentation defines them. */

export interface Images {
  readonly shape: readonly number[];
  /** The element at an index; 0 outside. */
  readonly at: (...index: readonly number[]) => number;
}

export type Pair = readonly [number, number];

export function images(shape: readonly number[], of: (...index: readonly number[]) => number): Images {
  const at = (...index: readonly number[]): number =>
    index.every((each, axis) => each >= 0 && each < shape[axis]!) ? of(...index) : 0;
  return { shape, at };
}

/** Numbers without a pattern, different for each seed. */
export function numbers(seed: number, ...shape: readonly number[]): Images {
  return images(shape, (...index) => {
    const place = index.reduce((sum, each, axis) => sum * (shape[axis]! + axis) + each, seed);
    return Math.round(10 * Math.sin(12.9898 * (place + 1))) / 2;
  });
}

export function written({ shape, at }: Images, index: readonly number[] = []): string {
  if (index.length === shape.length) return String(at(...index));
  return `[${Array.from({ length: shape[index.length]! }, (_, i) => written({ shape, at }, [...index, i])).join(', ')}]`;
}

/** Windows of one axis: cells before the first one, and their number. */
function axisOf(size: number, kernel: number, stride: number, dilation: number, same: boolean): Pair {
  const extent = (kernel - 1) * dilation + 1;
  if (!same) return [0, Math.floor((size - extent) / stride) + 1];
  const out = Math.ceil(size / stride);
  return [Math.floor(Math.max((out - 1) * stride + extent - size, 0) / 2), out];
}

export const range = (count: number): number[] => [...Array(count).keys()];
const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);

export function conv(
  x: Images,
  w: Images,
  { stride = [1, 1], dilation = [1, 1], same = false, groups = 1 }: Window = {},
): Images {
  const [kh, kw, depth, filters] = w.shape as [number, number, number, number];
  const [top, rows] = axisOf(x.shape[1]!, kh, stride[0], dilation[0], same);
  const [left, cols] = axisOf(x.shape[2]!, kw, stride[1], dilation[1], same);
  return images([x.shape[0]!, rows, cols, filters], (n, i, j, f) =>
    sum(
      range(kh * kw * depth).map((tap) => {
        const [a, b, c] = [Math.floor(tap / depth / kw), Math.floor(tap / depth) % kw, tap % depth];
        const channel = Math.floor(f / (filters / groups)) * depth + c;
        const [row, col] = [i * stride[0] + a * dilation[0] - top, j * stride[1] + b * dilation[1] - left];
        return x.at(n, row, col, channel) * w.at(a, b, c, f);
      }),
    ),
  );
}

interface Window {
  readonly stride?: Pair;
  readonly dilation?: Pair;
  readonly same?: boolean;
  readonly groups?: number;
}

export function pool(x: Images, [kh, kw]: Pair, stride: Pair, same: boolean, max: boolean): Images {
  const [, height, width] = x.shape as [number, number, number];
  const [top, rows] = axisOf(height, kh, stride[0], 1, same);
  const [left, cols] = axisOf(width, kw, stride[1], 1, same);
  return images([x.shape[0]!, rows, cols, x.shape[3]!], (n, i, j, c) => {
    const cells = range(kh * kw).map((tap): Pair => [
      i * stride[0] + Math.floor(tap / kw) - top,
      j * stride[1] + (tap % kw) - left,
    ]);
    // Cells of the padding are left out.
    const values = cells
      .filter(([row, col]) => row >= 0 && col >= 0 && row < height && col < width)
      .map(([row, col]) => x.at(n, row, col, c));
    return max ? Math.max(...values) : sum(values) / values.length;
  });
}

/** The filters of a depthwise convolution as those of groups. */
export function grouped({ shape: [kh, kw, channels, multiplier], at }: Images): Images {
  return images([kh!, kw!, 1, channels! * multiplier!], (a, b, _c, f) =>
    at(a, b, Math.floor(f / multiplier!), f % multiplier!),
  );
}

export function channelsFirst({ shape: [n, h, w, c], at }: Images): Images {
  return images([n!, c!, h!, w!], (i, channel, row, col) => at(i, row, col, channel));
}

/** (h, w, out, in); the padding of SAME is that of the convolution whose gradient this is. */
export function transposed(x: Images, w: Images, stride: Pair, same: boolean): Images {
  const [kh, kw, filters, depth] = w.shape as [number, number, number, number];
  const [, height, width] = x.shape as [number, number, number];
  const size = (extent: number, k: number, s: number): number => extent * s + (same ? 0 : Math.max(k - s, 0));
  const shape = [x.shape[0]!, size(height, kh, stride[0]), size(width, kw, stride[1]), filters];
  const [top] = axisOf(shape[1]!, kh, stride[0], 1, same);
  const [left] = axisOf(shape[2]!, kw, stride[1], 1, same);
  return images(shape, (n, r, q, f) =>
    sum(
      range(height * width * kh * kw).map((tap) => {
        const [i, j] = [Math.floor(tap / (kh * kw * width)), Math.floor(tap / (kh * kw)) % width];
        const [a, b] = [Math.floor(tap / kw) % kh, tap % kw];
        if (i * stride[0] + a - top !== r || j * stride[1] + b - left !== q) return 0;
        return sum(range(depth).map((c) => x.at(n, i, j, c) * w.at(a, b, f, c)));
      }),
    ),
  );
}
