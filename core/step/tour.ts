/** A path through the steps of a layer that tells how it is computed: the first window, what each loop moves, and the end. */
import { convTranspose2dGeometry } from '../layer/convTransposeGeometry';
import { conv2dGeometry, pool2dGeometry, type Geometry } from '../layer/geometry';
import { isPadded } from '../layer/window';
import { msg, type Message } from '../message';
import type { LoopPosition } from './Frame';
import type { Layer } from './Layer';
import { namesOf, type Names } from './shared/words/names';
import { usualNames } from './shared/words/usualNames';
import type { Granularity, Stepper } from './Stepper';

export interface TourStop {
  readonly step: number;
  /** Sentences. */
  readonly words: readonly Message[];
}

/** By ascending steps of `granularity`; none where there is one step. `own`: the user's names of the arrays. */
export function tourOf(stepper: Stepper, granularity: Granularity, own: Partial<Names> = {}): TourStop[] {
  const { layer, loop } = stepper;
  const { count } = stepper.timeline(granularity);
  if (layer.kind === 'pad' || ('helper' in layer && layer.helper) || count < 2) return [];
  const names = namesOf(own, usualNames(layer, own));
  const geometry = geometryOf(layer);
  const at = (position: Partial<LoopPosition>): number =>
    stepper.stepAt({ i: 0, h: 0, w: 0, c: 0, ...position }, granularity);
  const stops: TourStop[] = [{ step: 0, words: [firstWords(layer, names), ...biasWords(layer)] }];
  const stop = (step: number, ...words: readonly Message[]): void => {
    if (words.length > 0 && step > stops.at(-1)!.step && step < count - 1) stops.push({ step, words });
  };
  if (loop.c > 1) stop(at({ c: 1 }), ...channelWords(layer, loop.c, names));
  if (geometry) {
    const { rows, cols } = geometry;
    const { stride } = cols;
    if (loop.w > 1) {
      const right = msg('The next window: {0} column{0||s} further right (stride).', stride);
      stop(at({ w: 1 }), right, ...overlapWords(layer, geometry));
    }
    const down = msg(
      'The row of {0} window{0||s} is done. The next one: {1} row{1||s} further down, from the left.',
      loop.w,
      rows.stride,
    );
    if (loop.h > 1) stop(at({ h: 1 }), down);
    const last = at({ h: loop.h - 1, w: loop.w - 1, c: loop.c - 1 });
    if (layer.kind === 'conv' && layer.pass === 'backward' && isPadded(geometry)) {
      stop(last + 1, msg('All windows of the example are done: the padding is cut off.'));
    }
    if (loop.i > 1)
      stop(at({ i: 1 }), msg('The next of {0} examples: its windows begin again at the top left.', loop.i));
  }
  const results = msg('The last step completes {0}. Press Q to predict the values yourself.', resultsOf(layer, names));
  return [...stops, { step: count - 1, words: [results] }];
}

function geometryOf(layer: Layer): Geometry | undefined {
  switch (layer.kind) {
    case 'conv':
      return conv2dGeometry(layer.x.shape, layer.w.shape, layer.options);
    case 'convTranspose':
      return convTranspose2dGeometry(layer.x.shape, layer.w.shape, layer.options);
    case 'pool':
      return pool2dGeometry(layer.x.shape, layer.options);
    default:
      return undefined;
  }
}

/** What one step does. */
function firstWords(layer: Exclude<Layer, { kind: 'pad' }>, { x, z, dZ, dX }: Names): Message {
  const forward = layer.pass === 'forward';
  switch (layer.kind) {
    case 'conv':
      return forward
        ? sumWords(layer.w.shape, z)
        : msg(
            'One number of {0} came from one window: its gradient goes back there, and the filter learns from it.',
            dZ,
          );
    case 'convTranspose':
      return forward
        ? msg('One number of {0} spreads over one window: the filter times it is added to {1}.', x, z)
        : sumWords(layer.w.shape, dX);
    case 'pool': {
      const max = layer.options.mode === 'max';
      if (forward) {
        const result = max ? msg('the maximum') : msg('the mean');
        return msg('One window, one number: {0} of the window is one cell of {1}.', result, z);
      }
      const share = max ? msg('to the maximum') : msg('an equal part to every cell');
      return msg('One number of {0} came from one window, and its gradient goes back there: {1}.', dZ, share);
    }
    case 'relu':
      return msg(
        'One number at a time: {0}.',
        forward
          ? msg('every element is replaced by the larger of 0 and itself')
          : msg('the gradient passes where {0} is positive and is 0 elsewhere', x),
      );
  }
}

function sumWords([rows, cols, channels]: readonly number[], result: string): Message {
  return msg(
    'One window, one number: {0} product{0||s}{1|| in {1} channels} add{0|s|} up to one cell of {2}.',
    rows! * cols! * channels!,
    channels!,
    result,
  );
}

function biasWords(layer: Layer): Message[] {
  const added = layer.kind === 'conv' && layer.pass === 'forward' && layer.b !== undefined;
  return added ? [msg('The bias is added.')] : [];
}

/** What the next filter or channel of the same window does. */
function channelWords(layer: Layer, count: number, { x, z, dX, dW }: Names): Message[] {
  const key = 'pass' in layer && `${layer.kind} ${layer.pass}`;
  if (key === 'conv forward')
    return [msg('The same window with the next of {0} filters: {1} has one channel for each.', count, z)];
  if (key === 'conv backward')
    return [
      msg(
        'The same window with the next of {0} filters: {1} adds up what all of them send, {2} keeps them apart.',
        count,
        dX,
        dW,
      ),
    ];
  if (key === 'convTranspose forward')
    return [msg('The next of {0} channels of {1}, with a filter of its own: all add to the same window.', count, x)];
  return layer.kind === 'pool' ? [msg('The next of {0} channels: each is pooled on its own.', count)] : [];
}

/** What overlapping windows share, where a window has no gaps. */
function overlapWords(layer: Layer, { cols: { kernel, stride, dilation } }: Geometry): Message[] {
  if (dilation > 1 || stride >= kernel) return [];
  const spreads = 'pass' in layer && (layer.pass === 'backward') !== (layer.kind === 'convTranspose');
  return [
    msg('{0} column{0||s} {0|is|are} in both.', kernel - stride),
    ...(spreads ? [msg('There both add up.')] : []),
  ];
}

function resultsOf(layer: Layer, { z, dX, dW, db }: Names): string {
  if (!('pass' in layer) || layer.pass === 'forward') return z;
  const hasFilter = layer.kind === 'conv' || layer.kind === 'convTranspose';
  return (hasFilter ? [dX, dW, db] : [dX]).join(', ');
}
