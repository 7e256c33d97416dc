/** Sets up the layer that a text means; errors have their place in the text. */
import { formatShape } from '../../../core/array/NdArray';
import { LensError, msg, type Message } from '../../../core/message';
import { ownEntry } from '../../../core/ownEntry';
import { arraysOfCall, type LayerCall } from '../../../core/read/LayerCall';
import type { ParseResult } from '../../../core/read/ParseResult';
import { roleOfName } from '../../../core/setup/roles/roles';
import type { Choices, Setup, RequestedKind } from '../../../core/setup/Setup';
import { setUpLayer } from '../../../core/setup/setUpLayer';
import { plainTools, type Tools } from '../../../core/setup/Tools';

/** Sets up the layer. Throws a LensError, at the call where there is one. */
export function setUpMeaning(
  { parsed, call }: { readonly parsed: ParseResult; readonly call?: LayerCall },
  requested: RequestedKind,
  choices: Choices = {},
  tools: Tools = plainTools,
): Setup {
  if (!call) return setUpArrays(parsed, requested, choices, tools);
  const convolves = call.operation === 'conv_forward' || call.operation === 'conv_backward';
  if (convolves && !call.arrays.W && choices['filterChoice'] === undefined) {
    throw new LensError(msg('the weights of {0} are not in the text', call.callee), 'filter', call.range);
  }
  try {
    requireAxes(call);
    return setUpLayer(parsed, requested, choices, tools);
  } catch (error) {
    if (!(error instanceof LensError)) throw error;
    throw new LensError(withHint(error.detail, call), error.field, error.range ?? call.range);
  }
}

/** The message, with the layout in which the arrays of a call would fit. */
export function withHint(detail: Message, call: LayerCall): Message {
  if (!fitsChannelsFirst(call)) return detail;
  return msg('{0}; with channels first A_prev and W fit: transpose them to channels last', detail);
}

/** An error of an array is placed at the array. */
function setUpArrays(parsed: ParseResult, requested: RequestedKind, choices: Choices, tools: Tools): Setup {
  try {
    return setUpLayer(parsed, requested, choices, tools);
  } catch (error) {
    if (!(error instanceof LensError) || error.range || !error.field) throw error;
    const role = ownEntry({ input: 'x', filter: 'w', bias: 'b', gradient: 'dZ' }, error.field);
    const array = parsed.arrays.find(({ name }) => role !== undefined && roleOfName(name) === role);
    throw new LensError(error.detail, error.field, array?.range);
  }
}

/** The course's functions take arrays of 4 axes. */
function requireAxes(call: LayerCall): void {
  const { callee } = call;
  const arrays = arraysOfCall(call);
  if (!/^(?:conv|pool)_(?:forward|backward)$/.test(callee)) return;
  for (const name of ['A_prev', 'W'] as const) {
    const array = arrays[name];
    if (!array || array.shape.length === 4) continue;
    const field = name === 'W' ? 'filter' : 'input';
    throw new LensError(msg('{0} needs 4 axes in {1}, not {2}', name, callee, formatShape(array.shape)), field);
  }
}

/** Whether the channels of a call with channels last agree only with channels first. */
function fitsChannelsFirst(call: LayerCall): boolean {
  const { layout, notation } = call;
  const { A_prev, W } = arraysOfCall(call);
  if (layout !== 'nhwc' || notation !== 'numpy' || A_prev?.shape.length !== 4 || W?.shape.length !== 4) return false;
  return A_prev.shape[3] !== W.shape[2] && A_prev.shape[1] === W.shape[1];
}
