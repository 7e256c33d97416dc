/** Right programs composed at random: operation, layout, names, loop order, index arithmetic, padding, signature. */

export interface ComposedProgram {
  readonly source: string;
  /** What was composed, for messages. */
  readonly label: string;
}

interface Style {
  readonly backward: boolean;
  readonly conv: boolean;
  readonly channelsFirst: boolean;
  /** Options in a dictionary. */
  readonly packed: boolean;
  /** All examples at once. */
  readonly batched: boolean;
  readonly mode: 'both' | 'max' | 'average';
  readonly names: Names;
}

type Names = Readonly<Record<string, string>>;

const NAMES: readonly Names[] = [
  names('A_prev W b Z stride pad f dZ dA_prev hparameters i h w c m n_H n_W n_C'),
  names('x w b out stride pad HH dout dx conv_param n i j k N H_out W_out F'),
  names(
    'inputs kernel bias result step padding size grad_out grad_in params ex row col ch batch rows_out cols_out depth',
  ),
  names('img weights biases out s p k d_out d_img options b_idx y x_ o bs oh ow oc'),
];

function names(text: string): Names {
  const roles = 'x k b z s p f g dx options i h w c m H W C'.split(' ');
  const words = text.split(' ');
  return Object.fromEntries(roles.map((role, index) => [role, words[index]!]));
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

interface Drawer {
  readonly pick: <T>(items: readonly T[]) => T;
  readonly chance: (share: number) => boolean;
  readonly shuffle: <T>(items: readonly T[]) => T[];
  readonly whole: (least: number, most: number) => number;
}

function drawer(seed: number): Drawer {
  let state = (seed * 7919 + 13) >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  for (let k = 0; k < 5; k++) next();
  return {
    pick: (items) => items[Math.floor(next() * items.length)]!,
    chance: (share) => next() < share,
    shuffle: (items) => {
      const shuffled = [...items];
      for (let k = shuffled.length - 1; k > 0; k--) {
        const other = Math.floor(next() * (k + 1));
        [shuffled[k], shuffled[other]] = [shuffled[other]!, shuffled[k]!];
      }
      return shuffled;
    },
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
  };
}

function functionName({ conv, backward, mode }: Style, { pick }: Drawer): string {
  const pass = backward ? 'backward' : 'forward';
  if (conv) return pick([`conv_${pass}`, `conv_${pass}_naive`, `convolution_${pass}`]);
  const plain = pick([`pool_${pass}`, `pool_${pass}_naive`, `pooling_${pass}`]);
  return mode === 'both' ? plain : `${mode === 'max' ? 'max' : 'avg'}_${plain}`;
}

function definition(name: string, style: Style, draw: Drawer): string[] {
  const { backward, conv, channelsFirst, packed, mode, names: n } = style;
  const options = packed ? [n['options']!] : conv ? [n['s']!, n['p']!] : [n['f']!, n['s']!];
  const inputs = [n['x']!, ...(conv ? [n['k']!, n['b']!] : []), ...options];
  const parameters = [...(backward ? [n['g']!, 'cache'] : inputs), ...(!conv && mode === 'both' ? ["mode='max'"] : [])];
  const channels = conv ? 'C_in' : n['C']!;
  const body = [
    ...(backward ? [draw.pick([`(${inputs.join(', ')}) = cache`, `${inputs.join(', ')} = cache`])] : []),
    ...(packed ? unpackedOptions(style) : []),
    channelsFirst
      ? `${n['m']}, ${channels}, H_in, W_in = ${n['x']}.shape`
      : `(${n['m']}, H_in, W_in, ${channels}) = ${n['x']}.shape`,
    ...(conv
      ? [
          `${n['f']} = ${n['k']}.shape[${channelsFirst ? 2 : 0}]`,
          `${n['C']} = ${n['k']}.shape[${channelsFirst ? 0 : 3}]`,
        ]
      : []),
    `${n['H']} = ${outputSize('H_in', style, draw)}`,
    `${n['W']} = ${outputSize('W_in', style, draw)}`,
    ...(conv ? paddedInput(style, draw) : []),
    ...start(style, draw),
    ...loops(style, draw),
    ...end(inputs, style, draw),
  ];
  return [`def ${name}(${parameters.join(', ')}):`, ...body.map((line) => `    ${line}`)];
}

function unpackedOptions({ conv, names: n }: Style): string[] {
  const item = (role: string, key: string): string => `${n[role]} = ${n['options']}['${key}']`;
  return [item('s', 'stride'), conv ? item('p', 'pad') : item('f', 'f')];
}

function outputSize(size: string, { conv, names: n }: Style, { pick }: Drawer): string {
  const padding = conv ? ` + 2 * ${n['p']}` : '';
  return pick([
    `(${size}${padding} - ${n['f']}) // ${n['s']} + 1`,
    `int((${size}${padding} - ${n['f']}) / ${n['s']}) + 1`,
    `1 + (${size} - ${n['f']}${padding}) // ${n['s']}`,
    `int(np.floor((${size}${padding} - ${n['f']}) / ${n['s']} + 1))`,
  ]);
}

function paddedInput({ channelsFirst, names: n }: Style, { chance, pick }: Drawer): string[] {
  const p = n['p'];
  if (chance(0.6)) {
    const pair = `(${p}, ${p}), (${p}, ${p})`;
    const widths = channelsFirst ? `((0, 0), (0, 0), ${pair})` : `((0, 0), ${pair}, (0, 0))`;
    return [`x_pad = np.pad(${n['x']}, ${widths}, ${pick(["'constant'", "mode='constant', constant_values=0"])})`];
  }
  const [rows, cols] = [`H_in + 2 * ${p}`, `W_in + 2 * ${p}`];
  const shape = channelsFirst ? `(${n['m']}, C_in, ${rows}, ${cols})` : `(${n['m']}, ${rows}, ${cols}, C_in)`;
  const inner = `${p}:${p} + H_in, ${p}:${p} + W_in`;
  return [`x_pad = np.zeros(${shape})`, `x_pad[${channelsFirst ? ':, :, ' : ':, '}${inner}] = ${n['x']}`];
}

function start({ backward, conv, channelsFirst, names: n }: Style, { pick }: Drawer): string[] {
  if (!backward) {
    const shape = channelsFirst
      ? `(${n['m']}, ${n['C']}, ${n['H']}, ${n['W']})`
      : `(${n['m']}, ${n['H']}, ${n['W']}, ${n['C']})`;
    return [`${n['z']} = ${pick([`np.zeros(${shape})`, `np.empty(${shape})`])}`];
  }
  const like = (array: string): string => pick([`np.zeros_like(${array})`, `np.zeros(${array}.shape)`]);
  if (!conv) return [`${n['dx']} = ${like(n['x']!)}`];
  return [`d_pad = ${like('x_pad')}`, `dW_ = ${like(n['k']!)}`, `db_ = ${like(n['b']!)}`];
}

function loops(style: Style, draw: Drawer): string[] {
  const { batched, names: n } = style;
  const all = (['i', 'h', 'w', 'c'] as const).filter((role) => !(batched && role === 'i'));
  const extents = { i: n['m'], h: n['H'], w: n['W'], c: n['C'] };
  const heads = draw.shuffle(all).map((role) => `for ${n[role]} in range(${extents[role]}):`);
  const indent = (depth: number): string => '    '.repeat(depth);
  return [
    ...heads.map((head, depth) => `${indent(depth)}${head}`),
    ...step(style, draw).map((line) => `${indent(heads.length)}${line}`),
  ];
}

/** What one step of the loop does. */
function step(style: Style, draw: Drawer): string[] {
  const { conv, backward } = style;
  const window = windowOf(style, draw);
  const body = conv
    ? backward
      ? convBackward(style, window, draw)
      : convForward(style, window, draw)
    : backward
      ? poolBackward(style, window, draw)
      : poolForward(style, window, draw);
  return [...window.before, ...body];
}

interface Window {
  readonly before: readonly string[];
  readonly rows: string;
  readonly cols: string;
}

function windowOf({ names: n }: Style, { pick }: Drawer): Window {
  const top = pick([`${n['h']} * ${n['s']}`, `${n['s']} * ${n['h']}`]);
  const left = pick([`${n['w']} * ${n['s']}`, `${n['s']} * ${n['w']}`]);
  const f = n['f'];
  return pick([
    { before: [], rows: `${top}:${top} + ${f}`, cols: `${left}:${left} + ${f}` },
    { before: [`top, left = ${top}, ${left}`], rows: `top:top + ${f}`, cols: `left:left + ${f}` },
    {
      before: [`rows = slice(${top}, ${top} + ${f})`, `cols = slice(${left}, ${left} + ${f})`],
      rows: 'rows',
      cols: 'cols',
    },
    {
      before: [
        `vert_start = ${top}`,
        `vert_end = vert_start + ${f}`,
        `horiz_start = ${left}`,
        `horiz_end = horiz_start + ${f}`,
      ],
      rows: 'vert_start:vert_end',
      cols: 'horiz_start:horiz_end',
    },
  ]);
}

/** `array[i, rows, cols, channel]` in the layout of the style. */
function at(
  { channelsFirst, batched, names: n }: Style,
  array: string,
  { rows, cols }: Window,
  channel: string,
): string {
  const example = batched ? ':' : n['i'];
  return channelsFirst
    ? `${array}[${example}, ${channel}, ${rows}, ${cols}]`
    : `${array}[${example}, ${rows}, ${cols}, ${channel}]`;
}

function outputCell(style: Style, array: string): string {
  const { names: n } = style;
  return at(style, array, { before: [], rows: n['h']!, cols: n['w']! }, n['c']!);
}

function filterOf({ channelsFirst, names: n }: Style, array: string): string {
  return channelsFirst ? `${array}[${n['c']}]` : `${array}[:, :, :, ${n['c']}]`;
}

function convForward(style: Style, window: Window, { pick }: Drawer): string[] {
  const { batched, channelsFirst, names: n } = style;
  const w = filterOf(style, n['k']!);
  const product = batched
    ? pick([`np.sum(window * ${w}, axis=(1, 2, 3))`, `np.tensordot(window, ${w}, axes=3)`])
    : pick([`np.sum(window * ${w})`, `(window * ${w}).sum()`, `np.dot(window.ravel(), ${w}.ravel())`]);
  const bias = channelsFirst
    ? `${n['b']}[${n['c']}]`
    : pick([`${n['b']}[0, 0, 0, ${n['c']}]`, `${n['b']}[..., ${n['c']}].item()`]);
  return [`window = ${at(style, 'x_pad', window, ':')}`, `${outputCell(style, n['z']!)} = ${product} + ${bias}`];
}

function convBackward(style: Style, window: Window, { shuffle }: Drawer): string[] {
  const { batched, channelsFirst, names: n } = style;
  const g = outputCell(style, n['g']!);
  const spread = batched ? `${g}[:, None, None, None]` : g;
  const product = `${at(style, 'x_pad', window, ':')} * ${spread}`;
  return shuffle([
    `${at(style, 'd_pad', window, ':')} += ${filterOf(style, n['k']!)} * ${spread}`,
    `${filterOf(style, 'dW_')} += ${batched ? `np.sum(${product}, axis=0)` : product}`,
    `${channelsFirst ? `db_[${n['c']}]` : `db_[:, :, :, ${n['c']}]`} += ${batched ? `np.sum(${g})` : g}`,
  ]);
}

function poolForward(style: Style, window: Window, { pick, chance }: Drawer): string[] {
  const { batched, mode, names: n } = style;
  const reduced = (name: string): string =>
    batched ? `window.${name}(axis=(1, 2))` : pick([`np.${name}(window)`, `window.${name}()`]);
  const cell = outputCell(style, n['z']!);
  const taken = `window = ${at(style, n['x']!, window, n['c']!)}`;
  if (mode !== 'both') return [taken, `${cell} = ${reduced(mode === 'max' ? 'max' : 'mean')}`];
  if (chance(0.5)) return [taken, `${cell} = ${reduced('max')} if mode == 'max' else ${reduced('mean')}`];
  return [taken, "if mode == 'max':", `    ${cell} = ${reduced('max')}`, 'else:', `    ${cell} = ${reduced('mean')}`];
}

function poolBackward(style: Style, window: Window, { pick }: Drawer): string[] {
  const { batched, mode, names: n } = style;
  const g = `${outputCell(style, n['g']!)}${batched ? '[:, None, None]' : ''}`;
  const target = at(style, n['dx']!, window, n['c']!);
  const mask = batched
    ? 'window == window.max(axis=(1, 2), keepdims=True)'
    : pick(['window == np.max(window)', 'window == window.max()']);
  const max = [`window = ${at(style, n['x']!, window, n['c']!)}`, `mask = ${mask}`, `${target} += mask * ${g}`];
  const average = [
    `${target} += ${pick([`${g} / (${n['f']} * ${n['f']})`, `np.ones((${n['f']}, ${n['f']})) * ${g} / ${n['f']} ** 2`])}`,
  ];
  if (mode !== 'both') return mode === 'max' ? max : average;
  const inner = (lines: readonly string[]): string[] => lines.map((line) => `    ${line}`);
  return ["if mode == 'max':", ...inner(max), 'else:', ...inner(average)];
}

function end(
  inputs: readonly string[],
  { backward, conv, channelsFirst, names: n }: Style,
  { pick }: Drawer,
): string[] {
  if (!backward) return [pick([`return ${n['z']}`, `return ${n['z']}, (${inputs.join(', ')})`])];
  if (!conv) return [`return ${n['dx']}`];
  const p = n['p'];
  const inner = `${p}:${p} + H_in, ${p}:${p} + W_in`;
  return [`${n['dx']} = d_pad[${channelsFirst ? ':, :, ' : ':, '}${inner}]`, `return ${n['dx']}, dW_, db_`];
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
