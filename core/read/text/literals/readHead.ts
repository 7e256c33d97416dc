/** What precedes a literal: an assignment, a printed label, a declaration, prose, or nothing. */

export interface Head {
  /** `empty`: the literal begins its line; `label`: the text ends with `=`, `:` or the like; `prose`: anything else. */
  readonly kind: 'empty' | 'label' | 'prose';
  readonly name?: string;
  /** The literal is an operand, or an argument of a call: its value is not that of the name before it. */
  readonly use?: 'operand' | 'argument';
  /** Parentheses and calls that do not change the numbers, opened before the literal. */
  readonly opened: number;
}

const PROMPT = /^\s*(?:(?:>>>|In ?\[\d*\]:=?|Out ?\[\d*\][:=]|julia>|octave:\d+>|>)\s*)*/;

/** What is allowed between `=` and the bracket without changing the numbers: a type, a constructor, a cast, a macro. */
const TRANSPARENT = [
  // Rust's macros, and ndarray's functions.
  /^&?(?:vec!|(?:ndarray::|nd::)?array!)?$/,
  /^(?:ndarray::|nd::)?(?:arr[123]|rcarr[123])\(\s*&$/,
  /^c\($/,
  // Go's `[]float64`, Java's `new double[][]`, C#'s `new[]`.
  /^(?:\[[\d.]*\]\s*)+\w+$/,
  /^new\s*[\w.]*\s*(?:\[[\d,\s]*\]\s*)*\(?$/,
  // `Float32Array.from(`, `Float64[`, `std::vector<float>`, `List.of(`, `single(`, `tf.tensor2d(`.
  /^(?:new\s+)?(?:[A-Z]\w*Array|Array|List|Arrays)(?:\.(?:from|of|asList))?\s*(?:\(\d*\)?)?$/,
  /^(?:Float|Int|UInt|Complex)\d*(?:\{[\w, ]*\})?$/,
  /^(?:std::)?(?:vector|array|initializer_list)\s*<[^=;]*>\(?$/,
  /^(?:single|double|int|float|long|u?int(?:8|16|32|64)(?:_t)?|logical|tf\.tensor(?:[1-6]d)?|torch::tensor)\($/,
];

const SIZED_TYPE = /^(?:[A-Z]\w*Array\s?\(\d+\)|\(\d+\)|[A-Z]\w*Array)$/;
const DECLARATION =
  /\b(?:const|constexpr|let|var|val|static|final|double|float|int|long|short|auto|real|single|byte|[ui]?int\d+(?:_t)?|std)\b|^[A-Za-z_][\w.<>,:]*(?:\[[\],\d\s]*\])*\s+[*&]?[A-Za-z_]\w*/;
const IDENTIFIER = /^[A-Za-z_$][\w$.]*(?:\[[^\]]*\])*$/;
/** `"dx" => [` of Julia, Ruby and PHP. */
const KEY = /(?:^|[\s,{([])(["'])(\w+)\1\s*=>\s*\(*$/;
const MAX_LABEL = 80;

export function readHead(before: string): Head {
  const head = before.slice(-400).replace(PROMPT, '').trim();
  if (head === '' || SIZED_TYPE.test(head)) return { kind: 'empty', opened: 0 };
  const opened = /\(*$/.exec(head)![0].length;
  const key = KEY.exec(head)?.[2];
  if (key !== undefined) return { kind: 'label', name: key, opened };
  if (/(?:\breturn|=>)\s*\(*$/.test(head) || /\b(?:print|repr)\($/.test(head)) return { kind: 'label', opened };
  if (/^\(+$/.test(head)) return { kind: 'empty', opened };
  if (TRANSPARENT.some((form) => form.test(head))) return { kind: 'empty', opened };
  const cut = lastAssignment(head);
  const left = cut?.left.trim() ?? '';
  if (!cut || left === '') return { kind: 'prose', opened: 0, ...used(head) };
  if ((/[-+*/@%&|^~.<>]$/.test(left) && !/:\s*\w[\w:]*<[\w, ]*>$/.test(left)) || cut.operator === '+=')
    return { kind: 'label', opened: 0, use: 'operand' };
  const right = cut.right.trim();
  if (!/^\(+$/.test(right) && !TRANSPARENT.some((form) => form.test(right)))
    return cut.operator === ':'
      ? { kind: 'prose', opened: 0, ...used(right) }
      : { kind: 'label', opened: 0, ...used(right, 'operand') };
  if (isArgument(left)) return { kind: 'label', opened, use: 'argument' };
  const name = nameOf(left, cut.operator);
  return { kind: 'label', opened, ...(name !== undefined && { name }) };
}

/** How the text directly before a literal uses it. */
function used(before: string, otherwise?: 'operand'): Pick<Head, 'use'> {
  if (/[\w\])}>]\s*\((?:[^()]*,)?\s*$/.test(before)) return { use: 'argument' };
  const use = /(?:[-+*/@%^&|~!]|\b(?:and|or|in|not|if|else|is))\s*$/.test(before) ? 'operand' : otherwise;
  return use === undefined ? {} : { use };
}

/** `f(x` of `f(x=[1, 2])`; the entries of a container are named by their keywords. */
function isArgument(left: string): boolean {
  const call = /([\w.]*)\s*\([^()]*$/.exec(left)?.[1];
  return call !== undefined && call !== '' && !/^(?:list|dict|Dict|data\.frame|tibble|struct|NamedTuple)$/.test(call);
}

/** The last `=`, `:=`, `<-` or `:` of the head that is not part of a comparison or inside an index. */
function lastAssignment(head: string): { left: string; operator: string; right: string } | undefined {
  const match =
    /^([^]*?)\s*(\+=|:=|<-|(?<![=!<>])=(?![=>]))([^=]*)$/.exec(head) ?? /^([^]*?)\s*([:→]|->)([^:]*)$/.exec(head);
  return match ? { left: match[1]!, operator: match[2]!, right: match[3]! } : undefined;
}

function nameOf(left: string, operator: string): string | undefined {
  if (/\([^)]*$/.test(left)) return undefined;
  const key = /(?:^|[\s,{])["']([^"'\n]*)["']$/.exec(left)?.[1];
  if (key !== undefined && operator === ':') return key;
  const line = left.split('\n').pop()!.trim();
  if (IDENTIFIER.test(line)) return line;
  // The end of a type with commas: `matrix<float, 3, 3> a`.
  const behind = /^[\w\s:]+>\s*[&*]?([A-Za-z_]\w*)$/.exec(line)?.[1];
  if (behind !== undefined) return behind;
  // TypeScript, Rust and Python write the type after the name: `W: [[f32; 2]; 2]`.
  const typed =
    operator === '='
      ? /^(?:(?:export|pub|const|let|var|val|mut|static|readonly)\s+)*([A-Za-z_$][\w$.]*)\s*:(?!:)[^]*$/.exec(line)?.[1]
      : undefined;
  if (typed !== undefined) return typed;
  if (DECLARATION.test(line)) {
    const declared = /([A-Za-z_$][\w$]*)\s*(?:\[[^\]]*\]\s*)*$/.exec(line)?.[1];
    if (
      declared !== undefined &&
      (/\b(?:const|let|var|val|static|double|float|int|long|auto)\b/.test(line) || /[<>\]]/.test(line))
    )
      return declared;
  }
  return operator === '=' && line.length <= MAX_LABEL ? line : undefined;
}
