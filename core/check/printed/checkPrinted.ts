/** Compares printed output with the values that the program's print calls have, to the digits that were printed. */
import { codeOf } from '../source/codeOf';
import { PythonTree, listItems } from '../source/PythonTree';
import { openProgram } from '../../read/python/program';
import type { Py } from '../../read/python/value/Py';
import { UNKNOWN_TEXT } from '../../read/python/run/builtins/textFunctions';
import { alignPrinted, type PrintCall, type PrintedPart } from './alignPrinted';
import { addLabelledPrints } from './labelledValues';
import { ANSI, isLiteral, matchArgument, numbersOf } from './matchPrinted';

export interface PrintCheck {
  /** Source of the printed argument. */
  readonly expression: string;
  readonly printed: string;
  /** The value as the program prints it. */
  readonly expected: string;
  readonly agrees: boolean;
}

/**
 * Functions that the source calls but does not define are the layer's own. The output may be that of the last cells only: it
 * then begins with the output of a later print call.
 * `seeded`: every number that the program draws is known, so that no second run has to show which are not.
 */
export function checkPrinted(source: string, output: string, { seeded = false } = {}): PrintCheck[] {
  // Text that was copied from a page has no-break spaces.
  const code = addLabelledPrints(codeOf(source.replaceAll('\u00a0', ' '), { forgets: true }), output);
  const prints = printsOf(code);
  const others = !seeded && /rand/i.test(code) ? printsOf(otherDraws(code)) : prints;
  const text = output.replace(ANSI, '');
  return comparePrints(prints, text).flatMap(({ call, argument, ...check }) => {
    const { expressions, values } = prints[call]!;
    const other = others[call]?.values[argument];
    const isDrawn = others !== prints && !(other && isSame(values[argument]!, other));
    return isDrawn ? [] : [{ expression: expressions[argument] ?? '', ...check }];
  });
}

/** Up to the first value that is not known, output may have the program's form. */
function comparePrints(prints: readonly PrintCall[], output: string): PrintedPart[] {
  const unknown = prints.findIndex(({ texts }) => texts.includes(UNKNOWN_TEXT));
  const aligned = alignPrinted(unknown < 0 ? prints : prints.slice(0, unknown), output);
  if (!aligned) return matchInOrder(prints, output, firstPrinted(prints, output), 0);
  return unknown < 0 ? aligned.parts : [...aligned.parts, ...matchInOrder(prints, output, unknown, aligned.end)];
}

/** Output of another form than the program's: each value is looked for after the one before. */
function matchInOrder(prints: readonly PrintCall[], output: string, start: number, from: number): PrintedPart[] {
  const found: PrintedPart[] = [];
  let at = from;
  for (const [k, { expressions, values, texts }] of prints.slice(start).entries()) {
    for (const [argument, value] of values.entries()) {
      const { end, printed, expected, agrees } = matchArgument(output, at, value, isLiteral(expressions[argument]));
      at = end;
      if (printed === undefined) continue;
      const own = texts[argument]!;
      found.push({
        call: start + k,
        argument,
        printed,
        expected: own === UNKNOWN_TEXT ? expected : own.trim(),
        agrees,
      });
    }
  }
  return found;
}

function printsOf(program: string): PrintCall[] {
  const { prints } = openProgram(program, { prints: true }).run();
  const sources = argumentsByPlace(program);
  return prints.map((call) => ({ ...call, expressions: sources.get(call.range[0]) ?? [] }));
}

/** The program with other numbers where it draws without a seed: what they change is not known. */
function otherDraws(code: string): string {
  const seeds = [
    'import numpy as _n, random as _r',
    '_n.random.seed(7)',
    '_r.seed(7)',
    ...(/\btorch\b/.test(code) ? ['import torch as _t', '_t.manual_seed(7)'] : []),
  ];
  return `${seeds.join('\n')}\n${code.replace(/default_rng\(\s*\)/g, 'default_rng(7)')}`;
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

/** Sources of the arguments of the print calls, by the places of the calls. */
function argumentsByPlace(program: string): Map<number, string[]> {
  const tree = new PythonTree(program);
  return new Map(
    tree.all('CallExpression').flatMap((call) => {
      const list = call.getChild('ArgList');
      if (!list || !/^(?:print|display|pprint)\b/.test(program.slice(call.from, call.to))) return [];
      const items = listItems(list, '(', ')');
      const sources = items.map((item) => program.slice(item[0]!.from, item[item.length - 1]!.to));
      return [[call.from, sources] as const];
    }),
  );
}
