/** What one step of the loop of a composed program does. */
import type { Drawer } from './Drawer';
import type { Style } from './Style';

export function step(style: Style, draw: Drawer): string[] {
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
