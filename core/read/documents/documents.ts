/** Documents: code, output and prose of one text. */
export * from './blocks/Block';
export * from './blocks/blocksOf';
