/** What a function supports, as its parameters, its cache and the text's own call of it show. */
import { isConvolution } from '../../CourseFunction';
import type { SourceParameter } from '../../source/Definition';
import { definitionSource } from '../../source/definitionSource';
import type { Adapter } from '../Adapter';
import type { AdapterRequest } from '../AdapterRequest';
import { isPaddingText, isZero, namedPadding, type ArgumentForm } from '../arguments/argumentSource';
import { cacheRole, unpackedNames } from '../cache/cacheRoles';
import { pairedOf } from '../arguments/pairedOf';
import { roleOf, type Role } from '../roles/roles';
import { readsBothSizes, supportOf } from './supportOf';

/** Of the forward function that is called before. */
interface Replay {
  readonly roles: readonly Role[];
  readonly paired: ReturnType<typeof pairedOf>;
  readonly supports: Adapter['supports'];
}

/** `roles`: by parameter. */
export function supportsOf(
  { tree, definition, operation, recorded, layout }: AdapterRequest,
  roles: ReadonlyMap<string, Role>,
  replayed: Replay | undefined,
  formAt: (parameter: SourceParameter) => ArgumentForm,
): Adapter['supports'] {
  const { node, name, parameters } = definition;
  const values = new Set(roles.values());
  const unpacked = unpackedNames(tree, definition) ?? [];
  const isTextual = parameters.some((each) => roles.get(each.name) === 'pad' && isPaddingText(formAt(each)));
  const isUnbiased = parameters.some(
    (each) => roles.get(each.name) === 'bias' && isZero(recorded?.args.get(each.name)),
  );
  return {
    ...supportOf(tree, node, name, operation, [
      ...values,
      ...(values.has('cache') ? unpacked.flatMap((each) => cacheRole(each, operation) ?? []) : []),
      ...(replayed?.roles ?? []),
      ...unpacked
        .map((each) => roleOf(each))
        .filter(isOption)
        .filter((role) => replayed?.supports[role] === undefined),
    ]),
    ...(isConvolution(operation) && readsBothSizes(tree.text(node), layout) && { rectangular: true }),
    ...(isTextual ? namedPadding(tree) : {}),
    ...(isUnbiased ? { bias: false } : {}),
    ...replayed?.paired,
    ...pairedOf(parameters, roles, formAt, definitionSource(tree, [name])),
  };
}

/** Whether `s` or `p` in `x, s, p = cache` is an option of the layer. */
function isOption(role: Role | undefined): role is 'stride' | 'pad' {
  return role === 'stride' || role === 'pad';
}
