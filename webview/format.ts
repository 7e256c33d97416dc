/** Numbers as the panel shows them. */
export * from '../core/array/display';
