/** Texts without an array: printed numbers are shown, a program that sets a number is refused. */
import { expect, it } from 'vitest';
import { openText } from '../../../extension/session/openText';
import { FakePanel } from './FakePanel';

it('printed numbers without their cell are listed by name', () => {
  const panel = FakePanel.showing('mean of dA = 1.45243777754\nmean of dW = 1.72699145831\n', 'any');
  expect(panel.inspect.fields[0]).toMatchObject({ options: [named('mean of dA'), named('mean of dW')] });
});

it('a program without an array and without a layer is refused', () => {
  const opened = openText({ text: 'import numpy as np\nfrom a import b\n\nx = 1\n', languageId: 'python', cursor: 0 });
  expect(opened).toEqual({ kind: 'refused', message: 'this text has neither an array nor a call of a layer' });
});

function named(name: string): unknown {
  return expect.objectContaining({ label: { text: '{0} {1}', args: [name, '()'] } });
}
