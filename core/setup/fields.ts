/** The hyperparameters as fields of the panel, each with a description in the user's numbers. */
import type { Geometry } from '../layer/geometry';
import { kernelExtent } from '../layer/window';
import { msg, type Message } from '../message';
import type { Field, FieldOption } from '../panel/protocol';
import { PADDING_MODES } from './options/optionText';

export function passField(pass: string): Field {
  const options = [
    { value: 'forward', label: msg('forward') },
    { value: 'backward', label: msg('backward') },
  ];
  return {
    id: 'pass',
    label: msg('pass'),
    kind: 'segmented',
    value: pass,
    options,
    help: msg('output of the layer, or gradients of its inputs'),
  };
}

export function modeField(mode: string): Field {
  const options = [
    { value: 'max', label: msg('max') },
    { value: 'average', label: msg('average') },
  ];
  return {
    id: 'mode',
    label: msg('mode'),
    kind: 'segmented',
    value: mode,
    options,
    help: msg('largest value or mean of each window'),
  };
}

export function kernelField(value: string): Field {
  return text('kernel', msg('kernel f'), value, msg('rows and columns of the window: one number, or two as in “2, 3”'));
}

export function strideField(value: string, { rows, cols }: Geometry): Field {
  const help = msg(
    'from one output to the next the window moves {0} row{0||s} down or {1} column{1||s} right',
    rows.stride,
    cols.stride,
  );
  return text('stride', msg('stride'), value, help);
}

export function padField(value: string, { rows, cols }: Geometry): Field {
  const help = msg(
    'cells around the input: {0} above, {1} below, {2} left, {3} right. One number, two, four, “same” or “valid”',
    rows.padBefore,
    rows.padAfter,
    cols.padBefore,
    cols.padAfter,
  );
  return text('pad', msg('pad'), value, help);
}

export function outputPaddingField(value: string): Field {
  const help = msg('rows added below and columns added right of the output: one number, or two as in “1, 0”');
  return text('outputPadding', msg('output padding'), value, help);
}

export function dilationField(value: string, { rows, cols }: Geometry): Field {
  const help = msg(
    'cells of the window are {0} row{0||s} and {1} column{1||s} apart; the window spans {2} × {3}',
    rows.dilation,
    cols.dilation,
    kernelExtent(rows),
    kernelExtent(cols),
  );
  return { ...text('dilation', msg('dilation'), value, help), isRare: true };
}

export function groupsField(value: string, { inChannels, groups }: Geometry): Field {
  const help = msg(
    '{0} channel{0||s} in {1} group{1||s}: each filter sees {2}',
    inChannels,
    groups,
    inChannels / groups,
  );
  return { id: 'groups', label: msg('groups'), kind: 'number', value, min: 1, max: inChannels, help, isRare: true };
}

export function paddingModeField(value: string): Field {
  const options = PADDING_MODES.map((mode) => ({ value: mode, label: paddingModeLabel(mode) }));
  return {
    ...select('paddingMode', msg('padding mode'), value, options),
    help: msg('what the cells around the input hold'),
    isRare: true,
  };
}

export function tiesField(value: string): Field {
  const options = [
    { value: 'all', label: msg('all tied cells (the course)') },
    { value: 'first', label: msg('the first (PyTorch)') },
  ];
  const help = msg('which cells get the gradient when a window has its maximum more than once');
  return { ...select('ties', msg('ties'), value, options), help, isRare: true };
}

export function checkboxField(id: string, label: Message, value: boolean, help: Message): Field {
  return { id, label, kind: 'checkbox', value: String(value), help };
}

/** A field that panels with little space show behind a button. */
export function rare(field: Field): Field {
  return { ...field, isRare: true };
}

export function select(id: string, label: Message, value: string, options: readonly FieldOption[]): Field {
  return { id, label, kind: 'select', value, options };
}

function text(id: string, label: Message, value: string, help: Message): Field {
  return { id, label, kind: 'text', value, help };
}

function paddingModeLabel(mode: (typeof PADDING_MODES)[number]): Message {
  switch (mode) {
    case 'zeros':
      return msg('zeros');
    case 'reflect':
      return msg('reflect');
    case 'replicate':
      return msg('replicate');
    case 'circular':
      return msg('circular');
  }
}
