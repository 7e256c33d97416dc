/** What the setups of all operations share: they begin with roles and the input, and end with names, origins and fields. */
import type { NdArray } from '../../array/NdArray';
import { defined } from '../../defined';
import type { Assumption, Field } from '../../panel/protocol';
import type { Layer, Pass } from '../../step/Layer';
import { chooseRoles, type ChosenRoles } from '../roles/chooseRoles';
import { givenGradient, makeGradient, type GivenGradient } from '../roles/gradient';
import { arrayOrigin, passOf, rankAssumptions } from '../roles/parts';
import { placeActivation } from '../roles/placeArrays';
import type { Choices, Intent, Part, Placed, Setup } from '../Setup';
import type { Tools } from '../Tools';

export interface Beginning {
  readonly intent: Intent;
  readonly choices: Choices;
  readonly roles: ChosenRoles;
  readonly pass: Pass;
  readonly x: Placed;
  /** The selected gradient of a backward pass. */
  readonly given: GivenGradient | undefined;
}

/** Throws a LensError when there is no array that could be the input. */
export function begin(intent: Intent, choices: Choices): Beginning {
  const { candidates, layout } = intent;
  const roles = chooseRoles(intent, choices);
  const pass = passOf(intent, roles, choices);
  const x = placeActivation(candidates[roles.x]!.array, layout, 'input');
  const given = pass === 'backward' ? givenGradient(intent, roles, choices) : undefined;
  return { intent, choices, roles, pass, x, given };
}

export interface OutputRequest {
  /** dZ and Z, or dA and A. */
  readonly names: readonly [gradient: string, output: string];
  readonly shape: readonly number[];
  readonly output: () => NdArray;
}

export type Gradient = Part & { readonly array: NdArray };

/** The gradient that a backward pass begins with; undefined in a forward pass. */
export function gradientOf(
  { intent, choices, roles, pass, given }: Beginning,
  request: OutputRequest,
  tools: Tools,
): Gradient | undefined {
  if (pass === 'forward') return undefined;
  return makeGradient({ intent, roles, choices, given, ...request, randn: (seed, shape) => tools.randn(seed, shape) });
}

/** An array of the layer besides the input and the gradient; `candidate`: which array of the text it is. */
interface RoleArray {
  readonly candidate?: number | undefined;
  readonly placed: Placed | undefined;
}

interface Ending {
  readonly layer: Layer;
  readonly w?: RoleArray;
  readonly b?: RoleArray;
  readonly gradient?: Gradient | undefined;
  /** The operation's own. */
  readonly fields: readonly Field[];
  readonly assumptions?: readonly Assumption[];
}

export function assemble({ intent, roles, x, given }: Beginning, ending: Ending): Setup {
  const { candidates } = intent;
  const { layer, w, b, gradient, fields, assumptions = [] } = ending;
  const nameOf = (index: number | undefined) => (index === undefined ? undefined : candidates[index]!.name);
  return {
    layer,
    names: defined({
      x: nameOf(roles.x),
      w: nameOf(w?.candidate),
      b: nameOf(b?.candidate),
      dZ: nameOf(given?.candidate),
    }),
    origins: defined({
      x: arrayOrigin(candidates, roles.x, x),
      w: arrayOrigin(candidates, w?.candidate, w?.placed),
      b: arrayOrigin(candidates, b?.candidate, b?.placed),
      dZ: arrayOrigin(candidates, given?.candidate, given?.placed),
    }),
    fields: [...fields, ...(gradient?.fields ?? []), ...roles.fields, ...intent.fields],
    assumptions: [
      ...intent.assumptions,
      ...roles.assumptions,
      ...rankAssumptions(candidates[roles.x]!),
      ...assumptions,
      ...(gradient?.assumptions ?? []),
    ],
  };
}
