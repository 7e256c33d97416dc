/** Functions that the interpreter lacks: which of them may change their arguments, by name. */

/** Functions that show or test something and do not change their arguments. */
export const OBSERVES = /^(?:plot|show|disp|print|visual|draw|imshow|test|check|assert|compare|grader)|_test$|_tests$/i;

/** Functions of NumPy that change their first argument. */
export const CHANGES_ARGUMENT = /(?:^|\.)(?:put|place|copyto|putmask|fill_diagonal|shuffle|at|resize)$/;

/** Modules that the interpreter has: what they lack is refused by name. */
const SUPPORTED =
  /^(?:numpy|math|itertools|functools|collections|contextlib|statistics|enum|operator|copy|time|random)(?:\.|$)/;

/** Libraries whose functions change neither their arguments nor NumPy's generator. */
const PURE = /^(?:torch|torchvision|tensorflow|scipy|sklearn|PIL|cv2|skimage|pandas|h5py|imageio|jax)(?:\.|$)/;

export function isSupportedModule(path: string): boolean {
  return SUPPORTED.test(path);
}

export function isPureModule(path: string): boolean {
  return PURE.test(path);
}
