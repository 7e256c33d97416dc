/** Which axis of the arrays holds the channels, decided from all evidence: channels that agree, the bias, the gradient, names, frameworks. */
import { sizeOf } from '../../array/NdArray';
import { msg, type Message } from '../../message';
import type { Assumption, Field } from '../../panel/protocol';
import type { Framework } from '../../read/ParseResult';
import { tuple4 } from '../../tuples';
import { roleOfName } from './roles';
import type { RoleCandidate, Choices, InputRole, Layout, LayerKind } from '../Setup';

export interface LayoutReading {
  readonly layout: Layout;
  /** Facts that fit this layout and not the other. */
  readonly evidence: readonly Message[];
  readonly assumptions: readonly Assumption[];
  readonly fields: readonly Field[];
}

interface Clue {
  readonly layout: Layout;
  readonly weight: number;
  readonly message: Message;
}

/** A count that does not agree excludes a layout; a framework or a name is a hint. */
const COUNT = 4;
const HINT = 1;

export function readLayout(
  candidates: readonly RoleCandidate[],
  kind: LayerKind,
  frameworks: readonly Framework[],
  choices: Choices,
  groups = 1,
): LayoutReading {
  const clues = [...countClues(candidates, kind, groups), ...hints(candidates, frameworks)];
  const score = (layout: Layout): number =>
    clues.reduce((sum, clue) => sum + (clue.layout === layout ? clue.weight : 0), 0);
  const likelier: Layout = score('nchw') > score('nhwc') ? 'nchw' : 'nhwc';
  const chosen = choices['layout'] === 'nhwc' || choices['layout'] === 'nchw' ? choices['layout'] : likelier;
  const open = candidates.some(({ array }) => array.shape.length >= 3);
  if (!open) return { layout: chosen, evidence: [], assumptions: [], fields: [] };
  const field = layoutField(chosen);
  const evidence = clues.filter(({ layout }) => layout === chosen).map(({ message }) => message);
  if (chosen !== likelier) return { layout: chosen, evidence, assumptions: [], fields: [field] };
  if (evidence.length === 0) {
    const message = msg('channels last (m, H, W, C); channels first fits as well');
    return { layout: chosen, evidence, assumptions: [{ message, field }], fields: [] };
  }
  const counts = clues.filter(({ weight }) => weight === COUNT);
  const isOnlyReading = counts.length > 0 && counts.every(({ layout }) => layout === chosen);
  const assumption = { message: evidence[0]!, field, ...(isOnlyReading && { isOnlyReading }) };
  return { layout: chosen, evidence, assumptions: [assumption], fields: [] };
}

/** Numbers of channels, filters and biases that agree in one layout only. */
function countClues(candidates: readonly RoleCandidate[], kind: LayerKind, groups: number): Clue[] {
  const [own, w, b, gradient] = (['x', 'w', 'b', 'dZ'] as const).map((role) => named(candidates, role));
  const x = own ?? other(candidates);
  const clues: (Clue | undefined)[] = [];
  if (kind === 'conv' && x && w && isImage(x.shape) && isImage(w.shape)) {
    const agrees = (layout: Layout): boolean => channelsOf(x.shape, layout) === groups * depthOf(w.shape, layout);
    clues.push(
      either(agrees('nhwc'), agrees('nchw'), (layout, which) =>
        groups === 1
          ? msg('{0}: {1} and {2} both have {3} channel{3||s}', which, x.name, w.name, channelsOf(x.shape, layout))
          : msg('{0}: {1} has {2} channels in {3} groups', which, x.name, channelsOf(x.shape, layout), groups),
      ),
    );
  }
  if (kind === 'conv' && w && b && w.shape.length === 4) {
    const count = sizeOf(b.shape);
    clues.push(
      either(w.shape[3] === count, w.shape[0] === count, (_, which) =>
        msg('{0}: {1} has {2} number{2||s}, {3} has {2} filter{2||s}', which, b.name, count, w.name),
      ),
    );
  }
  if (kind === 'conv' && w && gradient && w.shape.length === 4 && gradient.shape.length === 4) {
    clues.push(
      either(w.shape[3] === gradient.shape[3], w.shape[0] === gradient.shape[1], (layout, which) =>
        msg(
          '{0}: {1} has {2} channel{2||s}, {3} has {2} filter{2||s}',
          which,
          gradient.name,
          channelsOf(gradient.shape, layout),
          w.name,
        ),
      ),
    );
  }
  if (kind === 'pool' && x && gradient && x.shape.length === 4 && gradient.shape.length === 4) {
    clues.push(
      either(x.shape[3] === gradient.shape[3], x.shape[1] === gradient.shape[1], (layout, which) =>
        msg('{0}: {1} and {2} both have {3} channel{3||s}', which, x.name, gradient.name, channelsOf(x.shape, layout)),
      ),
    );
  }
  if (kind === 'conv' && w?.shape.length === 4 && !clues.some((clue) => clue !== undefined)) {
    const [first, second, third, last] = tuple4(w.shape);
    const clue = either(isSquare(first, second), isSquare(third, last), (layout, which) => {
      const size = layout === 'nhwc' ? first : last;
      return msg('{0}: the windows of {1} are then {2} × {2}', which, w.name, size);
    });
    if (clue) clues.push({ ...clue, weight: HINT });
  }
  return clues.filter((clue) => clue !== undefined);
}

function isSquare(rows: number, cols: number): boolean {
  return rows === cols && rows > 1;
}

function isImage({ length }: readonly number[]): boolean {
  return length === 3 || length === 4;
}

/** Channels of (m, H, W, C), (H, W, C), (m, C, H, W) or (C, H, W). */
function channelsOf(shape: readonly number[], layout: Layout): number {
  return layout === 'nhwc' ? shape.at(-1)! : shape.at(-3)!;
}

/** Depth of (f_H, f_W, depth, n_C), (f_H, f_W, depth), (n_C, depth, f_H, f_W) or (depth, f_H, f_W). */
function depthOf(shape: readonly number[], layout: Layout): number {
  return layout === 'nhwc' ? shape[2]! : shape.at(-3)!;
}

/** A clue where exactly one layout agrees. */
function either(last: boolean, first: boolean, message: (layout: Layout, which: Message) => Message): Clue | undefined {
  if (last === first) return undefined;
  const layout: Layout = last ? 'nhwc' : 'nchw';
  return { layout, weight: COUNT, message: message(layout, layoutName(layout)) };
}

function layoutName(layout: Layout): Message {
  return layout === 'nhwc' ? msg('channels last') : msg('channels first');
}

function hints(candidates: readonly RoleCandidate[], frameworks: readonly Framework[]): Clue[] {
  const clues: Clue[] = [];
  if (candidates.some(({ notation }) => notation === 'pytorch')) {
    const message = msg('channels first: tensor(…) is PyTorch');
    clues.push({ layout: 'nchw', weight: 2 * HINT, message });
  } else if (frameworks.includes('pytorch')) {
    clues.push({ layout: 'nchw', weight: HINT, message: msg('channels first: the text imports PyTorch') });
  }
  if (frameworks.includes('cs231n')) {
    const message = msg('channels first: conv_param and pool_param are those of CS231n');
    clues.push({ layout: 'nchw', weight: 2 * HINT, message });
  }
  if (frameworks.includes('onnx'))
    clues.push({ layout: 'nchw', weight: 2 * HINT, message: msg('channels first: the attributes are those of ONNX') });
  if (frameworks.includes('tensorflow')) {
    clues.push({ layout: 'nhwc', weight: HINT, message: msg('channels last: the text imports TensorFlow') });
  }
  const x = named(candidates, 'x') ?? other(candidates);
  if (x && isImage(x.shape) && x.shape.at(-3) === 1 && x.shape.at(-2)! > 1 && x.shape.at(-1)! > 1)
    clues.push({ layout: 'nchw', weight: HINT, message: msg('channels first: {0} then has one channel', x.name) });
  const course = candidates.find(({ name }) => /^d?A_prev$/.test(name ?? ''));
  if (course || frameworks.includes('course')) {
    const name = course?.name ?? 'hparameters';
    clues.push({ layout: 'nhwc', weight: HINT, message: msg('channels last: {0} is named as in the course', name) });
  }
  return clues;
}

function named(
  candidates: readonly RoleCandidate[],
  role: InputRole,
): { readonly name: string; readonly shape: readonly number[] } | undefined {
  const found = candidates.find((candidate) => (candidate.role ?? roleOfName(candidate.name)) === role);
  return found && { name: found.name ?? role, shape: found.array.shape };
}

/** The one array without a role of its own: it is taken as the input. */
function other(candidates: readonly RoleCandidate[]): ReturnType<typeof named> {
  const free = candidates.filter(({ role, name }) => [undefined, 'result'].includes(role ?? roleOfName(name)));
  const [only] = free;
  return free.length === 1 && only ? { name: only.name ?? 'x', shape: only.array.shape } : undefined;
}

function layoutField(layout: Layout): Field {
  return {
    id: 'layout',
    label: msg('layout'),
    kind: 'select',
    value: layout,
    options: [
      { value: 'nhwc', label: msg('channels last (m, H, W, C)') },
      { value: 'nchw', label: msg('channels first (m, C, H, W)') },
    ],
    help: msg('which axis of the arrays holds the channels'),
    isRare: true,
  };
}
