/** The fields that move the view of a layer instead of changing it. */
import { msg, type Message } from '../../../core/message';
import type { Field } from '../../../core/panel/protocol';
import type { LoopPosition } from '../../../core/step/Frame';
import type { Layer } from '../../../core/step/Layer';
import type { Granularity, Stepper, View } from '../../../core/step/Stepper';
import type { LayerPicture } from './LayerPicture';

/** Maximum number of buttons of a strip. */
const mostStrip = 12;

export function viewFields({ stepper, view, setup }: LayerPicture, position: LoopPosition): Field[] {
  const { loop, channels } = stepper;
  const { kind } = setup.layer;
  const pooling = kind !== 'conv';
  const { granularities } = stepper.timeline(view.granularity);
  const granularity: Field = {
    id: 'granularity',
    label: msg('step'),
    kind: 'select',
    value: view.granularity,
    options: granularities.map((value) => ({ value, label: granularityLabel(value, pooling) })),
    help: msg('Step size'),
  };
  return [
    ...counter('example', msg('example i'), position.i, loop.i, msg('example of the batch that the step is in')),
    ...loopChannel(kind, position.c, loop.c),
    ...shownChannel(kind, position.channel ?? view.channel, channels),
    ...(granularities.length > 1 ? [granularity] : []),
    ...pictureField(stepper, view),
    ...(stepper.hasMatrix ? [matrixField(view.matrix ?? false)] : []),
  ];
}

/** The innermost loop of a step: over filters, or over the channels that are treated one by one. */
function loopChannel(kind: Layer['kind'], c: number, extent: number): Field[] {
  switch (kind) {
    case 'conv': {
      const help = msg('filter of the step: the output channel that it computes');
      return counter('filter', msg('filter c'), c, extent, help);
    }
    case 'convTranspose': {
      const help = msg('input channel of the step: its cell is multiplied by the filter and added to the output');
      return counter('filter', msg('input channel c'), c, extent, help);
    }
    case 'pool':
      return counter('filter', msg('channel c'), c, extent, msg('channel that the step pools'));
    default:
      return counter('filter', msg('channel c'), c, extent, msg('channel of the step'));
  }
}

/** The channel that the maps show of those that a step sums or writes. */
function shownChannel(kind: Layer['kind'], channel: number, extent: number): Field[] {
  const isOutput = kind === 'convTranspose';
  const label = isOutput ? msg('output channel') : msg('channel');
  const help = isOutput ? msg('output channel that the maps show') : msg('input channel that the maps show');
  return counter('channel', label, channel, extent, help).map(asStrip);
}

function pictureField({ picture }: Stepper, view: View): Field[] {
  if (picture === 'impossible' || view.matrix) return [];
  const help = msg('the input in its colours; off: one channel at a time');
  const shown = view.picture ?? picture === 'usually';
  return [{ id: 'picture', label: msg('RGB'), kind: 'checkbox', value: String(shown), help }];
}

function matrixField(shown: boolean): Field {
  const help = msg('the same step as a product of matrices: each window is one row (im2col)');
  return { id: 'matrix', label: msg('matrix view'), kind: 'checkbox', value: String(shown), help, isRare: true };
}

/** A number field from 0 to extent − 1, where there is something to choose. */
function counter(id: string, label: Message, value: number, extent: number, help: Message): Field[] {
  return extent > 1 ? [{ id, label, kind: 'number', value: String(value), min: 0, max: extent - 1, help }] : [];
}

/** Few values are buttons. */
function asStrip(field: Field): Field {
  return (field.max ?? Infinity) < mostStrip ? { ...field, kind: 'strip' } : field;
}

function granularityLabel(granularity: Granularity, pooling: boolean): Message {
  switch (granularity) {
    case 'product':
      return pooling ? msg('kernel cell') : msg('product');
    case 'channel':
      return msg('channel');
    case 'window':
      return msg('window');
    case 'filter':
      return pooling ? msg('all channels') : msg('all filters');
    case 'row':
      return msg('row of the output');
    case 'example':
      return msg('example');
  }
}
