/** What stands before a literal: an assignment, a printed label, a declaration, prose, or nothing. */

export interface Head {
  /** `empty`: the literal begins its line; `label`: the text ends with `=`, `:` or the like; `prose`: anything else. */
  readonly kind: 'empty' | 'label' | 'prose';
  readonly name?: string;
}

const PROMPT = /^\s*(?:>>>|\.\.\.|(?:In|Out)\s?\[\d*\]:|\$|julia>|>)\s*/;
const DECLARED =
  /^(?:export |declare |public |private |protected |static |final |const(?:expr)? |let |mut |var |val |auto |readonly |local |double |float |int |long |unsigned |std::\w+\s*<[^=]*>\s*)*(?:[A-Za-z_][\w<>,:]*(?:\[[\d, ]*\])*\s+)?\*?([A-Za-z_$][\w$.]*)\s*(?:(?:\[[^\]=]*\])*)\s*(?::[^=]*)?$/;
const KEY = /^["']([^"']*)["']$/;
const LABEL = /^[^=\n]{1,80}$/;

export function readHead(before: string): Head {
  const head = before.replace(PROMPT, '').trim();
  if (head === '') return { kind: 'empty' };
  if (/\breturn$|=>$|\bprint\($/.test(head)) return { kind: 'label' };
  const assigned = /^([^]*?)\s*(?:[:+]?=|<-|:|→)\s*(?:new\s+)?(?:&?[\w.:<>]+!?\s*(?:\[[\d,\s]*\]\s*)*\(?\s*)?$/.exec(
    head,
  );
  if (!assigned) return { kind: 'prose' };
  const left = assigned[1]!.trim();
  if (left === '') return { kind: 'prose' };
  const key = KEY.exec(left)?.[1];
  if (key !== undefined) return { kind: 'label', name: key };
  if (/^[A-Za-z_][\w.]*(?:\[[^\]]*\])*$/.test(left)) return { kind: 'label', name: left };
  const declared = DECLARED.exec(left)?.[1];
  if (
    declared !== undefined &&
    /^[a-z]/.test(left) &&
    /\b(?:const|let|var|val|static|double|float|int|long|auto)\b/.test(left)
  ) {
    return { kind: 'label', name: declared };
  }
  const label = left.split('\n').pop()!.trim();
  return LABEL.test(label) && head.endsWith('=') ? { kind: 'label', name: label } : { kind: 'label' };
}
