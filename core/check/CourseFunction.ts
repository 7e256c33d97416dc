/** The functions of the course that a definition of the text can implement. */
export type CourseFunction =
  | 'zero_pad'
  | 'conv_single_step'
  | 'conv_forward'
  | 'conv_backward'
  | 'pool_forward'
  | 'pool_backward'
  | 'create_mask_from_window'
  | 'distribute_value';

/** The course's functions in the order in which it builds them: a function calls only functions listed before it. */
export const COURSE_FUNCTIONS: readonly CourseFunction[] = [
  'zero_pad',
  'conv_single_step',
  'conv_forward',
  'create_mask_from_window',
  'distribute_value',
  'pool_forward',
  'conv_backward',
  'pool_backward',
];

export function isPooling(operation: CourseFunction): boolean {
  return operation === 'pool_forward' || operation === 'pool_backward';
}

export function isConvolution(operation: CourseFunction): boolean {
  return operation === 'conv_forward' || operation === 'conv_backward';
}

export function isBackward(operation: CourseFunction): boolean {
  return operation === 'conv_backward' || operation === 'pool_backward';
}

/** Whether a name is that of one of the course's functions. */
export function isCourseFunction(name: string): name is CourseFunction {
  return COURSE_FUNCTIONS.some((each) => each === name);
}

/** Whether a name is one of the course's or of CS231n's, which tells what a function is meant to compute. */
export function hasCourseName(name: string): boolean {
  return isCourseFunction(name) || /_naive$/.test(name);
}
