/** The panel's switch for variables that can be read again at each stop of the debugger. */
import { msg } from '../../core/message';
import type { Field } from '../../core/panel/protocol';
import type { LensSource } from './source/LensSource';

export const followId = 'follow';

/** The source implements the switch; other sources have no field. */
export function followField(source: LensSource | undefined): Field[] {
  if (source?.kind !== 'arrays' || !source.follow) return [];
  return [
    {
      id: followId,
      label: msg('follow the debugger'),
      kind: 'checkbox',
      value: String(source.follow.on),
      help: msg('reads the variables again at each stop and marks what changed'),
    },
  ];
}
