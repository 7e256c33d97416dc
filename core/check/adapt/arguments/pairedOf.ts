/** Whether rows and columns have strides, padding or sizes of the window of their own. */
import type { SourceParameter } from '../../source/Definition';
import type { Support } from '../Adapter';
import { isPerSide, type ArgumentForm } from './argumentSource';
import { isPair, isPairUnpacked } from './pairs';
import type { ProgramValue } from '../../run/ProgramValue';
import { roleOf, type Role } from '../roles/roles';

/** Two arguments, or a pair whose items are both read. */
export function pairedOf(
  parameters: readonly SourceParameter[],
  roles: ReadonlyMap<string, Role>,
  formOfParameter: (parameter: SourceParameter) => ArgumentForm,
  text: string,
): Pick<Support, 'pairedStride' | 'pairedPad' | 'rectangular' | 'sides' | 'tiled'> {
  const all = [...roles.values()];
  const isPaired = (role: Role, cols: Role): boolean =>
    (all.includes(role) && all.includes(cols)) ||
    parameters.some((parameter) => hasPair(formOfParameter(parameter).recorded, role, text)) ||
    parameters.some(
      (parameter) =>
        roles.get(parameter.name) === role &&
        isPair(formOfParameter(parameter)) &&
        !isPerSide(formOfParameter(parameter)) &&
        !(role === 'pad' && formOfParameter(parameter).sides) &&
        isPairUnpacked(text, parameter.name),
    );
  const hasSides = parameters.some((each) => roles.get(each.name) === 'pad' && formOfParameter(each).sides);
  const isTiled = parameters.some((each) => formOfParameter(each).isWindowStride);
  return {
    ...(isTiled && { tiled: true }),
    ...(hasSides && { sides: true }),
    ...(isPaired('stride', 'strideCols') && { pairedStride: true }),
    ...(isPaired('pad', 'padCols') && { pairedPad: true }),
    ...(isPaired('kernel', 'kernelCols') && { rectangular: true }),
  };
}

/** `wy, wx = options['window']` of a dictionary with such a pair. */
function hasPair(options: ProgramValue | undefined, role: Role, text: string): boolean {
  if (options?.kind !== 'dictionary') return false;
  return [...options.entries].some(([key, value]) => {
    const isRead = new RegExp(`\\w+ *, *\\w+ *= *[\\w.]+\\[["']${String(key)}["']\\]`).test(text);
    return value.kind === 'sequence' && value.items.length === 2 && roleOf(String(key), [role]) === role && isRead;
  });
}
