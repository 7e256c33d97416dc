/** Functions and classes of courses and books by their own names: known whether or not the text imports them. */
import type { FunctionTable } from '../../library/call/Call';
import { COLUMNS } from './columns';
import { COURSE } from './course';
import { CS231N } from './cs231n';
import { D2L, D2L_TRANSPOSED } from './d2l';
import { FROM_SCRATCH } from './fromScratch';
import { INDEXED_COLUMNS } from './indexedColumns';
import { ONNX_EXPECT } from '../onnx/nodes';
import { NUMERICAL_GRADIENT } from './numericalGradient';

/** Layers: a call is recorded, also where the text defines a function of that name. */
export const LAYER_FUNCTIONS: FunctionTable = { ...COURSE, ...CS231N, ...D2L };

/** Functions that a text may call without defining them. */
export const BORROWED: FunctionTable = {
  ...LAYER_FUNCTIONS,
  ...D2L_TRANSPOSED,
  ...FROM_SCRATCH,
  ...COLUMNS,
  ...INDEXED_COLUMNS,
  ...NUMERICAL_GRADIENT,
  ...ONNX_EXPECT,
};
