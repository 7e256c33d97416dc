/** Arrays of cases whose values have no names: they are named where the text takes the cases apart, or declares their type. */
import type { NdArray } from '../../../array/NdArray';
import type { WrittenArray } from '../agreement/layerWords';
import { CodeReader } from './reader/CodeReader';
import type { CodeScope } from './reader/CodeScope';
import type { Node } from './reader/nodes';
import { arrayOfValue } from './reader/values';

/** The fields of a type: `struct Case { Matrix input; Matrix kernel; int stride; };`. */
const FIELDS = /\b(?:struct|class|record)\s+\w*\s*(?:final\s*)?[{(]((?:[^{}()]|\([^(){}]*\))*)[})]/g;
/** Go's fields have the type behind the name. */
const GO_FIELDS = /\bstruct\s*\{([^{}]*)\}\s*\{/g;
/** What follows `for (input, kernel, expected)`, `[x, w, y]` of a loop, and the parameters of a test. */
const BEHIND = /\s*(?:\)\s*(?:=>|\{)|in\b|of\b|:(?!:)|\{|=>|->|throws\b|=\s*\w)/y;
const VALUES = /(?<=[[({,>]\s*|\bof\s*)(?:(?:new\s+)?[A-Za-z_][\w.:]*\s*(?:\[\]\s*)?)?(?=[({[])/g;
const RESULT = /expect|result|output|want|correct|truth|^(?:out|res|ref|y)\d*$/i;
/** Words before or in place of a name. */
const WORDS = /^(?:const|final|ref|mut|auto|let|var|val|float|double|int|long|bool|char|void)$/;
const MOST = 400;

interface Source {
  readonly text: string;
  readonly code: string;
  readonly scopeAt: (at: number) => CodeScope;
}

export function caseArrays({ text, code, scopeAt }: Source): WrittenArray[] {
  const lists = namesOfCases(code);
  if (lists.length === 0) return [];
  const found: WrittenArray[] = [];
  let behind = 0;
  for (const { index } of [...code.matchAll(VALUES)].slice(0, MOST)) {
    if (index < behind) continue;
    const reader = new CodeReader(text, index);
    const items = itemsOf(reader.expression());
    const names = lists.find(({ length }) => length === items.length);
    if (!names) continue;
    const scope = scopeAt(index);
    const arrays = items.map((item) =>
      item.kind === 'number' || item.kind === 'name' ? undefined : arrayOfValue(scope.value(item)),
    );
    if (!areParts(names, arrays)) continue;
    // The reader is behind the blanks that follow.
    behind = index + code.slice(index, reader.at).trimEnd().length;
    for (const [at, array] of arrays.entries())
      if (array && array.shape.length > 0) found.push({ name: names[at]!, array, range: [index, behind] });
  }
  return found;
}

/** An input, a result and perhaps a filter are arrays; options are not. */
function areParts(names: readonly string[], arrays: readonly (NdArray | undefined)[]): boolean {
  const known = names.filter((_, at) => (arrays[at]?.shape.length ?? 0) > 0);
  return (
    known.length > 1 && known.some((name) => RESULT.test(name)) && !known.some((name) => /strid|pad|name/i.test(name))
  );
}

function itemsOf(node: Node): readonly Node[] {
  if (node.kind === 'list') return node.items;
  return node.kind === 'call' ? node.call.args : [];
}

/** Lists of names of which one is a result's. */
function namesOfCases(code: string): string[][] {
  const fields = [...code.matchAll(FIELDS)].map(([, body = '']) => body.split(/[;,\n]/).map(lastName));
  const go = [...code.matchAll(GO_FIELDS)].map(([, body = '']) => body.split(/[;\n]/).flatMap(goNames));
  const parts = partLists(code).filter((names) => !names.includes(''));
  return [...[...go, ...fields].map((names) => names.filter((name) => name !== '')), ...parts].filter(
    (names) => names.length > 1 && names.some((name) => RESULT.test(name)),
  );
}

/** `std::vector<int> input`, `input: Vec<i32>`, `int[][] kernel`. */
function lastName(declaration: string): string {
  const before = /^\s*(?:pub\s+|val\s+|var\s+|let\s+|readonly\s+)*([A-Za-z_]\w*)\s*:(?!:)/.exec(declaration)?.[1];
  return before ?? /([A-Za-z_]\w*)\s*(?:\[[^\]]*\]\s*)*(?:=.*)?$/.exec(declaration.trim())?.[1] ?? '';
}

/** `input, kernel [][]float64`: several names before one type. */
function goNames(line: string): string[] {
  const names = /^\s*([A-Za-z_]\w*(?:\s*,\s*[A-Za-z_]\w*)*)\s+\S/.exec(line)?.[1];
  return names?.split(/\s*,\s*/) ?? [];
}

/** The names between the brackets of loops and of the heads of functions. */
function partLists(code: string): string[][] {
  const found: string[][] = [];
  const open: { readonly at: number; readonly commas: number[] }[] = [];
  for (let at = 0; at < code.length; at++) {
    const character = code[at]!;
    if ('([{<'.includes(character)) open.push({ at, commas: [] });
    else if (character === ',') open.at(-1)?.commas.push(at);
    else if (character === '>' && open.length > 0 && code[open.at(-1)!.at] === '<') open.pop();
    else if (')]}'.includes(character)) {
      // A comparison has no closing bracket.
      while (open.length > 0 && code[open.at(-1)!.at] === '<') open.pop();
      const group = open.pop();
      BEHIND.lastIndex = at + 1;
      if (!group || character === '}' || !BEHIND.test(code)) continue;
      const ends = [...group.commas, at];
      found.push(ends.map((end, part) => partName(code.slice((part === 0 ? group.at : ends[part - 1]!) + 1, end))));
    }
  }
  return found;
}

/** Without attributes such as `#[case]` of Rust. */
function partName(part: string): string {
  const name = lastName(part.replace(/#?\[[^\]]*\]\s*(?=[A-Za-z_])/, ''));
  return WORDS.test(name) ? '' : name;
}
