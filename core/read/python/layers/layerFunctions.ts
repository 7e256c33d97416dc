/** Layer functions of courses and books by their own names: known whether or not the text defines or imports them. */
import type { FunctionTable } from '../library/Call';
import { COURSE } from './course';
import { CS231N } from './cs231n';

export const LAYER_FUNCTIONS: FunctionTable = { ...COURSE, ...CS231N };
