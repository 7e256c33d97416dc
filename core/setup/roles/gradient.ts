/** The gradient that comes into a backward pass: the selected one, or a generated one that is stated as assumed. */
import { formatShape, sizeOf, type NdArray } from '../../array/NdArray';
import { LensError, msg, type Message } from '../../message';
import type { Field } from '../../panel/protocol';
import type { Choices, Intent, Part, Placed } from '../Setup';
import { arrayName, arrayOptions, chosenArray, ROLE_FIELDS, type ChosenRoles } from './chooseRoles';
import { rare, select } from '../fields';
import { placeActivation } from './placeArrays';

const gradientSeed = 2;

/** The array that plays the gradient, before it is known what shape it must have. */
export interface GivenGradient {
  readonly placed: Placed;
  readonly candidate: number;
}

export function givenGradient(
  { candidates, layout }: Intent,
  roles: ChosenRoles,
  choices: Choices,
): GivenGradient | undefined {
  const choice = choices[ROLE_FIELDS.dZ];
  const candidate = choice === undefined ? roles.dZ : chosenArray(choice, candidates.length);
  if (candidate === undefined) return undefined;
  return { candidate, placed: placeActivation(candidates[candidate]!.array, layout, 'gradient') };
}

interface GradientRequest {
  readonly intent: Intent;
  readonly roles: ChosenRoles;
  readonly choices: Choices;
  readonly given: GivenGradient | undefined;
  /** dZ and Z, or dA and A. */
  readonly names: readonly [gradient: string, output: string];
  readonly shape: readonly number[];
  readonly output: () => NdArray;
  readonly randn: (seed: number, shape: readonly number[]) => NdArray;
}

export function makeGradient(request: GradientRequest): Part & { readonly array: NdArray } {
  const { intent, roles, choices, given, shape } = request;
  const [name, output] = request.names;
  if (!given) {
    const choice = choices[ROLE_FIELDS.dZ] ?? (name === 'dZ' ? 'output' : 'random');
    const assumption = { message: assumedGradient(choice, name, output), field: gradientField(request, choice) };
    return { array: generated(request, choice), fields: [], assumptions: [assumption] };
  }
  requireShape(intent.candidates[given.candidate]!.name ?? name, given.placed.array, shape);
  const field = gradientField(request, `array:${given.candidate}`);
  const assumed = roles.byOrder.includes('dZ');
  const message = msg('Taken as the gradient: {0}', arrayName(intent.candidates, given.candidate));
  return {
    array: given.placed.array,
    fields: assumed ? [] : [field],
    assumptions: assumed ? [{ message, field }] : [],
  };
}

function generated({ shape, output, randn }: GradientRequest, choice: string): NdArray {
  if (choice === 'ones') return { shape: [...shape], data: new Float64Array(sizeOf(shape)).fill(1) };
  return choice === 'random' ? randn(gradientSeed, shape) : output();
}

function assumedGradient(choice: string, name: string, output: string): Message {
  if (choice === 'ones') return msg('{0} is 1 everywhere', name);
  if (choice === 'random') {
    return name === 'dA'
      ? msg('No gradient selected – as in the course, dA is random, seed {0}', gradientSeed)
      : msg('{0} is random, seed {1}', name, gradientSeed);
  }
  return msg('No gradient selected – as in the course, {0} = {1}', name, output);
}

function gradientField({ intent, names: [name, output] }: GradientRequest, value: string): Field {
  const options = [
    ...arrayOptions(intent.candidates),
    { value: 'output', label: msg('{0} = {1}', name, output) },
    { value: 'ones', label: msg('ones') },
    { value: 'random', label: msg('random, seed {0}', gradientSeed) },
  ];
  return rare(select(ROLE_FIELDS.dZ, msg('gradient'), value, options));
}

function requireShape(name: string, gradient: NdArray, shape: readonly number[]): void {
  if (shape.every((extent, axis) => gradient.shape[axis] === extent)) return;
  throw new LensError(
    msg(
      '{0} has shape {1}, but the output has {2}: change the stride, the pad or the kernel',
      name,
      formatShape(gradient.shape),
      formatShape(shape),
    ),
    'gradient',
  );
}
