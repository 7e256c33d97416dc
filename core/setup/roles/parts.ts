/** Small pieces that setups of every kind share. */
import { formatShape } from '../../array/NdArray';
import { msg } from '../../message';
import type { Assumption } from '../../panel/protocol';
import type { Pass } from '../../step/Layer';
import type { RoleCandidate, Choices, Intent, Origin, Placed } from '../Setup';
import type { ChosenRoles } from './chooseRoles';

/** The user's choice, else backward where the text asks for it or brings a gradient. */
export function passOf(intent: Intent, roles: ChosenRoles, choices: Choices): Pass {
  const choice = choices['pass'];
  if (choice === 'forward' || choice === 'backward') return choice;
  return intent.backward || roles.dZ !== undefined ? 'backward' : 'forward';
}

/** What an input of fewer axes than (m, n_H, n_W, n_C) is taken for. */
export function rankAssumptions({ name = 'input', array: { shape } }: RoleCandidate): Assumption[] {
  switch (shape.length) {
    case 4:
      return [];
    case 3:
      return [{ message: msg('{0} {1} is one example', name, formatShape(shape)) }];
    case 2:
      return [{ message: msg('{0} {1} is one example of one channel', name, formatShape(shape)) }];
    default:
      return [{ message: msg('{0} {1} is one row: one example of one channel', name, formatShape(shape)) }];
  }
}

export function arrayOrigin(
  candidates: readonly RoleCandidate[],
  index: number | undefined,
  placed: Placed | undefined,
): Origin | undefined {
  const array = index === undefined ? undefined : candidates[index]?.source;
  if (array === undefined || !placed) return undefined;
  return placed.sourceIndex ? { array, sourceIndex: placed.sourceIndex } : { array };
}
