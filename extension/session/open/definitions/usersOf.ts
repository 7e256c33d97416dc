/** The calls of a function of the text, or of the objects of a class: those that the cursor in its body means. */
import type { TextRange } from '../../../../core/read/TextRange';
import { LensError, msg } from '../../../../core/message';
import type { TextSource } from '../../source/LensSource';
import { endOfCall } from '../calls/endOfCall';
import { isInDefinition } from '../calls/layerCalls';
import { fillsArray, readsElements } from '../calls/loops';

const HEAD = /^(?:async[ \t]+)?(def|class)[ \t]+([A-Za-z_]\w*)/;
const WORDS = /conv(?!er|ent|ey|inc)|corr(?!ect|upt)|pool|filter|kernel|stride|window/i;
/** Methods that a call of the object itself runs. */
const RUNS = /^(?:forward|call|__call__)$/;

/** Calls at the top level that reach the definition at an offset; none where its body has nothing of a layer. */
export function usersOf(text: string, offset: number): readonly TextRange[] {
  const { body } = definitionAround(text, offset) ?? {};
  if (!body || !(WORDS.test(body) || fillsArray(body) || makesObject(text, body))) return [];
  return callersOf(text, offset);
}

/** Calls at the top level that reach the definition at an offset, whatever its body has. */
export function callersOf(text: string, offset: number): readonly TextRange[] {
  return callsReaching(text, offset, new Set());
}

/** Calls of a method, else those of the functions that call it, else all calls of the class. */
function callsReaching(text: string, offset: number, seen: Set<string>): readonly TextRange[] {
  const { kind, name, start = 0 } = definitionAround(text, offset) ?? {};
  const method = kind === 'class' ? methodAt(text, start, offset) : undefined;
  const key = `${name}.${method}`;
  if (name === undefined || seen.has(key)) return [];
  seen.add(key);
  if (kind === 'def') return reached(text, [`(?<!\\bdef[ \\t]+)${name}`], seen);
  const made = new RegExp(`(?<![\\w.])((?:\\w+\\.)*\\w+)[ \\t]*=[ \\t]*${name}\\(`, 'g');
  const objects = [...text.matchAll(made)].map(([, object = '']) => object.replaceAll('.', '\\.'));
  const instances = [...objects, `${name}\\([^()\\n]*\\)`];
  const own = method === undefined ? [] : instances.map((each) => `${each}\\.${method}`);
  const run = RUNS.test(method ?? '') ? [...own, ...instances] : own;
  const ofMethod = method === undefined ? [] : reached(text, [...run, `self\\.${method}`], seen);
  const ofClass = instances.map((each) => `${each}(?:\\.\\w+)?`);
  return ofMethod.length > 0 ? ofMethod : reached(text, ofClass, seen);
}

/** Calls at the top level, else those that reach the definitions around the calls. */
function reached(text: string, callees: readonly string[], seen: Set<string>): readonly TextRange[] {
  const calls = [...text.matchAll(new RegExp(`(?<![\\w.])(?:${callees.join('|')})\\(`, 'g'))].map(
    ({ 0: written, index }) => [index, endOfCall(text, index + written.length)] as const,
  );
  const outside = calls.filter(([start]) => !isInDefinition(text, start));
  return outside.length > 0 ? outside : calls.flatMap(([start]) => callsReaching(text, start, seen));
}

/** Whether code makes an object of one of the text's classes with layers. */
function makesObject(text: string, code: string): boolean {
  return [...text.matchAll(/^class[ \t]+(\w+)/gm)].some(
    ([, name = '']) => new RegExp(`\\b${name}\\(`).test(code) && hasLayers(text, name),
  );
}

function hasLayers(text: string, name: string): boolean {
  const found = new RegExp(`^class[ \\t]+${name}\\b[^]*?(?=^[^\\s#)\\]}]|$(?![^]))`, 'm').exec(text)?.[0];
  return found !== undefined && WORDS.test(found.slice(found.indexOf('\n')));
}

/** Whether a line outside of definitions calls an object of one of the text's classes with layers: `y = block(x)`. */
export function runsOwnObject(text: string, start: number, end: number): boolean {
  const line = text.slice(start, end).replace(/#.*/, '');
  if (isInDefinition(text, start)) return false;
  return [...line.matchAll(/(?<![\w.])([A-Za-z_]\w*)(?:\.forward)?\(/g)].some(([, object]) => {
    const made = new RegExp(`^[ \\t]*${object}[ \\t]*=[ \\t]*([A-Za-z_]\\w*)\\(`, 'm').exec(text)?.[1];
    return made !== undefined && hasLayers(text, made);
  });
}

/** The method of a class that begins at `start` whose body holds an offset. */
function methodAt(text: string, start: number, offset: number): string | undefined {
  const stop = text.indexOf('\n', offset);
  const heads = [
    ...text.slice(start, stop < 0 ? text.length : stop).matchAll(/^([ \t]+)(?:async[ \t]+)?def[ \t]+(\w+)/gm),
  ];
  return heads.filter(([, indent]) => indent === heads[0]![1]).at(-1)?.[2];
}

/** The function or class around the cursor's line that computes with windows, where nothing in the text names it: no other layer is meant. */
export function idleAt({
  line,
  segments,
  surroundings = [],
  around,
  languageId = 'python',
}: TextSource): LensError | undefined {
  const segment = segments.find(({ offset, text }) => line && offset <= line[0] && line[0] <= offset + text.length);
  const found = segment && line && definitionAround(segment.text, line[0] - segment.offset);
  if (languageId !== 'python' || !found || !WORDS.test(found.body) || !readsElements(found.body)) return undefined;
  const { name, body, start } = found;
  const texts = [...segments, ...surroundings].map(({ text }) => text.replace(body, ''));
  if ([...texts, around?.after ?? ''].some((text) => new RegExp(`\\b${name}\\b`).test(text))) return undefined;
  const from = segment.offset + start + body.indexOf(name);
  const message = msg('the text defines {0}, but does not call it with an array', name);
  return new LensError(message, undefined, [from, from + name.length]);
}

/** The definition at the top level whose body holds an offset. */
function definitionAround(text: string, offset: number) {
  const stop = text.indexOf('\n', offset);
  const lines = [...text.slice(0, stop < 0 ? text.length : stop).matchAll(/^[^\s#@)\]}].*$/gm)];
  const last = lines.at(-1);
  const [, kind, name] = HEAD.exec(last?.[0] ?? '') ?? [];
  if (!last || !name) return undefined;
  const next = /\n(?=[^\s#)\]}])/.exec(text.slice(last.index));
  const body = text.slice(last.index, next ? last.index + next.index : text.length);
  return { kind, name, body, start: last.index };
}
