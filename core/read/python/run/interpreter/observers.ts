/** Functions of modules that this interpreter does not have. */

/** They show or test something and leave their arguments alone. */
export const OBSERVES = /^(?:plot|show|disp|print|visual|draw|imshow|test|check|assert|compare|grader)|_test$|_tests$/i;

/** Functions of NumPy that change their first argument. */
export const CHANGES_ARGUMENT = /(?:^|\.)(?:put|place|copyto|putmask|fill_diagonal|shuffle|at|resize)$/;

/** Modules that the interpreter has: what they lack is refused by name. */
const SUPPORTED = /^(?:numpy|math|itertools|functools|collections|copy|time|random)(?:\.|$)/;

/** Libraries whose functions leave their arguments and NumPy's generator alone. */
const PURE = /^(?:torch|torchvision|tensorflow|scipy|sklearn|PIL|cv2|skimage|pandas|h5py|imageio|jax)(?:\.|$)/;

export function isSupportedModule(path: string): boolean {
  return SUPPORTED.test(path);
}

export function isPureModule(path: string): boolean {
  return PURE.test(path);
}
