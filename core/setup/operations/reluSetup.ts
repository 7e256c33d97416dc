/** ReLU with its arrays, from a call. */
import { relu } from '../../layer/relu';
import type { ReluLayer } from '../../step/Layer';
import type { Choices, Intent, Setup } from '../Setup';
import type { Tools } from '../Tools';
import { assemble, begin, gradientOf } from './assembly';
import { passField } from '../fields';

export function setUpRelu(intent: Intent, choices: Choices, tools: Tools): Setup {
  const beginning = begin(intent, choices);
  const { pass, x } = beginning;
  const forward: ReluLayer = { kind: 'relu', pass: 'forward', x: x.array };
  const output = { names: ['dA', 'A'], shape: x.array.shape, output: () => relu(x.array) } as const;
  const gradient = gradientOf(beginning, output, tools);
  return assemble(beginning, {
    layer: gradient ? { ...forward, pass: 'backward', dZ: gradient.array } : forward,
    gradient,
    fields: [passField(pass)],
  });
}
