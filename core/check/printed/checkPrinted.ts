/** Compares printed output with the values that the program's print calls have, to the digits that were printed. */
import { codeOf } from '../source/codeOf';
import { PythonTree, listItems } from '../source/PythonTree';
import { openProgram } from '../../read/python/program';
import { addLabelledPrints } from './labelledValues';
import { matchArgument } from './matchPrinted';

export interface PrintCheck {
  /** Source of the printed argument. */
  readonly expression: string;
  readonly printed: string;
  readonly expected: string;
  readonly agrees: boolean;
}

/** Replaces `print`, so that its arguments are recorded as values. */
const RECORDER = 'def print(*args, **kwargs): pass\n';

/** Functions that the source calls but does not define are the layer's own. */
export function checkPrinted(source: string, output: string): PrintCheck[] {
  const code = addLabelledPrints(codeOf(source), output);
  const prefixed = RECORDER + code;
  const { calls } = openProgram(prefixed).run();
  const tree = new PythonTree(prefixed);
  const checks: PrintCheck[] = [];
  let at = 0;
  for (const call of calls) {
    if (call.name !== 'print') continue;
    const expressions = argumentsAt(tree, call.range[0]);
    const args = call.args['args'];
    if (args?.kind !== 'tuple') continue;
    for (const [k, value] of args.items.entries()) {
      const match = matchArgument(output, at, value, isLiteral(expressions[k]));
      at = match.end;
      if (match.printed === undefined) continue;
      const { printed, expected, agrees } = match;
      checks.push({ expression: expressions[k] ?? '', printed, expected, agrees });
    }
  }
  return checks;
}

function isLiteral(expression: string | undefined): boolean {
  return expression !== undefined && /^[rbuf]*["'][^]*["']$/i.test(expression) && !/["']\s*[+%.]/.test(expression);
}

/** Sources of the arguments of the print call at an offset. */
function argumentsAt(tree: PythonTree, offset: number): string[] {
  const call = tree
    .all('CallExpression')
    .find((node) => node.from <= offset && node.to > offset && tree.source.startsWith('print', node.from));
  const list = call?.getChild('ArgList');
  if (!list) return [];
  return listItems(list, '(', ')').map((item) => tree.source.slice(item[0]!.from, item[item.length - 1]!.to));
}
