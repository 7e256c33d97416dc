/** Documents: code, output and prose of one text. */
export * from './Block';
export * from './blocksOf';
