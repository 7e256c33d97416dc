/** Own results and own code against the layer. */
export { checkCode } from './checkCode';
export type { CheckOptions } from './CheckContext';
export { checkGradients, type GradientCheck } from './gradient/checkGradients';
export { traceCode } from './trace/traceCode';
export type { TracedRun, TracedStep, TracedWindow } from './trace/TracedRun';
export type { FailingCase, FirstDifference, FunctionCheck, Mistake, TextEdit } from './FunctionCheck';
export type { Operation } from './Operation';
export type { LayerCase, NamedArray, ResultName } from './cases/LayerCase';
export { runCode } from '../read/python/runCode';
export { checkPrinted, type PrintCheck } from './printed/checkPrinted';
export { nameWrongNumbers } from './numbers/nameWrongNumbers';
