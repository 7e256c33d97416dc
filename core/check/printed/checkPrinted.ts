/** Compares printed output with the values that the program's print calls have, to the digits that were printed. */
import { codeOf } from '../source/codeOf';
import { PythonTree, listItems } from '../source/PythonTree';
import { openProgram } from '../../read/python/program';
import type { Py } from '../../read/python/value/Py';
import { addLabelledPrints } from './labelledValues';
import { matchArgument, numbersOf } from './matchPrinted';

export interface PrintCheck {
  /** Source of the printed argument. */
  readonly expression: string;
  readonly printed: string;
  readonly expected: string;
  readonly agrees: boolean;
}

/** Replaces `print`, so that its arguments are recorded as values. */
const RECORDER = 'def print(*args, **kwargs): pass\n';

interface PrintCall {
  readonly expressions: readonly string[];
  readonly values: readonly Py[];
}

/**
 * Functions that the source calls but does not define are the layer's own. The output may be that of the last cells only: it
 * then begins with the label of a later print call.
 */
export function checkPrinted(source: string, output: string): PrintCheck[] {
  // Text that was copied from a page has no-break spaces.
  const code = addLabelledPrints(codeOf(source.replaceAll('\u00a0', ' '), { forgets: true }), output);
  const prints = printsOf(RECORDER + code);
  const others = /rand/i.test(code) ? printsOf(otherDraws(code)) : prints;
  const start = firstPrinted(prints, output);
  const checks: PrintCheck[] = [];
  let at = 0;
  for (const [call, { expressions, values }] of [...prints.entries()].slice(start)) {
    for (const [k, value] of values.entries()) {
      const match = matchArgument(output, at, value, isLiteral(expressions[k]));
      at = match.end;
      const other = others[call]?.values[k];
      if (match.printed === undefined || (others !== prints && !(other && isSame(value, other)))) continue;
      const { printed, expected, agrees } = match;
      checks.push({ expression: expressions[k] ?? '', printed, expected, agrees });
    }
  }
  return checks;
}

function printsOf(program: string): PrintCall[] {
  const { calls } = openProgram(program).run();
  const tree = new PythonTree(program);
  return calls.flatMap((call): PrintCall[] => {
    const args = call.name === 'print' ? call.args['args'] : undefined;
    return args?.kind === 'tuple' ? [{ expressions: argumentsAt(tree, call.range[0]), values: args.items }] : [];
  });
}

/** The program with other numbers where it draws without a seed: what they change is not known. */
function otherDraws(code: string): string {
  const seeds = [
    'import numpy as _n, random as _r',
    '_n.random.seed(7)',
    '_r.seed(7)',
    ...(/\btorch\b/.test(code) ? ['import torch as _t', '_t.manual_seed(7)'] : []),
  ];
  return `${RECORDER}${seeds.join('\n')}\n${code.replace(/default_rng\(\s*\)/g, 'default_rng(7)')}`;
}

function isSame(a: Py, b: Py): boolean {
  if (a.kind === 'text' || b.kind === 'text')
    return a.kind === b.kind && 'value' in b && 'value' in a && a.value === b.value;
  const [x, y] = [numbersOf(a), numbersOf(b)];
  return x === undefined || y === undefined
    ? x === y
    : x.length === y.length && x.every((each, k) => Object.is(each, y[k]));
}

/** The first call whose label is at the start of the output and whose later labels follow; 0 where no call is. */
function firstPrinted(prints: readonly PrintCall[], output: string): number {
  const labels = prints.map(labelsOf);
  const text = output.trimStart();
  const found = labels.findIndex(([first], k) => {
    if (first === undefined || first !== labelAt(prints[k]!, 0) || !text.startsWith(first)) return false;
    let at = 0;
    return labels
      .slice(k)
      .flat()
      .every((label) => {
        const place = text.indexOf(label, at);
        at = place + label.length;
        return place >= 0;
      });
  });
  return Math.max(0, found);
}

function labelsOf(print: PrintCall): string[] {
  return print.values.flatMap((_, k) => labelAt(print, k) ?? []);
}

/** A literal text with letters. */
function labelAt({ expressions, values }: PrintCall, k: number): string | undefined {
  const value = values[k];
  if (value?.kind !== 'text' || !isLiteral(expressions[k])) return undefined;
  return /\p{Letter}/u.test(value.value) ? value.value.trim() : undefined;
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
