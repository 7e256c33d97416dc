/** The core's table of contents. */
export * from './array/NdArray';
export * from './message';
export * from './layer/options';
export * from './layer/axis';
export * from './layer/geometry';
