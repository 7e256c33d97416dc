/** Results of a check as places in the user's documents: titles over functions, problems at lines, and repairs. */
import type { FunctionCheck, TextEdit } from '../../../core/check/FunctionCheck';
import { msg, type Message } from '../../../core/message';
import type { JoinedText, PartRange } from './JoinedText';

export interface FunctionTitle {
  readonly place: PartRange;
  readonly title: Message;
  readonly function: string;
  /** Cases that differ from the layer; 0 where none does besides the user's own. */
  readonly failing: number;
}

export interface Finding {
  readonly place: PartRange;
  /** 1-based line in the text that was checked, which may join several documents. */
  readonly sourceLine: number;
  readonly message: Message;
  readonly id?: string;
  /** A verified repair of this line. */
  readonly repair?: { readonly place: PartRange; readonly text: string; readonly before: string };
  /** Name of the function. */
  readonly function: string;
}

export function titlesOf(checks: readonly FunctionCheck[], text: JoinedText): FunctionTitle[] {
  return checks.flatMap((check) => {
    const place = text.locateLine(check.line);
    const others = check.unseen.length;
    const failing = others === 0 ? 0 : others + (check.agrees ? 0 : 1);
    return place ? [{ place, title: titleOf(check, text), function: check.name, failing }] : [];
  });
}

export function findingsOf(checks: readonly FunctionCheck[], text: JoinedText): Finding[] {
  return checks.flatMap((check) => findingsOfFunction(check, text));
}

/** `conv_forward: agrees with the layer on 9 of 12 cases`. */
function titleOf(
  { name, agrees, error, unseen, geometries, isSearchBounded }: FunctionCheck,
  text: JoinedText,
): Message {
  if (error) return msg('{0}: stops at line {1}: {2}', name, text.lineInPart(error.line), error.message);
  const agreeing = (agrees ? 1 : 0) + geometries - unseen.length;
  if (isSearchBounded)
    return msg(
      '{0}: agrees with the layer on {1} of {2} cases; no repair found in the time of the search',
      name,
      agreeing,
      geometries + 1,
    );
  return msg('{0}: agrees with the layer on {1} of {2} cases', name, agreeing, geometries + 1);
}

function findingsOfFunction(check: FunctionCheck, text: JoinedText): Finding[] {
  const { name, line, mistakes, error, agrees, unseen, differing, total } = check;
  const at = (sourceLine: number, message: Message): Finding[] => {
    const place = text.locateLine(sourceLine);
    return place ? [{ function: name, place, sourceLine, message }] : [];
  };
  const named = mistakes.flatMap((mistake): Finding[] => {
    if (mistake.line === undefined) return [];
    const repair = mistake.verified && mistake.edit ? repairOf(mistake.edit, text) : undefined;
    return at(mistake.line, mistake.detail).map((each) => ({ ...each, id: mistake.id, ...(repair && { repair }) }));
  });
  if (named.length > 0) return named;
  if (error) return at(error.line, msg('{0}: {1}', name, error.message));
  const [failing] = unseen;
  if (!agrees) {
    return at(
      line,
      check.shapeDetail ?? msg('{0} differs from the layer in {1} of {2} value{2||s}', name, differing, total),
    );
  }
  if (failing) {
    return at(line, msg('{0} differs from the layer: {1}: {2}', name, failing.case, failing.why));
  }
  return [];
}

function repairOf(edit: TextEdit, text: JoinedText): Finding['repair'] {
  const place = text.locate(edit.range);
  return place && { place, text: edit.text, before: text.source.slice(...edit.range) };
}
