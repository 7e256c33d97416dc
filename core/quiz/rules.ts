/** The rule by which the answer of a question is found: the first hint. */
import { msg, type Message } from '../message';
import type { QuestionKind } from '../step/Frame';
import type { Layer } from '../step/Layer';

export function ruleOf(kind: QuestionKind, layer: Layer): Message {
  if (kind === 'window') {
    return msg('The window starts at row h · stride and column w · stride of the padded input.');
  }
  switch (layer.kind) {
    case 'conv':
      return layer.pass === 'forward'
        ? msg('Multiply window and filter cell by cell, add the products of all channels, then add the bias.')
        : msg('Each cell of the window gets its weight times the gradient, added to the value before.');
    case 'convTranspose':
      return layer.pass === 'forward'
        ? msg('Each cell of the window gets its weight times the input cell, added to the value before.')
        : msg('Multiply the gradient in the window and the filter cell by cell, and add the products.');
    case 'pool':
      if (layer.options.mode === 'max') {
        return layer.pass === 'forward'
          ? msg('The result is the largest value of the window.')
          : msg('The gradient goes to the maximum of the window, added to the value before.');
      }
      return layer.pass === 'forward'
        ? msg('The result is the sum of the window, divided by its number of cells.')
        : msg('Each cell of the window gets the gradient divided by the number of cells, added to the value before.');
    case 'relu':
      return layer.pass === 'forward'
        ? msg('Negative values become 0, the others stay.')
        : msg('The gradient passes where the input is positive.');
    case 'pad':
      return msg('Padding adds zeros around the input.');
  }
}
