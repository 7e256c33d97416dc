/** What a selection asks for: a recognised call with its real arguments, or a guess from names and values. */
import { ownEntry } from '../ownEntry';
import type { Pair } from '../layer/options';
import { formatShape, sizeOf, zeros, type NdArray } from '../array/NdArray';
import { msg, type Message } from '../message';
import type { Field } from '../panel/protocol';
import { arraysOfCall, type LayerCall } from '../read/LayerCall';
import type { ParseResult } from '../read/ParseResult';
import type { HelperName } from '../step/Layer';
import { isActivationCall, isBackwardCall, isRequested, kindOfCall } from './callOperations';
import { readLayout } from './roles/layout';
import { callOptions } from './options/callOptions';
import { hyperparameters } from './options/hyperparameters';
import { writtenOperation } from './options/writtenOperation';
import type { LayerOptions } from './options/LayerOptions';
import { StatedOptions } from './options/StatedOptions';
import { ownName } from './roles/ownName';
import { isMatrix, roleOfName } from './roles/roles';
import type { RoleCandidate, Choices, InputRole, Intent, RequestedKind } from './Setup';

/** The chosen call, else the last one of the requested operation, else a guess. */
export function readIntent(parsed: ParseResult, requested: RequestedKind, choices: Choices): Intent {
  const calls = parsed.calls.filter((call) => isRequested(call, requested));
  if (calls.length === 0) return guessIntent(parsed, requested, choices);
  const call = chosenCall(calls, choices)!;
  const fields = calls.length > 1 ? [callField(calls, calls.indexOf(call))] : [];
  return callIntent(call, parsed, fields);
}

/** The call that the user chose, else the one that is opened first. Undefined without calls. */
export function chosenCall(calls: readonly LayerCall[], choices: Choices): LayerCall | undefined {
  return (choices['call'] === undefined ? undefined : calls[Number(choices['call'])]) ?? lastLayer(calls);
}

/** The last call that is not an activation, else the last one. */
export function lastLayer<T extends Pick<LayerCall, 'operation'>>(calls: readonly T[]): T | undefined {
  return calls.filter(({ operation }) => !isActivationCall(operation)).at(-1) ?? calls.at(-1);
}

function callField(calls: readonly LayerCall[], selected: number): Field {
  return {
    id: 'call',
    label: msg('call'),
    kind: 'select',
    value: String(selected),
    options: calls.map((call, index) => ({
      value: String(index),
      label: msg('{0}: {1} of {2}', call.callee, index + 1, calls.length),
    })),
    help: msg('the calls of the selection; the last one is opened first'),
  };
}

/** Roles of a call's arrays by the course's names. */
const ROLES: Readonly<Record<string, InputRole>> = {
  A_prev: 'x',
  X: 'x',
  a_slice_prev: 'x',
  x: 'x',
  Z: 'x',
  W: 'w',
  b: 'b',
  dZ: 'dZ',
  dA: 'dZ',
};

function callIntent(call: LayerCall, parsed: ParseResult, fields: readonly Field[]): Intent {
  const kind = kindOfCall(call.operation);
  const window = singleWindow(call);
  const named = Object.entries(window?.arrays ?? arraysOfCall(call));
  const candidates = named.map(([name, array]): RoleCandidate => {
    const source = parsed.arrays.findIndex((each) => each.array === array || each.array.data === array.data);
    const role = ownEntry(ROLES, name);
    const own =
      source >= 0 ? parsed.arrays[source]!.name : (ownName(array, parsed.arrays) ?? ownEntry(call.names ?? {}, name));
    return {
      name: own !== undefined && (roleOfName(own) ?? role) === role ? own : name,
      array,
      ...(source >= 0 && { source }),
      ...(role && { role }),
    };
  });
  const ties = call.notation === 'numpy' ? {} : ({ ties: 'first' } as const);
  return {
    kind,
    backward: isBackwardCall(call.operation),
    candidates,
    options: new StatedOptions({ ...ties, ...callOptions(call), ...window?.options }),
    layout: 'nhwc',
    evidence: callEvidence(call),
    assumptions: [...biasNotes(call), ...(call.notes ?? [])].map((message) => ({ message })),
    fields,
    ...(window && { helper: window.helper }),
  };
}

function callEvidence(call: LayerCall): Message[] {
  const { callee, layout, options, shown } = call;
  // ReLU is the same in any layout.
  const isFirst = layout === 'nchw' && !call.operation.startsWith('relu');
  const isTurned = 'kernelFlipped' in options && options.kernelFlipped;
  // A result takes nothing.
  if (shown)
    return [
      msg('the numbers of {0} are the result of this layer', callee),
      ...(isFirst ? [msg('channels first')] : []),
      ...(isTurned ? [msg('a true convolution: the kernel is turned by 180°')] : []),
    ];
  return [
    call.uncalled ? msg('the text computes {0}', callee) : msg('the text calls {0}', callee),
    ...(isFirst ? [msg('{0} takes channels first', callee)] : []),
    ...(isTurned ? [msg('{0} is a true convolution: it turns the kernel by 180°', callee)] : []),
  ];
}

/** The course's code indexes b as (1, 1, 1, n_C). */
function biasNotes(call: LayerCall): Message[] {
  const { callee } = call;
  const { b } = arraysOfCall(call);
  if (!b || b.shape.length === 4 || !/^conv_(?:forward|backward)$/.test(callee)) return [];
  return [msg('b has shape {0}; the code of the course needs (1, 1, 1, n_C)', formatShape(b.shape))];
}

/** The course's helpers look at one window: a layer whose output is one cell. */
function singleWindow(
  call: LayerCall,
): { arrays: Readonly<Record<string, NdArray>>; options: Partial<LayerOptions>; helper: HelperName } | undefined {
  switch (call.operation) {
    case 'conv_single_step':
      return {
        arrays: call.arrays,
        options: { stride: 1, pad: 0 },
        helper: call.operation,
      };
    case 'create_mask_from_window':
      return {
        arrays: { A_prev: call.arrays.x, dA: ones([1, 1, 1, 1]) },
        options: { mode: 'max', kernel: windowOf(call.arrays.x.shape), stride: 1, pad: 0 },
        helper: call.operation,
      };
    case 'distribute_value': {
      const { dz, shape } = call.options;
      return {
        arrays: { A_prev: zeros(shape), dA: { shape: [1, 1, 1, 1], data: Float64Array.of(dz) } },
        options: { mode: 'average', kernel: windowOf(shape), stride: 1, pad: 0 },
        helper: call.operation,
      };
    }
    default:
      return undefined;
  }
}

function windowOf(shape: readonly number[]): Pair {
  return shape.length < 2 ? [1, shape[0] ?? 1] : [shape[0]!, shape[1]!];
}

function ones(shape: readonly number[]): NdArray {
  return { shape: [...shape], data: new Float64Array(sizeOf(shape)).fill(1) };
}

function guessIntent(parsed: ParseResult, requested: RequestedKind, choices: Choices): Intent {
  const candidates = parsed.arrays.flatMap(({ name, array, notation }, source): RoleCandidate[] =>
    array.shape.length === 0 && parsed.arrays.length > 1
      ? []
      : [{ array, source, ...(name !== undefined && { name }), ...(notation && { notation }) }],
  );
  const written = hyperparameters(parsed.values);
  const isConv = writtenOperation(parsed.values)?.kind === 'conv';
  const kind = requested ?? guessKind(candidates, !isConv && ('mode' in written || 'kernel' in written));
  const { frameworks = [] } = parsed;
  const first = candidates.some(({ notation }) => notation === 'pytorch' || notation === 'tensorflow');
  const { layout, evidence, assumptions, fields } = readLayout(
    candidates,
    kind,
    frameworks,
    choices,
    typeof written.groups === 'number' ? written.groups : 1,
  );
  return {
    kind,
    backward: candidates.some(({ name }) => roleOfName(name) === 'dZ'),
    candidates,
    options: new StatedOptions(first ? { ties: 'first' } : {}, written),
    layout,
    evidence: [...evidence, ...nameEvidence(candidates)],
    assumptions,
    fields,
  };
}

/** Roles that names decided. */
function nameEvidence(candidates: readonly RoleCandidate[]): Message[] {
  return candidates.flatMap(({ name, array }): Message[] => {
    switch (roleOfName(name)) {
      case 'x':
        return [msg('{0} is a name of an input', name!)];
      case 'w':
        return [msg('{0} is a name of filters', name!)];
      case 'b':
        return isMatrix(array.shape) ? [] : [msg('{0} is a name of a bias', name!)];
      case 'dZ':
        return [msg('{0} is a name of a gradient', name!)];
      case 'result':
      case undefined:
        return [];
    }
  });
}

/** `isPooling`: the text states an option of pooling. */
function guessKind(candidates: readonly RoleCandidate[], isPooling: boolean): 'conv' | 'pool' {
  const roles = candidates.map(({ name }) => roleOfName(name));
  if (roles.includes('w')) return 'conv';
  const poolingGradient = candidates.some(({ name }) => /^da\d*$/i.test(name ?? ''));
  return isPooling || poolingGradient ? 'pool' : 'conv';
}
