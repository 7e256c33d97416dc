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
  const texts = [...surroundings, ...segments].map(({ text }) => plainCode(text));
  const name = calledOn(source).find(
    (each) => !SHOWS.test(each) && texts.some((text) => bodiesOf(text, each).some(readsCells)),
  );
  return name === undefined
    ? undefined
    : new LensError(msg('{0} of the text computes no layer that can be shown', name), undefined, line);
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

/** What follows the heads of functions of a name, up to the next head. */
function bodiesOf(text: string, name: string): string[] {
  const head = new RegExp(
    `^[^\\n=;]*\\b(?:def|function|fn|func|fun)\\b[^\\n]*?\\b${name}\\s*[(<][^\\n]*|^[ \\t]*(?:const|let|var|val)?[ \\t]*${name}[ \\t]*(?:=|<-)[ \\t]*(?:async[ \\t]*)?(?:function\\b|\\([^()\\n]*\\)\\s*(?:=>|->))[^\\n]*|^[ \\t]*(?!return\\b|else\\b)[\\w:<>,*&[\\]][\\w:<>,*&[\\] \\t]*[ \\t*&\\]>]${name}\\s*\\([^;{}]*\\{`,
    'gm',
  );
  return [...text.matchAll(head)].map(({ index, 0: found }) => {
    const rest = text.slice(index + found.length);
    const next = NEXT.exec(rest);
    return next ? rest.slice(0, next.index) : rest;
  });
}

const NEXT =
  /\n(?:[ \t]*(?:def|function|fn|func|fun)\b|\w[\w.]*[ \t]*(?:=|<-)[ \t]*function\b|end\b|\}|(?! |\t|\n|[#%)\]}])\w)/;

/** Whether a loop has a cell or a part of an array, by variables, on the right of an assignment or in a condition. */
function readsCells(body: string): boolean {
  return /\b(?:for|while|[sv]apply|map)\b/.test(body) && CELLS.test(body);
}

const CELLS =
  /(?:[^=!<>]=(?!=)|<-|\bif\b|\b\w+\()[^\n;]*?\b[A-Za-z_]\w*(?:\[[^\n[\]]*[A-Za-z]|\([^\n()]*[A-Za-z][^\n()]*,[^\n()]*[A-Za-z])/;
