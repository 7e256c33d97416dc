/** ReLU with its arrays, from a call. */
import { defined } from '../defined';
import type { NdArray } from '../array/NdArray';
import type { ReluLayer } from '../step/Layer';
import type { Choices, Intent, Setup } from './Setup';
import type { Tools } from './Tools';
import { castRoles } from './cast';
import { passField } from './fields';
import { givenGradient, makeGradient } from './gradient';
import { originOf, passOf, rankAssumptions } from './parts';
import { placeActivation } from './place';

export function setUpRelu(intent: Intent, choices: Choices, tools: Tools): Setup {
  const { candidates, layout } = intent;
  const cast = castRoles(intent, choices);
  const pass = passOf(intent, cast, choices);
  const x = placeActivation(candidates[cast.x]!.array, layout, 'input');
  const given = pass === 'backward' ? givenGradient(intent, cast, choices) : undefined;
  const forward: ReluLayer = { kind: 'relu', pass: 'forward', x: x.array };
  const gradient =
    pass === 'forward'
      ? undefined
      : makeGradient({
          intent,
          cast,
          choices,
          given,
          names: ['dA', 'A'],
          shape: x.array.shape,
          output: () => relu(x.array),
          randn: (seed, shape) => tools.randn(seed, shape),
        });
  return {
    layer: gradient ? { ...forward, pass: 'backward', dA: gradient.array } : forward,
    names: defined({ x: candidates[cast.x]!.name, dZ: given && candidates[given.candidate]!.name }),
    origins: defined({
      x: originOf(candidates, cast.x, x),
      dZ: originOf(candidates, given?.candidate, given?.placed),
    }),
    fields: [passField(pass), ...(gradient?.fields ?? []), ...cast.fields, ...intent.fields],
    assumptions: [
      ...intent.assumptions,
      ...cast.assumptions,
      ...rankAssumptions(candidates[cast.x]!),
      ...(gradient?.assumptions ?? []),
    ],
  };
}

function relu({ shape, data }: NdArray): NdArray {
  return { shape, data: data.map((value) => Math.max(0, value)) };
}
