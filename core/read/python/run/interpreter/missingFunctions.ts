/** Functions that the interpreter lacks: which of them may change their arguments, by name. */
import { LensError, msg } from '../../../../message';
import type { Arguments } from '../../value/Py';

/** Functions that show or test something and do not change their arguments. */
export const OBSERVES = /^(?:plot|show|disp|print|visual|draw|imshow|test|check|assert|compare|grader)|_test$|_tests$/i;

/** Functions of NumPy that change their first argument. */
export const CHANGES_ARGUMENT = /(?:^|\.)(?:put|place|copyto|putmask|fill_diagonal|shuffle|at|resize)$/;

/** Modules that the interpreter has: what they lack is refused by name. */
const SUPPORTED =
  /^(?:numpy|math|itertools|functools|collections|contextlib|statistics|enum|operator|copy|time|random)(?:\.|$)/;

/** Libraries whose functions change neither their arguments nor NumPy's generator. */
const PURE = /^(?:torch|torchvision|tensorflow|scipy|sklearn|PIL|cv2|skimage|pandas|h5py|imageio|jax|typing)(?:\.|$)/;

export function isSupportedModule(path: string): boolean {
  return SUPPORTED.test(path);
}

/** In-place functions of PyTorch, and OpenCV's functions that draw. */
export const IN_PLACE =
  /_$|^cv2\.(?:(?:line|rectangle|circle|ellipse|putText|polylines|arrowedLine|floodFill)$|fill|draw)/;

export function isPureModule(path: string): boolean {
  return PURE.test(path);
}

/** Settings that turn warnings into exceptions, values or prints, which the interpreter does not do. */
const CHANGES_WARNINGS: readonly (readonly [path: RegExp, argument: RegExp])[] = [
  [/^numpy\.(?:seterr|errstate)$/, /^(?:raise|call|print|log)$/],
  [/^warnings\.(?:simplefilter|filterwarnings)$/, /^error$/],
];

/** Refuses functions of modules without effect where their arguments give them one. */
export function refuseEffect(path: string, args: Arguments): void {
  const given = [...args.positional, ...args.named.values()].map(({ value }) => value);
  const records =
    path === 'warnings.catch_warnings' && given.some((value) => value.kind === 'number' && value.value !== 0);
  const settings = CHANGES_WARNINGS.filter(([which]) => which.test(path)).map(([, argument]) => argument);
  const changing = given.find((value) => value.kind === 'text' && settings.some((each) => each.test(value.value)));
  if (records || changing)
    throw new LensError(
      msg(
        '{0} with {1} is not supported',
        args.callee,
        changing?.kind === 'text' ? `'${changing.value}'` : 'record=True',
      ),
      undefined,
      args.range,
    );
}
