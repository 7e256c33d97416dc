/** Options of a convolution as attributes of its module. */
import type { Call } from '../../library/call/Call';
import { pyInteger, pyText, pyTuple } from '../../value/constructors';
import type { Py } from '../../value/Py';

/** `conv.stride`, `conv.out_channels`: options as a module keeps them. */
export function optionMember(call: Call, name: string, axes?: 1): Py | undefined {
  if (/^(?:in_channels|out_channels)$/.test(name)) return call.has(name) ? call.value(name) : undefined;
  if (name === 'groups') return call.has(name) ? call.value(name) : pyInteger(1);
  if (name === 'padding_mode') return pyText(call.text(name, 'zeros'));
  if (!/^(?:kernel_size|stride|padding|dilation)$/.test(name)) return undefined;
  if (call.lacks(name)) return pyTuple(Array.from({ length: axes ?? 2 }, () => pyInteger(name === 'padding' ? 0 : 1)));
  const value = call.value(name);
  return value.kind === 'number' ? pyTuple(Array.from({ length: axes ?? 2 }, () => value)) : value;
}
