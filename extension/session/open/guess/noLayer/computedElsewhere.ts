/** A function of another file of the user's that a text of Python calls with its arrays: it is the layer, and its code is not known. */
import { escapePattern } from '../../../../../core/escapePattern';
import { LensError, msg } from '../../../../../core/message';
import { isElsewhere } from '../../../../../core/read/python/modules/unknownMember';
import { arraysOnly } from '../../../../../core/read/text/languages/arraysOnly';
import { endOfCall } from '../../calls/endOfCall';
import { isInDefinition } from '../../calls/layerCalls';
import { definitionAt } from '../../definitions/definitions';
import { isCalled } from '../../definitions/unusedDefinition';
import { refused, type Meaning } from '../../meaning';
import { readsElsewhere } from '../../refusals/valuesElsewhere';
import type { Guess } from '../arrays/Guess';

const IMPORT = /^[ \t]*from[ \t]+([\w.]+)[ \t]+import[ \t]+(.+)$/gm;
const LAYER_LIKE = /conv(?!ert)|corr|pool|kernel|filter|layer/i;

/** Undefined unless such a call has two of the arrays, or one and a name of a layer. */
export function computedElsewhere({ source, parsed, inputs }: Guess): Meaning | undefined {
  const { segments, surroundings = [], languageId = 'python' } = source;
  if (languageId !== 'python') {
    const drawn = inputs.length === 0 && arraysOnly(languageId) === undefined ? readsElsewhere(source) : undefined;
    return drawn && refused(drawn);
  }
  const arrays = parsed.arrays.flatMap(({ name }) => (name === undefined ? [] : [name]));
  const imports = [...surroundings, ...segments].flatMap(({ text }) =>
    [...text.matchAll(IMPORT)].flatMap(([, module = '', names = '']) =>
      (names.match(/[A-Za-z_]\w*/g) ?? []).flatMap((name) =>
        isElsewhere(`${module}.${name}`) ? [[name, module]] : [],
      ),
    ),
  );
  for (const [name = '', module = ''] of imports)
    for (const { offset, text } of segments)
      for (const { 0: written, index } of text.matchAll(new RegExp(`(?<![\\w.])${name}(?:\\.\\w+)*\\(`, 'g'))) {
        if (isInDefinition(text, index) && !isCalled(definitionAt(text, index) ?? '', text)) continue;
        const end = endOfCall(text, index + written.length);
        const args = text.slice(index + written.length - 1, end);
        const used = arrays.filter((each) => new RegExp(`[(,=]\\s*${escapePattern(each)}\\s*[,)]`).test(args));
        const callee = written.slice(0, -1);
        if (used.length <= (LAYER_LIKE.test(callee) ? 0 : 1)) continue;
        const detail = msg('{0} comes from {1}, which is not in this text', callee, module);
        return refused(new LensError(detail, undefined, [offset + index, offset + end]));
      }
  return undefined;
}
