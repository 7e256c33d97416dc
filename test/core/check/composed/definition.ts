/** The function of a composed program: signature, options, sizes, start, loops and result. */
import type { Drawer } from './Drawer';
import { step } from './step';
import type { Style } from './Style';

export function definition(name: string, style: Style, draw: Drawer): string[] {
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
