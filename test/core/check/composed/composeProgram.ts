/** Right programs composed at random: operation, layout, names, loop order, index arithmetic, padding, signature. */
import { definition } from './definition';
import { drawer, type Drawer } from './Drawer';
import { NAMES, type Style } from './Style';

export interface ComposedProgram {
  readonly source: string;
  /** What was composed, for messages. */
  readonly label: string;
}

export function composeProgram(seed: number): ComposedProgram {
  const draw = drawer(seed);
  const style: Style = {
    backward: draw.chance(0.5),
    conv: draw.chance(0.5),
    channelsFirst: draw.chance(0.4),
    packed: draw.chance(0.7),
    batched: draw.chance(0.25),
    mode: draw.pick(['both', 'max', 'average']),
    names: draw.pick(NAMES),
  };
  const name = functionName(style, draw);
  const lines = ['import numpy as np', '', ...definition(name, style, draw), '', ...call(name, style, draw, seed)];
  const layout = style.channelsFirst ? 'NCHW' : 'NHWC';
  return { source: `${lines.join('\n')}\n`, label: `${seed}: ${name} ${layout} ${style.batched ? 'batched' : ''}` };
}

function functionName({ conv, backward, mode }: Style, { pick }: Drawer): string {
  const pass = backward ? 'backward' : 'forward';
  if (conv) return pick([`conv_${pass}`, `conv_${pass}_naive`, `convolution_${pass}`]);
  const plain = pick([`pool_${pass}`, `pool_${pass}_naive`, `pooling_${pass}`]);
  return mode === 'both' ? plain : `${mode === 'max' ? 'max' : 'avg'}_${plain}`;
}

/** A call with random arrays of a random geometry. */
function call(name: string, style: Style, { whole }: Drawer, seed: number): string[] {
  const { conv, backward, channelsFirst, packed } = style;
  const [m, rows, cols, channels, filters] = [whole(1, 2), whole(4, 7), whole(4, 7), whole(1, 3), whole(1, 3)];
  const [f, stride, pad] = [whole(2, 3), whole(1, 2), conv ? whole(0, 2) : 0];
  const size = (extent: number): number => Math.floor((extent + 2 * pad - f) / stride) + 1;
  const shape = (height: number, width: number, depth: number): string =>
    (channelsFirst ? [m, depth, height, width] : [m, height, width, depth]).join(', ');
  const options = packed
    ? [conv ? `{'stride': ${stride}, 'pad': ${pad}}` : `{'f': ${f}, 'stride': ${stride}}`]
    : conv
      ? [String(stride), String(pad)]
      : [String(f), String(stride)];
  const inputs = ['X_', ...(conv ? ['W_', 'B_'] : []), ...options];
  return [
    `draw = np.random.RandomState(${seed})`,
    `X_ = draw.randn(${shape(rows, cols, channels)})`,
    ...(conv
      ? channelsFirst
        ? [`W_ = draw.randn(${filters}, ${channels}, ${f}, ${f})`, `B_ = draw.randn(${filters})`]
        : [`W_ = draw.randn(${f}, ${f}, ${channels}, ${filters})`, `B_ = draw.randn(1, 1, 1, ${filters})`]
      : []),
    ...(backward
      ? [
          `G_ = draw.randn(${shape(size(rows), size(cols), conv ? filters : channels)})`,
          `result_ = ${name}(G_, (${inputs.join(', ')}))`,
        ]
      : [`result_ = ${name}(${inputs.join(', ')})`]),
  ];
}
