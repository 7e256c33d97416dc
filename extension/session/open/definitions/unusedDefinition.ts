/** Functions and modules of a text that have layers, but that the text does not call. */
import { LensError, msg } from '../../../../core/message';
import type { TextRange } from '../../../../core/read/ParseResult';
import type { Segment } from '../../source/LensSource';
import { definitionAt } from './definitions';

/** Python's functions and classes, R's `f <- function`, Julia's and MATLAB's `function`. */
const DEFINED =
  /^(?:(?:def|class)[ \t]+|function[ \t]+(?:[^=\n(]*=[ \t]*)?)()([A-Za-z_]\w*)|^()([A-Za-z_][\w.]*)[ \t]*(?:<-|=)[ \t]*function\b/gm;

/** A class with the name of a layer. */
const LAYER_CLASS = /^(class)[ \t]+(\w*(?:Conv(?!ert)|Pool)\w*)[^\n]*:[ \t]*(?:#.*)?$/gm;

/**
 * The function or class with layers at the cursor's line, else the last one, or, with `modules`, the last class of a framework's
 * modules: no other layer is meant.
 */
export function unusedDefinition(
  segments: readonly Segment[],
  modules: boolean,
  line?: TextRange,
): LensError | undefined {
  const head = modules
    ? /^(class)[ \t]+([A-Za-z_]\w*)[ \t]*\([^)\n]*\b(?:Module|Model|Layer)\b[^)\n]*\)/gm
    : /^(def|class)[ \t]+([A-Za-z_]\w*)/gm;
  for (const { offset, text } of [...segments].reverse()) {
    const found = [...text.matchAll(head)].filter((match) => {
      const { index, 0: written } = match;
      if (!modules && isCalled(nameOf(match), text)) return false;
      const body = /^(?:[^\n]*\n)(?:[ \t]+[^\n]*\n|\n)*(?:[ \t]+[^\n]*)?/.exec(text.slice(index + written.length))?.[0];
      return /\b(?:Conv|MaxPool|AvgPool|AveragePool|MaxPooling|conv|pool_|max_pool|avg_pool)\w*[ \t]*\(/.test(
        body ?? '',
      );
    });
    // R's `Net <- nn_module(…)`.
    const layerLike = modules ? [] : [...text.matchAll(DEFINED)].filter((match) => !isCalled(nameOf(match), text));
    const named = modules ? [...text.matchAll(LAYER_CLASS)].filter((match) => isNamedOnce(nameOf(match), text)) : [];
    const at = line && definitionAt(text, line[0] - offset);
    const last =
      found.find((match) => nameOf(match) === at) ??
      found.at(-1) ??
      named.at(-1) ??
      layerLike.at(-1) ??
      [...text.matchAll(/^()([A-Za-z_][\w.]*)[ \t]*(?:<-|=)[ \t]*(?:torch::)?nn_module\(/gm)].at(-1);
    if (!last) continue;
    const name = nameOf(last);
    const start = offset + last.index + last[0].indexOf(name);
    const message = msg('the text defines {0}, but does not call it with an array', name);
    return new LensError(message, undefined, [start, start + name.length]);
  }
  return undefined;
}

function isNamedOnce(name: string, text: string): boolean {
  return text.match(new RegExp(`\\b${name}\\b`, 'g'))?.length === 1;
}

function nameOf(match: RegExpMatchArray): string {
  return match[2] ?? match[4] ?? '';
}

/** Whether a line without indentation calls it, or one that runs where the file is the program. */
export function isCalled(name: string, text: string): boolean {
  const call = new RegExp(`(?<![\\w.])${name.replaceAll('.', '\\.')}\\(`);
  const program = text.search(/^if __name__ ==/m);
  if (program >= 0 && call.test(text.slice(program))) return true;
  return text
    .split('\n')
    .some((line) => /^\S/.test(line) && !/^(?:def|class|function|@|#)/.test(line) && call.test(line));
}
