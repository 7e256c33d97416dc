/** The core's table of contents. */
export * from './array/NdArray';
export * from './message';
export * from './layer/options';
export * from './layer/axis';
export * from './layer/geometry';
export * from './layer/arrays';
export * from './layer/conv2d';
export * from './layer/conv2dBackward';
export * from './layer/pool2d';
export * from './layer/pool2dBackward';
export * from './layer/pad2d';
export * from './layer/course';
export * from './random/RandomState';
export * from './read/ParseResult';
export * from './read/parseArrays';
