/** Own results and own code against the layer. */
export { checkCode, type CheckOptions } from './checkCode';
export type { FailingCase, FirstDifference, FunctionCheck, Mistake, TextEdit } from './FunctionCheck';
export type { Operation } from './Operation';
export type { LayerCase, NamedArray, ResultName } from './cases/LayerCase';
export { runCode } from '../read/python/runCode';
