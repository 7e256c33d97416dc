/** Assigns roles to the candidates, after the user's own choices, and states what was assumed. */
import { formatShape } from '../../array/NdArray';
import { tableKeys } from '../../tableKeys';
import { LensError, msg, type Message } from '../../message';
import type { Assumption, Field } from '../../panel/protocol';
import type { RoleCandidate, Choices, InputRole, Intent, Part } from '../Setup';
import { rare, select } from '../fields';
import { guessRoles, type Roles } from './roles';

/** The fields that choose an array; a value `array:2` is the third candidate. */
export const ROLE_FIELDS: Readonly<Record<InputRole, string>> = {
  x: 'inputChoice',
  w: 'filterChoice',
  b: 'biasChoice',
  dZ: 'gradientChoice',
};

export interface ChosenRoles extends Part {
  readonly x: number;
  readonly w?: number;
  readonly b?: number;
  readonly dZ?: number;
  readonly byOrder: readonly InputRole[];
}

/** Throws when there is no array that could be the input. */
export function chooseRoles(intent: Intent, choices: Choices): ChosenRoles {
  const { candidates, kind, layout } = intent;
  const roles = chosenRoles(guessRoles(candidates, kind, layout), choices, candidates.length);
  if (roles.x === undefined)
    throw new LensError(msg('there is no array here that could be the layer’s input'), 'input');
  const assumptions: Assumption[] = [];
  const fields: Field[] = [];
  if (candidates.length > 1) {
    const field = inputField(candidates, roles.x);
    const name = arrayName(candidates, roles.x);
    if (roles.byOrder.includes('x')) assumptions.push({ message: msg('Taken as the input: {0}', name), field });
    else if (choices[ROLE_FIELDS.x] !== undefined) fields.push(field);
  }
  if (roles.b !== undefined || choices[ROLE_FIELDS.b] === 'none') {
    const options = [...arrayOptions(candidates), { value: 'none', label: msg('none') }];
    const field = rare(
      select(ROLE_FIELDS.b, msg('bias'), roles.b === undefined ? 'none' : `array:${roles.b}`, options),
    );
    if (roles.b !== undefined && roles.byOrder.includes('b')) {
      assumptions.push({
        message: msg('Taken as the bias: {0}', arrayName(candidates, roles.b)),
        field,
      });
    } else if (choices[ROLE_FIELDS.b] !== undefined) fields.push(field);
  }
  const unused = unusedOf(roles, candidates).map((index) => arrayName(candidates, index));
  if (unused.length > 0) assumptions.push({ message: msg('not used: {0}', unused.join(', ')) });
  return { ...roles, x: roles.x, fields, assumptions };
}

export function arrayOptions(candidates: readonly RoleCandidate[]): { value: string; label: Message }[] {
  return candidates.map(({ name, array }, index) => ({
    value: `array:${index}`,
    label:
      name === undefined
        ? msg('array {0} {1}', index + 1, formatShape(array.shape))
        : msg('{0} {1}', name, formatShape(array.shape)),
  }));
}

/** The candidate that a choice names, if it names one. */
export function chosenArray(choice: string | undefined, count: number): number | undefined {
  const index = /^array:(\d+)$/.exec(choice ?? '')?.[1];
  return index !== undefined && Number(index) < count ? Number(index) : undefined;
}

export function arrayName(candidates: readonly RoleCandidate[], index: number): string {
  return candidates[index]!.name ?? `#${index + 1} ${formatShape(candidates[index]!.array.shape)}`;
}

/** A chosen array leaves the role that it had to the one it displaces. */
function chosenRoles(assigned: Roles, choices: Choices, count: number): Roles {
  const roles: Partial<Record<InputRole, number>> = {
    x: assigned.x,
    w: assigned.w,
    b: assigned.b,
    dZ: assigned.dZ,
  };
  const byOrder = new Set(assigned.byOrder);
  for (const role of tableKeys(ROLE_FIELDS)) {
    const choice = choices[ROLE_FIELDS[role]];
    const chosen = chosenArray(choice, count);
    if (choice === 'none' && role === 'b') roles.b = undefined;
    if (chosen === undefined) continue;
    const former = tableKeys(ROLE_FIELDS).find((each) => roles[each] === chosen);
    if (former !== undefined && former !== role) roles[former] = roles[role];
    roles[role] = chosen;
    byOrder.delete(role);
  }
  return { ...roles, byOrder: [...byOrder], unused: assigned.unused };
}

function unusedOf(roles: Roles, candidates: readonly RoleCandidate[]): number[] {
  const used = [roles.x, roles.w, roles.b, roles.dZ];
  return candidates.map((_, index) => index).filter((index) => !used.includes(index));
}

function inputField(candidates: readonly RoleCandidate[], selected: number): Field {
  return rare(select(ROLE_FIELDS.x, msg('input'), `array:${selected}`, arrayOptions(candidates)));
}
