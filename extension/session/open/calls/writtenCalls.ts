/** The calls that a text writes, whether or not they are evaluated. */
import type { FoundCall } from '../../../../core/read/python/findCalls';
import { findTextCalls } from '../../../../core/read/text/calls/readCalls';
import { arraysOnly } from '../../../../core/read/text/languages/arraysOnly';
import type { Segment } from '../../source/LensSource';
import { overlap } from '../../source/overlap';
import { layerCalls } from './layerCalls';

export type CallPlace = Pick<FoundCall, 'callee' | 'range'>;

/** `table`: found by the tables of MATLAB, Julia or R. */
export type WrittenCall = FoundCall & { readonly table?: true };

/** Calls in the order of the text; those of MATLAB, Julia and R are found by their own tables. */
export function writtenCalls({ offset, text }: Segment, languageId: string | undefined): WrittenCall[] {
  const known = arraysOnly(languageId) === undefined ? layerCalls(text) : [];
  const others = findTextCalls(text, languageId).map((call) => ({ ...call, table: true as const }));
  const rest = known.filter(({ range }) => !others.some((call) => overlap(call.range, range)));
  return [...rest, ...others]
    .sort((a, b) => a.range[0] - b.range[0])
    .map((call) => ({ ...call, range: [call.range[0] + offset, call.range[1] + offset] }));
}
