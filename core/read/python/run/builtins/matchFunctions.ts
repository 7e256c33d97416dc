/** What patterns of `match` call. */
import { typeError } from '../../runtime/PythonError';
import { MATCHED_ATTRIBUTE, OTHER_ITEMS } from '../../syntax/reader/readMatch';
import { hashKey } from '../../value/hashKey';
import type { Py } from '../../value/Py';
import { findMember } from '../objects/classes';
import { refuse } from './refuse';
import type { Builtins } from './table';

export const MATCH_FUNCTIONS: Builtins = {
  [MATCHED_ATTRIBUTE]: [
    'type place count',
    (call) => attributeAt(call.value('type'), call.integer('place'), call.integer('count')),
  ],
  [OTHER_ITEMS]: [
    'mapping *keys',
    (call) => {
      const mapping = call.value('mapping');
      if (mapping.kind !== 'dictionary') return refuse('match');
      const named = new Set(call.rest.map(({ value }) => hashKey(value)));
      call.context.spend(mapping.entries.size);
      const entries = new Map([...mapping.entries].filter(([key]) => !named.has(key)));
      return { kind: 'dictionary', entries, ...(mapping.keys && { keys: new Map(mapping.keys) }) };
    },
  ],
};

/** The name of the attribute that the positional pattern at `place` of `count` is about. */
function attributeAt(type: Py, place: number, count: number): Py {
  if (type.kind !== 'class') return refuse('match');
  const names = findMember(type, '__match_args__');
  const known = names?.kind === 'tuple' ? names.items : [];
  if (count > known.length)
    throw typeError(
      `${type.name}() accepts ${known.length} positional sub-pattern${known.length === 1 ? '' : 's'} (${count} given)`,
    );
  return known[place]!;
}
