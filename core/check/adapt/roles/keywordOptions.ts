/** Options that a function takes in `**options`, as parameters of their own. */
import type { Definitions, SourceFunction, SourceParameter } from '../../source/Definition';
import { numberValue, textValue, type ProgramValue } from '../../run/ProgramValue';
import type { RecordedCall } from '../../run/Runner';

/** The parameters with the keys that a function reads of the one that takes all keywords, with their defaults. `owner`: text of its class. */
export function withKeywords(
  text: string,
  parameters: readonly SourceParameter[],
  owner: string = text,
): SourceParameter[] {
  return parameters.flatMap((parameter) => {
    if (parameter.star !== '**') return [parameter];
    const options = [...keysRead(text, parameter.name), ...defaultsOf(text, owner, parameter.name)];
    const known = new Map(options.filter(([name]) => !parameters.some((each) => each.name === name)));
    if (known.size === 0) return [parameter];
    return [...known].map(([name, fallback]) => ({ name, fallback, keywordOf: parameter.name }));
  });
}

type Option = readonly [name: string, fallback: string];

/** `options.get('stride', 1)`, `options.pop('stride', 1)` */
function keysRead(text: string, name: string): Option[] {
  const read = new RegExp(`(?<![\\w.])${name}\\.(?:get|pop)\\(\\s*["'](\\w+)["']\\s*(,\\s*)?`, 'g');
  return [...text.matchAll(read)].map((found) => [
    found[1]!,
    found[2] === undefined ? 'None' : untilBracket(text.slice(found.index + found[0].length)),
  ]);
}

/** Up to the bracket that is closed and not opened. */
function untilBracket(text: string): string {
  let depth = 0;
  const end = [...text].findIndex((char) => {
    if ('([{'.includes(char)) depth += 1;
    return ')]}'.includes(char) && --depth < 0;
  });
  return text.slice(0, end).trim();
}

/** The dictionary of defaults that the text reads together with the options: `for name, value in self.DEFAULTS.items()`. */
function defaultsOf(text: string, owner: string, name: string): Option[] {
  if (!new RegExp(`\\b${name}\\.(?:get|pop)\\(\\w+\\s*,|\\*\\*${name}\\}|update\\(${name}\\)`).test(text)) return [];
  const tables = [...text.matchAll(/\b(\w+)\.items\(\)|\*\*(?:\w+\.)?(\w+), *\*\*|\b(\w+)\.copy\(\)/g)];
  return tables.flatMap(([, ...names]) => {
    const table = names.find((each) => each !== undefined);
    const made = new RegExp(`\\b${table} *= *(?:dict\\(|\\{)`).exec(owner);
    if (!made) return [];
    const items = untilBracket(owner.slice(made.index + made[0].length)).matchAll(
      /(?:["'](\w+)["'] *:|(\w+) *=) *(\([^()]*\)|[^,(){}\n]+)/g,
    );
    return [...items].map(([, key, word, value]): Option => [(key ?? word)!, value!.trim()]);
  });
}

/** The call with the options of `**options` as arguments, those that it leaves out with their defaults. */
export function withKeywordArguments(call: RecordedCall, { functions, classes }: Definitions): RecordedCall {
  const [self] = call.args.values();
  const owner = self?.kind === 'other' ? classes.find(({ name }) => name === self.description) : undefined;
  const called: SourceFunction | undefined = (owner?.methods ?? functions).find(({ name }) => name === call.name);
  const options = called?.parameters.filter(({ keywordOf }) => keywordOf !== undefined) ?? [];
  if (options.length === 0) return call;
  const args = new Map(call.args);
  for (const { name, keywordOf, fallback = '' } of options) {
    const given = call.args.get(keywordOf!);
    args.delete(keywordOf!);
    args.set(name, (given?.kind === 'dictionary' ? given.entries.get(name) : undefined) ?? valueOf(fallback));
  }
  return { ...call, args };
}

function valueOf(source: string): ProgramValue {
  const [, items] = /^\(([^()]+)\)$/.exec(source) ?? [];
  if (items !== undefined)
    return { kind: 'sequence', isTuple: true, items: items.split(',').map((each) => valueOf(each.trim())) };
  if (/^-?\d+(?:\.\d*)?$/.test(source)) return numberValue(Number(source));
  const [, , word] = /^(["'])(\w*)\1$/.exec(source) ?? [];
  return word === undefined ? { kind: 'none' } : textValue(word);
}
