/** Own results and own code against the layer. */
export { checkCode } from './checkCode';
export type { FunctionCheck } from './FunctionCheck';
export { checkPrinted } from './printed/checkPrinted';
export { nameWrongNumbers } from './numbers/nameWrongNumbers';
