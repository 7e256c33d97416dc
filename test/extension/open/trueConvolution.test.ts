import { expect, it } from 'vitest';
import { openText } from '../../../extension/session/openText';

it.each([
  ['python', 'C = signal.convolve2d([[1, 2], [3, 4]], [[1, 0], [0, -1]])', true],
  ['python', 'C = signal.correlate2d([[1, 2], [3, 4]], [[1, 0], [0, -1]])', false],
  ['matlab', 'C = conv2([1 2; 3 4], [1 0; 0 -1])', true],
])('%s %s: a turned kernel is evidence: %s', (languageId, text, turned) => {
  const opened = openText({ text, languageId });
  const evidence = opened.kind === 'layer' ? opened.evidence : [];
  expect(evidence.some((each) => each.includes('turns the kernel by 180°'))).toBe(turned);
  expect(opened).toMatchObject({
    operation: 'conv_forward',
    roles: { w: { values: turned ? [-1, 0, 0, 1] : [1, 0, 0, -1] } },
  });
});
