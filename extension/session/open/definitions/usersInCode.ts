/** The layers of the function at the cursor, in other languages than Python: those of its calls, not the last of the text. */
import type { LayerCall } from '../../../../core/read/LayerCall';
import { plainCode } from '../../../../core/read/text/code/reader/definitions';
import type { Segment } from '../../source/LensSource';

const TYPE = /\b(?:class|struct|impl|object|extension)\s+(\w+)/;
const MAKES = /=[^;]*\bnew\s+(\w+)\s*\(/;
const FUNCTION =
  /(?<![\w.])(?!(?:if|for|foreach|while|switch|catch|match|when|using|lock|with|guard|function)\b)([A-Za-z_]\w*)\s*(?:<[^;(){}]*>\s*)?(?:(?:[:=]|<-)\s*(?:async\s*)?(?:function\b\s*\w*\s*)?)?\((?:[^(){};]|\([^(){};]*\))*\)[^(){};\n]*\s*$/;
/** The head and the end of a function of MATLAB or Julia. */
const UNBRACED = /^([ \t]*)(?:function\b[^\n(]*?(\w+)\s*\([^\n{]*$|end\b)/gm;

/** The layers that the functions around a place compute, else those of the functions that call them. */
export function layersOfFunction(
  { offset, text }: Segment,
  place: number,
  recorded: readonly LayerCall[],
): readonly LayerCall[] {
  const code = plainCode(text);
  const seen = new Set<string>();
  const reaching = (at: number): readonly LayerCall[] => {
    const heads = headsAround(code, at);
    const type = TYPE.exec(heads.join('\n'))?.[1];
    for (const name of heads.flatMap((head) => FUNCTION.exec(head)?.[1] ?? [])) {
      if (seen.has(`${type}.${name}`)) continue;
      seen.add(`${type}.${name}`);
      const isCall = new RegExp(`\\b${name}\\s*\\(`);
      const own = recorded.filter(
        ({ callee, uncalled, range: [start, end] }) =>
          /\w*$/.exec(callee)![0] === name || (uncalled && isCall.test(code.slice(start - offset, end - offset))),
      );
      const ofType = own.filter(({ range }) => isOfType(code, code.slice(range[0] - offset, range[1] - offset), type));
      if (own.length > 0) return ofType.length > 0 ? ofType : own;
      const found = [...code.matchAll(new RegExp(`\\b${name}\\s*\\(`, 'g'))].flatMap(({ index }) => reaching(index));
      if (found.length > 0) return found;
    }
    return [];
  };
  const found = reaching(place);
  if (found.length > 0) return found;
  // Where an object is made, in a constructor or between methods: the layers of the objects.
  const line = code.slice(code.lastIndexOf('\n', place - 1) + 1).split('\n', 1)[0]!;
  const type = (MAKES.exec(line) ?? TYPE.exec(headsAround(code, place).join('\n')))?.[1];
  return recorded.filter(({ range }) => isOfType(code, code.slice(range[0] - offset, range[1] - offset), type));
}

/** The names of the functions around a place, the innermost first. */
export function functionsAround(code: string, place: number): readonly string[] {
  return headsAround(code, place).flatMap((head) => FUNCTION.exec(head)?.[1] ?? []);
}

/** What is before the braces around a place, and the head of a function without braces; the innermost first. */
function headsAround(code: string, place: number): readonly string[] {
  const open: string[] = [];
  let boundary = 0;
  for (let at = 0; at < place; at++) {
    if (!'{};'.includes(code[at]!)) continue;
    if (code[at] === '{') open.push(code.slice(boundary, at));
    else if (code[at] === '}') open.pop();
    boundary = at + 1;
  }
  const marks = [...code.slice(0, code.indexOf('\n', place) + 1 || code.length).matchAll(UNBRACED)];
  const head = marks.filter(([, indent, name]) => name !== undefined || indent === '').at(-1)?.[2];
  return [...open.reverse(), ...(head === undefined ? [] : [`${head}()`])];
}

/** Whether a call is that of a method of an object of a type: `conv.forward(x)` with `Conv conv` or `conv = new Conv(…)` above. */
function isOfType(code: string, call: string, type: string | undefined): boolean {
  const object = /(\w+)\s*(?:\.|->)\s*\w+\s*\(/.exec(call)?.[1];
  if (type === undefined || object === undefined) return false;
  return new RegExp(`\\b${type}\\b[&*\\s]+${object}\\b|\\b${object}\\s*(?::[^=\\n]*)?:?=[^;\\n]*\\b${type}\\b`).test(
    code,
  );
}
