/** Whether a variable of a function holds an array or a number, from what is assigned to it. */
import { anyOf } from '../../../anyOf';
import type { SyntaxNode } from '@lezer/common';
import { roleOf, type Role } from '../../adapt/roles/roles';
import { childNodes } from '../../source/PythonTree';

export type Kind = 'array' | 'scalar' | 'unknown';

const MAKES_ARRAY = new RegExp(
  [
    String.raw`^(?:np|numpy)\.${anyOf(`
      zeros ones empty full pad array asarray concatenate stack [hv]stack dot matmul einsum tensordot where repeat
      tile kron flip rot90 transpose multiply reshape sum max arange
    `)}\w*\(`,
    String.raw`\.(?:reshape|transpose|copy|ravel|flatten|astype|dot)\(`,
    String.raw`\.T$`,
    'keepdims=True',
  ].join('|'),
);
const SCALAR = /^(?:-?[\w.]+\.shape\[-?\d\]|len\(.*\)|int\(.*\)|-?\d+(?:\.\d+)?|[\w\s+\-*/()]+)$/;

/** Parameters that are arrays, or hold one: `Z = cache`. */
const HOLDS_ARRAY: ReadonlySet<Role | undefined> = new Set<Role>(['cache', 'input', 'gradient', 'filter']);

/** The names of a function and the nodes of its text. */
interface NamedScope {
  readonly names: readonly string[];
  readonly indexed: ReadonlySet<string>;
  text(node: Pick<SyntaxNode, 'from' | 'to'>): string;
  all(names: string | readonly string[]): readonly SyntaxNode[];
  isLoopVariable(name: string): boolean;
}

export function kindsOf(scope: NamedScope): ReadonlyMap<string, Kind> {
  const kinds = new Map<string, Kind>();
  for (const name of scope.names) {
    if (scope.indexed.has(name)) kinds.set(name, 'array');
    else if (scope.isLoopVariable(name)) kinds.set(name, 'scalar');
  }
  for (const statement of scope.all('AssignStatement')) {
    const [target, operator, value] = childNodes(statement);
    if (target?.name !== 'VariableName' || operator?.name !== 'AssignOp' || !value) continue;
    if (kinds.has(scope.text(target))) continue;
    kinds.set(scope.text(target), kindOfValue(scope.text(value), kinds));
  }
  return kinds;
}

function kindOfValue(text: string, kinds: ReadonlyMap<string, Kind>): Kind {
  if (MAKES_ARRAY.test(text) || /^\w+\[[^\]]*:[^\]]*\]$/.test(text)) return 'array';
  if (!SCALAR.test(text) || HOLDS_ARRAY.has(roleOf(text))) return 'unknown';
  const read = text.match(/[A-Za-z_]\w*/g) ?? [];
  if (read.some((name) => kinds.get(name) === 'array') && !/\.shape/.test(text)) return 'unknown';
  return 'scalar';
}
