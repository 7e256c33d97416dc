/** Cases of tables of tests: values in brackets with several arrays each, next to others of the same form. */
import type { TextRange } from '../../TextRange';
import { isBlock } from './codeBlocks';

interface Group {
  readonly start: number;
  end: number;
  /** A list of values; undefined in a block of statements and outside of brackets. */
  readonly parent: Group | undefined;
  /** What makes the value: `Case` of `Case {`, empty for a key or a literal. */
  readonly head: string;
  arrays: number;
}

interface Ranged {
  readonly range: TextRange;
}

const LEAST_ARRAYS = 2;

export function codeCases(code: string, arrays: readonly Ranged[]): readonly TextRange[] {
  const holding = groupsAround(code, arrays.map(placeOf)).filter(
    (group) => group.parent && group.arrays >= LEAST_ARRAYS,
  );
  return holding
    .filter((group) =>
      holding.some(
        (other) =>
          other !== group &&
          other.head === group.head &&
          (other.parent === group.parent || (isAttribute(code, other) && isAttribute(code, group))),
      ),
    )
    .map(({ start, end }) => [start, end]);
}

/** Rust's `#[case(…)]` above a test. */
function isAttribute(code: string, { parent, head }: Group): boolean {
  return parent !== undefined && head !== '' && code[parent.start - 1] === '#';
}

/** Within the brackets of the arguments that an array is among. */
function placeOf({ range }: Ranged): number {
  return range[1] - 1;
}

/** The brackets of values around places, with the number of places in each. */
function groupsAround(code: string, places: readonly number[]): Group[] {
  const starts = [...places].sort((a, b) => a - b);
  const groups: Group[] = [];
  const open: (Group | undefined)[] = [];
  let next = 0;
  for (let at = 0; at < code.length; at++) {
    for (; starts[next] === at; next++) for (const group of open) if (group) group.arrays += 1;
    if ('([{'.includes(code[at]!)) {
      const isValue = code[at] !== '{' || !isBlock(code, at);
      const head = /(?<![\w.])([A-Za-z_][\w.:]*)?\s*$/.exec(code.slice(Math.max(0, at - 80), at))?.[1] ?? '';
      open.push(isValue ? { start: at, end: code.length, parent: open.at(-1), head, arrays: 0 } : undefined);
    } else if (')]}'.includes(code[at]!)) {
      const group = open.pop();
      if (!group) continue;
      group.end = at + 1;
      groups.push(group);
    }
  }
  return groups;
}

/** The innermost case around a place. */
export function caseAround(cases: readonly TextRange[], place: number): TextRange | undefined {
  const around = cases.filter(([start, end]) => start <= place && place < end);
  return around.reduce<TextRange | undefined>(
    (inner, each) => (inner && inner[1] - inner[0] <= each[1] - each[0] ? inner : each),
    undefined,
  );
}

/** Whether no two cases divide two arrays. */
export function areOfOneCase(cases: readonly TextRange[], a: Ranged, b: Ranged): boolean {
  const [first, second] = [caseAround(cases, placeOf(a)), caseAround(cases, placeOf(b))];
  const holds = ([start, end]: TextRange, place: number): boolean => start <= place && place < end;
  return !first || !second || holds(first, placeOf(b)) || holds(second, placeOf(a));
}
