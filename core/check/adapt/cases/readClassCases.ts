/** The cases that the text's own use of a class describes: its constructor's call, then a call of its method. */
import type { NdArray } from '../../../array/NdArray';
import { RandomState } from '../../../random/RandomState';
import type { LayerCase } from '../../cases/LayerCase';
import { isBackward, isConvolution, type CourseFunction } from '../../CourseFunction';
import { numberOf, type ProgramValue } from '../../run/ProgramValue';
import type { RecordedCall } from '../../run/Runner';
import type { SourceClass, SourceFunction } from '../../source/Definition';
import type { AxisLayout } from '../Adapter';
import { valuesAtCall, type SetAttribute } from '../classes/setOutside';
import { assignRoles } from '../roles/assignRoles';
import { axesOf, isLine } from '../layout/layouts';
import { caseOfRoles } from './caseOfRoles';
import type { FixedGeometry } from '../../cases/FixedGeometry';
import type { Role } from '../roles/roles';

export interface ClassCasesRequest {
  readonly operation: CourseFunction;
  readonly layout: AxisLayout;
  readonly fixed: FixedGeometry;
  readonly owner: SourceClass;
  readonly forward: SourceFunction;
  readonly method: SourceFunction;
  /** Roles of the constructor's parameters. */
  readonly constructorRoles: ReadonlyMap<string, Role>;
  /** Options that the text assigns to the object. */
  readonly attributes: readonly SetAttribute[];
  readonly calls: readonly RecordedCall[];
  /** Text of the class. */
  readonly text: string;
}

/** Cases that are read at most: a training loop calls a layer many times. */
const MAX_CASES = 3;
/** Products of a case: a real data set would take too long. */
const MAX_WORK = 200_000;

export interface ClassCase {
  readonly layerCase: LayerCase;
  /** Shape of the array that the text's own call returned. */
  readonly returned?: readonly number[];
}

/** Cases in the order of the calls; calls that do not hold a whole case of this layout are left out. */
export function readClassCases(request: ClassCasesRequest): ClassCase[] {
  const { operation, owner, forward, method, calls } = request;
  const cases: ClassCase[] = [];
  let built: RecordedCall | undefined;
  let input: ProgramValue | undefined;
  for (const call of calls) {
    if (ownerOf(call) !== owner.name || cases.length === MAX_CASES) continue;
    if (call.name === '__init__') {
      built = call;
      continue;
    }
    const called = owner.methods.find(({ name }) => name === call.name);
    const isForward = call.name === forward.name || call.name === '__call__';
    const values = called && isForward ? rolesOfCall(forwardOf(operation), called, call) : undefined;
    input = values?.get('input') ?? input;
    if (call.error || !called || (method === forward ? !isForward : called !== method)) continue;
    const found = rolesOfCall(operation, called, call);
    const layerCase = found && caseFrom(request, built, found, input, call);
    if (!layerCase || workOf(layerCase) > MAX_WORK) continue;
    if (cases.some((each) => isSameForm(each.layerCase, layerCase))) continue;
    const { result } = call;
    cases.push({ layerCase, ...(result?.kind === 'array' && { returned: result.array.shape }) });
  }
  return cases;
}

/** The class of `self`, as the interpreter describes it. */
function ownerOf({ args }: RecordedCall): string | undefined {
  const [self] = args.values();
  return self?.kind === 'other' ? self.description : undefined;
}

function forwardOf(operation: CourseFunction): CourseFunction {
  return isConvolution(operation) ? 'conv_forward' : 'pool_forward';
}

function rolesOfCall(
  operation: CourseFunction,
  { parameters }: SourceFunction,
  { args }: RecordedCall,
): Map<Role, ProgramValue> | undefined {
  const roles = assignRoles(operation, parameters.slice(1), args);
  return roles && valuesOf(roles, args);
}

function valuesOf(roles: ReadonlyMap<string, Role>, args: ReadonlyMap<string, ProgramValue>): Map<Role, ProgramValue> {
  const found = new Map<Role, ProgramValue>();
  for (const [name, role] of roles) {
    const value = args.get(name);
    if (value && value.kind !== 'none') found.set(role, value);
  }
  return found;
}

function caseFrom(
  { operation, layout, fixed, constructorRoles, attributes, text }: ClassCasesRequest,
  built: RecordedCall | undefined,
  called: ReadonlyMap<Role, ProgramValue>,
  input: ProgramValue | undefined,
  call: RecordedCall,
): LayerCase | undefined {
  const given = built ? valuesOf(constructorRoles, built.args) : new Map<Role, ProgramValue>();
  const found = new Map<Role, ProgramValue>([...given, ...valuesAtCall(call, attributes), ...called]);
  if (isBackward(operation) && input) found.set('input', input);
  const layerCase = caseOfRoles(operation, layout, found, call, fixed, text);
  if (layerCase || !isConvolution(operation) || found.has('filter')) return layerCase;
  const weights = drawnFilter(found, layout);
  return weights && caseOfRoles(operation, layout, found.set('filter', weights), call, fixed, text);
}

/** Weights of the shape that the constructor's arguments give, where the class draws its own. */
function drawnFilter(found: ReadonlyMap<Role, ProgramValue>, layout: AxisLayout): ProgramValue | undefined {
  const filters = numberOf(found.get('outChannels'));
  const rows = numberOf(found.get('kernelRows')) ?? numberOf(found.get('kernel'));
  const cols = numberOf(found.get('kernelCols')) ?? numberOf(found.get('kernel'), 1) ?? rows;
  const x = found.get('input');
  if (filters === undefined || rows === undefined || cols === undefined || x?.kind !== 'array') return undefined;
  const whole = channelsOf(x.array, layout);
  const channels = whole && whole / (numberOf(found.get('groups')) ?? 1);
  if (channels === undefined || !Number.isInteger(channels)) return undefined;
  if (isLine(layout)) {
    const line = layout.endsWith('CL') ? [filters, channels, cols] : [cols, channels, filters];
    return { kind: 'array', array: new RandomState(1).randn(...line), integer: false };
  }
  const first = layout === 'NCHW' || layout === 'CHW';
  const shape = first ? [filters, channels, rows, cols] : [rows, cols, channels, filters];
  return { kind: 'array', array: new RandomState(1).randn(...shape), integer: false };
}

function channelsOf({ shape }: NdArray, layout: AxisLayout): number | undefined {
  if (isLine(layout)) return shape[axesOf(layout).input.indexOf('C')];
  switch (layout) {
    case 'NHWC':
      return shape.length === 4 ? shape[3] : undefined;
    case 'NCHW':
      return shape.length === 4 ? shape[1] : undefined;
    case 'HWC':
      return shape.length === 3 ? shape[2] : undefined;
    case 'CHW':
      return shape.length === 3 ? shape[0] : undefined;
    default:
      return undefined;
  }
}

function workOf({ x, w, kernel }: LayerCase): number {
  return (x?.data.length ?? 0) * kernel[0] * kernel[1] * (w?.shape[3] ?? 1);
}

function isSameForm(a: LayerCase, b: LayerCase): boolean {
  return (
    String(a.x?.shape) === String(b.x?.shape) &&
    String(a.kernel) === String(b.kernel) &&
    a.stride === b.stride &&
    a.pad === b.pad
  );
}
