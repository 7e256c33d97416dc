/** A function of the text at the cursor, or its call there: only the layer that this function computes is meant. */
import { LensError, msg } from '../../../../core/message';
import { plainCode } from '../../../../core/read/text/code/reader/definitions';
import type { LayerCall } from '../../../../core/read/LayerCall';
import { textInSegments } from '../../source/textInSegments';
import type { TextSource } from '../../source/LensSource';
import { functionsAround } from '../definitions/usersInCode';
import { callsAround } from './callsOfCase';

/** Why the function at the cursor, or called there, is not shown: it computes with the cells of arrays, but none of the layers. */
export function noLayerOnLine(source: TextSource, recorded: readonly LayerCall[] = []): LensError | undefined {
  const { line, segments, surroundings = [] } = source;
  // A line of a function is about the layer that the function computes.
  if (!line || callsAround(source, recorded).length > 0) return undefined;
  const code = [...surroundings, ...segments].map(({ text }) => plainCode(text)).join('\n');
  const name = calledOn(source).find(
    (each) => !SHOWS.test(each) && [...bodiesOf(code, each), ...classesOf(code, each)].some(readsCells),
  );
  return name === undefined
    ? undefined
    : new LensError(msg('what {0} of the text computes was not recognised as a layer', name), undefined, line);
}

/** The functions around the line, else those that it calls. */
function calledOn({ line, segments, languageId = 'python' }: TextSource): readonly string[] {
  const [segment] = segments;
  const around =
    languageId === 'python' || !segment || !line
      ? []
      : functionsAround(plainCode(segment.text), line[0] - segment.offset);
  const written = line ? plainCode(textInSegments(segments, line)) : '';
  if (around.length > 0 && !around.includes('main')) return around;
  if (HEAD.test(written)) return [];
  return [...written.matchAll(/(?<!\bnew\s+)(?<![\w$])([A-Za-z_]\w*)\s*(?:::<[^()]*>)?\(/g)].map(
    ([, each = '']) => each,
  );
}

const SHOWS = /print|show|disp|plot|dump|log|assert|expect|check|test|main|equal|close/i;
const HEAD =
  /^[ \t]*(?:(?:pub|export|static|public|private|async|inline)\s+)*(?:def|function|fn|func|fun|class)\b|\{\s*$/;

/** The bodies of the functions of a name: what is below their heads with more indentation. */
function bodiesOf(text: string, name: string): string[] {
  return bodiesBelow(
    text,
    `^[^\\n=;]*\\b(?:def|function|fn|func|fun)\\b[^\\n]*?\\b${name}\\s*[(<][^\\n]*|^[ \\t]*(?:const|let|var|val)?[ \\t]*${name}[ \\t]*(?:=|<-)[ \\t]*(?:async[ \\t]*)?(?:function\\b|\\([^()\\n]*\\)\\s*(?:=>|->))[^\\n]*|^[ \\t]*(?!return\\b|else\\b)[\\w:<>,*&[\\]][\\w:<>,*&[\\] \\t]*[ \\t*&\\]>]${name}\\s*\\([^;{}]*\\{`,
  );
}

/** The classes of the objects of a name: `pool = Pooling(2)`, `const Pooling pool(2, 1)`. */
function classesOf(text: string, name: string): string[] {
  const made = new RegExp(`(?<![\\w.])${name}[ \\t]*=[ \\t]*(?:new[ \\t]+)?([A-Za-z_]\\w*)\\(`, 'g');
  const declared = new RegExp(`(?<![\\w.])([A-Z]\\w*)[ \\t]+${name}[ \\t]*[({]`, 'g');
  return [...text.matchAll(made), ...text.matchAll(declared)].flatMap(([, type]) =>
    bodiesBelow(text, `^[^\\n=;]*\\bclass[ \\t]+${type}\\b[^\\n]*`),
  );
}

function bodiesBelow(text: string, head: string): string[] {
  return [...text.matchAll(new RegExp(head, 'gm'))].map(({ index, 0: found }) => {
    const indent = /^[ \t]*/.exec(found)![0].length;
    const rest = text.slice(index + found.length);
    const next = new RegExp(`\\n[ \\t]{0,${indent}}(?!public|private|protected)[^\\s#%)\\]{]`).exec(rest);
    return next ? rest.slice(0, next.index) : rest;
  });
}

/** Whether a loop has a cell or a part of an array, by variables, on the right of an assignment or in a condition. */
function readsCells(body: string): boolean {
  return /\b(?:for|while|[sv]apply|map)\b/.test(body) && CELLS.test(body);
}

const CELLS =
  /(?:[^=!<>]=(?!=)|<-|\bif\b|\b\w+\()[^\n;]*?\b[A-Za-z_]\w*(?:\[[^\n[\]]*[A-Za-z]|\([^\n()]*[A-Za-z][^\n()]*,[^\n()]*[A-Za-z])/;
