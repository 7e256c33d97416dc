/** A whole array in the place of the window of a step: `np.sum(x * w)` for `np.sum(x[i : i + k, j : j + k] * w)`. */
import { msg } from '../../../../../message';
import { roleOf, type Role } from '../../../../adapt/roles/roles';
import { editOf, type Candidate } from '../../../Candidate';
import { isRead, type FunctionScope } from '../../../scope/FunctionScope';
import { subscriptItems } from '../../../scope/subscriptItems';

const POSITIONS: readonly (readonly [string, string])[] = [
  ['', ''],
  [':, ', ', :'],
  [':, :, ', ''],
  [':, ', ''],
  ['', ', :'],
];

export function* wholeArrays(scope: FunctionScope): Iterable<Candidate> {
  const windows = [...writtenWindows(scope), ...computedWindows(scope)];
  if (windows.length === 0) return;
  const written = [...new Set(writtenSubscripts(scope))];
  for (const node of scope.all('VariableName')) {
    const name = scope.text(node);
    if (!isRead(node) || scope.kindOf(name) === 'scalar' || scope.loopsAround(node).length < 2) continue;
    if (node.parent?.name === 'MemberExpression' || roleOf(name) === 'filter') continue;
    for (const [rows, cols] of windows) {
      for (const [before, after] of POSITIONS) {
        yield taken(name, node, `${name}[${before}${rows}, ${cols}${after}]`, 4.2);
      }
      for (const loop of new Set(scope.loopsAround(node))) {
        yield taken(name, node, `${name}[${loop}, ${rows}, ${cols}]`, 4.6);
        yield taken(name, node, `${name}[${loop}, :, ${rows}, ${cols}]`, 4.6);
      }
    }
    for (const subscript of written) yield taken(name, node, `${name}[${subscript}]`, 4.4);
  }
}

function taken(name: string, node: { from: number; to: number }, window: string, cost: number): Candidate {
  return {
    id: 'whole-plane',
    detail: msg('The whole plane of {0} is taken, not the window: use {1}', name, window),
    edits: [editOf(node, window)],
    cost,
  };
}

/** Everything between brackets elsewhere in the function, where a loop variable is read. */
function writtenSubscripts(scope: FunctionScope): string[] {
  return scope.all('MemberExpression').flatMap((member) => {
    const items = subscriptItems(scope, member);
    const text = items.map((item) => item.text).join(', ');
    return items.length > 1 && scope.loops.some(({ name }) => new RegExp(`\\b${name}\\b`).test(text)) ? [text] : [];
  });
}

/** Two neighbouring slices. */
function writtenWindows(scope: FunctionScope): [string, string][] {
  const found = scope.all('MemberExpression').flatMap((member): [string, string][] => {
    const slices = subscriptItems(scope, member).filter(({ text }) => /\S\s*:\s*\S/.test(text));
    const [rows, cols] = slices;
    return rows && cols ? [[rows.text, cols.text]] : [];
  });
  return found.slice(0, 2);
}

/** `i * stride : i * stride + k`, from the loops over the output and the size of the window. */
function computedWindows(scope: FunctionScope): [string, string][] {
  const names = [...scope.names, ...scope.attributes].filter((name) => !/^(?:n|size)$/.test(name));
  const sizeOf = (role: Role): string | undefined => names.find((name) => roleOf(name.replace(/^self\./, '')) === role);
  const rowSize = sizeOf('kernelRows') ?? sizeOf('kernel');
  const colSize = sizeOf('kernelCols') ?? rowSize;
  const loops = [...new Set(scope.loops.map(({ name }) => name))].filter((name) => !/^(?:n|m|c|f|k|ch)$/.test(name));
  const pairs = loops.slice(0, -1).map((row, k) => [row, loops[k + 1]!] as const);
  if (rowSize === undefined || colSize === undefined) return [];
  const starts = (name: string): string => (scope.stride === undefined ? name : `${name} * ${scope.stride}`);
  return pairs
    .slice(0, 3)
    .map(([row, col]) => [`${starts(row)}:${starts(row)} + ${rowSize}`, `${starts(col)}:${starts(col)} + ${colSize}`]);
}
