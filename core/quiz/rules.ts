/** The rule by which the answer of a question is found: the first hint. */
import { msg, type Message } from '../message';
import type { QuestionKind } from '../step/Frame';
import type { ConvLayer, ConvTransposeLayer, Layer, PoolLayer } from '../step/Layer';
import type { Granularity } from '../step/Stepper';

/** `map`: the id of the map with the asked cell. */
export function ruleOf(kind: QuestionKind, layer: Layer, map: string, granularity: Granularity): Message {
  if (kind === 'window') return windowRule(layer);
  switch (layer.kind) {
    case 'conv':
    case 'convTranspose':
      if (map === 'dW') return weightRule(layer);
      if (map === 'db') return msg('The gradient is added to the value before.');
      return layer.kind === 'conv' ? convRule(layer, granularity) : transposedRule(layer, granularity);
    case 'pool':
      return poolRule(layer);
    case 'relu':
      return layer.pass === 'forward'
        ? msg('Negative values become 0, the others stay.')
        : msg('The gradient passes where the input is positive.');
    case 'pad':
      return msg('Padding adds zeros around the input.');
  }
}

function windowRule(layer: Layer): Message {
  const dilation = 'options' in layer && 'dilation' in layer.options ? layer.options.dilation : undefined;
  const [rows, cols] = typeof dilation === 'number' ? [dilation, dilation] : (dilation ?? [1, 1]);
  if (rows === 1 && cols === 1)
    return msg('The window starts at row h · stride and column w · stride of the padded input.');
  return msg(
    'The window starts at row h · stride and column w · stride of the padded input; its cells are {0} row{0||s} and {1} column{1||s} apart.',
    rows,
    cols,
  );
}

function convRule({ pass, b }: ConvLayer, granularity: Granularity): Message {
  if (pass === 'backward')
    return msg('Each cell of the window gets its weight times the gradient, added to the value before.');
  if (granularity === 'channel') {
    return b
      ? msg(
          'Multiply window and filter of this channel cell by cell, and add the products to the value before; the last channel adds the bias, too.',
        )
      : msg('Multiply window and filter of this channel cell by cell, and add the products to the value before.');
  }
  return b
    ? msg('Multiply window and filter cell by cell, add the products of all channels of the filter, then add the bias.')
    : msg('Multiply window and filter cell by cell, and add the products of all channels of the filter.');
}

function transposedRule({ pass }: ConvTransposeLayer, granularity: Granularity): Message {
  if (pass === 'forward')
    return msg('Each cell of the window gets its weight times the input cell, added to the value before.');
  return granularity === 'channel'
    ? msg(
        'Multiply the gradient in the window and the filter of this channel cell by cell, and add the products to the value before.',
      )
    : msg('Multiply the gradient in the window and the filter cell by cell, and add the products of all channels.');
}

function weightRule({ kind }: ConvLayer | ConvTransposeLayer): Message {
  return kind === 'conv'
    ? msg('Each weight gets its cell of the window times the gradient, added to the value before.')
    : msg('Each weight gets its gradient in the window times the input cell, added to the value before.');
}

function poolRule({ pass, options: { mode, ties, countIncludePad = true } }: PoolLayer): Message {
  if (mode === 'max') {
    if (pass === 'forward') return msg('The result is the largest value of the window.');
    return ties === 'first'
      ? msg('The gradient goes to the first maximum of the window, added to the value before.')
      : msg('The gradient goes to each cell that is the maximum of the window, added to the value before.');
  }
  if (pass === 'forward') {
    return countIncludePad
      ? msg('The result is the sum of the window, divided by its number of cells.')
      : msg('The result is the sum of the window, divided by its number of cells without padding.');
  }
  return countIncludePad
    ? msg('Each cell of the window gets the gradient divided by the number of cells, added to the value before.')
    : msg(
        'Each cell of the window gets the gradient divided by the number of cells without padding, added to the value before.',
      );
}
