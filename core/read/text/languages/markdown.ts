/** Markdown: a table as a whole; literals in a document. */
import type { Dialect } from '../types/Dialect';
import { table } from './table';

export const markdown: Dialect = { ...table, document: true };
