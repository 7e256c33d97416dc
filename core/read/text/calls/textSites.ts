/** Where a text of MATLAB, Julia or R calls layers, also through objects and R's pipes. */
import type { TextRange } from '../../ParseResult';
import { afterBracket } from '../scan/afterBracket';
import type { CallLanguage } from './callLanguages';

/** A call is not followed further than this to its closing bracket. */
const MAX_LENGTH = 10_000;

/** One call of a layer. */
export interface TextSite {
  /** As it is written: `maxpool`, `m`. */
  readonly callee: string;
  /** The function or the class. */
  readonly name: string;
  readonly range: TextRange;
  /** The arguments of the call, between its brackets. */
  readonly given: TextRange;
  /** The arguments of the class that made the object. */
  readonly made?: TextRange;
  /** What R's pipe gives as the first argument. */
  readonly piped?: TextRange;
}

/** An object that is a layer. */
interface LayerObject {
  readonly name: string;
  /** The arguments of its class. */
  readonly made: TextRange;
  /** Up to this offset no other value is assigned to its name. */
  seen: number;
}

/** Blanks between R's pipe and a call. */
const MAX_BLANKS = 200;

/** Layers of networks whose weights are not in the text. */
const WEIGHTED = /\blayer_(?:conv|separable|dense|input)|\bkeras_model/;

const CALLEE = /(?<![\w.$\u2207])((?:NNlib\.)?\u2207?[A-Za-z_][\w.]*)[ \t]?\(/g;

/** Calls of layers, and of objects that are layers: `m(x)` after `m = MaxPool((2, 2))`, and `MaxPool((2, 2))(x)`. */
export function textSites(text: string, { layers, classes }: CallLanguage, comment: RegExp): TextSite[] {
  const found: TextSite[] = [];
  const objects = new Map<string, LayerObject>();
  const skipped = skippedParts(text, comment);
  const own = new Map<string, boolean>();
  const isOwn = (name: string): boolean => {
    const known = own.get(name) ?? definesFunction(text, name);
    own.set(name, known);
    return known;
  };
  for (const match of text.matchAll(CALLEE)) {
    const [, callee = ''] = match;
    // The text is read once: only the calls of layers are followed to their ends.
    const known = layerObject(text, match.index, callee, objects);
    if (!known && !Object.hasOwn(layers, callee) && !Object.hasOwn(classes, callee)) continue;
    if (isOwn(callee)) continue;
    if (skipped(match.index)) continue;
    const before = text.slice(Math.max(0, match.index - MAX_BLANKS), match.index);
    const pipe = /(?:%>%|\|>)\s*$/.exec(before);
    const piped = pipe && pipedRange(text, match.index - pipe[0].length);
    // What a network only defines, or what a layer with weights gives, is not known.
    const isKept = /^layer_(?:conv|separable)/.test(callee);
    if (piped && (/\bnn_module\(/.test(text.slice(0, match.index)) || (!isKept && WEIGHTED.test(text.slice(...piped)))))
      continue;
    const open = match.index + match[0].length - 1;
    const end = afterBracket(text, open, open + MAX_LENGTH) ?? text.length;
    const given: TextRange = [open + 1, end - 1];
    // The filter of data frames takes conditions.
    if (callee === 'filter' && /[<>]|[=!]=|%in%/.test(text.slice(...given))) continue;
    if (known) found.push({ callee, name: known.name, made: known.made, range: [match.index, end], given });
    else if (Object.hasOwn(layers, callee))
      found.push({ callee, name: callee, range: [match.index, end], given, ...(piped && { piped }) });
    else if (Object.hasOwn(classes, callee) && piped)
      found.push({ callee, name: callee, range: [match.index, end], given: [end, end], made: given, piped });
    else if (Object.hasOwn(classes, callee)) {
      if (text[end] === '(') {
        const after = afterBracket(text, end, end + MAX_LENGTH) ?? text.length;
        found.push({ callee, name: callee, range: [match.index, after], given: [end + 1, after - 1], made: given });
        continue;
      }
      const line = text.slice(text.lastIndexOf('\n', match.index) + 1, match.index);
      const target = /^\s*([A-Za-z_][\w.]*)\s*(?:=|<-)\s*$/.exec(line)?.[1];
      if (target !== undefined) objects.set(target, { name: callee, made: given, seen: given[1] });
    }
  }
  // A padding or an activation is a part of another layer, of a call or of the loops of the text.
  const others = found.filter(({ name }) => !/^padarray$|relu\.?$/.test(name));
  return others.length > 0 || /^[ \t]*(?:par)?for\b/m.test(text) ? others : found;
}

/** Whether a text has a function of its own of that name: it need not compute what the library's does. */
function definesFunction(text: string, name: string): boolean {
  const escaped = name.replaceAll('.', '\\.');
  return new RegExp(
    `(?<![\\w.])${escaped}[ \\t]*(?:<-|=)[ \\t]*(?:function\\b|@\\()|^[ \\t]*function[ \\t]+(?:[^=\\n]*=[ \\t]*)?${escaped}[ \\t]*\\(`,
    'm',
  ).test(text);
}

/** What is before R's pipe, which begins at `end`: from the start of the statement or from its arrow. */
function pipedRange(text: string, end: number): TextRange {
  let depth = 0;
  let start = end;
  for (; start > 0; start--) {
    const character = text[start - 1]!;
    if (')]}'.includes(character)) depth += 1;
    else if ('([{'.includes(character) && --depth < 0) break;
    else if (depth > 0) continue;
    else if (/[,;=]/.test(character) || (character === '-' && text[start - 2] === '<')) break;
    else if (character === '\n' && !/(?:%>%|\|>|<-)\s*$/.test(text.slice(Math.max(0, start - MAX_BLANKS), start)))
      break;
  }
  const written = text.slice(start, end);
  return [start + written.length - written.trimStart().length, start + written.trimEnd().length];
}

/** Whether an offset is in a comment or in the head of a function. Offsets must grow from call to call: each line is searched once. */
function skippedParts(text: string, comment: RegExp): (offset: number) => boolean {
  let [start, end] = [0, -1];
  let from = Infinity;
  return (offset) => {
    if (offset > end) {
      start = text.lastIndexOf('\n', offset - 1) + 1;
      end = text.indexOf('\n', offset);
      if (end < 0) end = text.length;
      const line = text.slice(start, end);
      const found = [line.search(comment), line.search(/\bfunction\b/)].filter((at) => at >= 0);
      from = start + Math.min(...found);
    }
    return offset > from;
  };
}

/** The object that `name` is where it is called, unless another value was assigned to the name since. */
function layerObject(
  text: string,
  at: number,
  name: string,
  objects: Map<string, LayerObject>,
): LayerObject | undefined {
  const known = objects.get(name);
  if (!known) return undefined;
  if (isAssigned(name, text.slice(known.seen, at))) objects.delete(name);
  known.seen = at;
  return objects.get(name);
}

function isAssigned(name: string, text: string): boolean {
  return new RegExp(`(?:^|[\\n;])[ \\t]*${name.replaceAll('.', '\\.')}[ \\t]*(?:=(?!=)|<-)`).test(text);
}
