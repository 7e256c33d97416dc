/** Own results and own code against the layer. Other programs call these by their names. */
export { checkCode } from './checkCode';
export type { CheckOptions } from './CheckContext';
export type { FailingCase, FirstDifference, FunctionCheck, Mistake } from './FunctionCheck';
export { checkPrinted, type PrintCheck } from './printed/checkPrinted';
export { nameWrongNumbers } from './numbers/nameWrongNumbers';
export { runCode, type CodeResult } from '../read/python/runCode';
