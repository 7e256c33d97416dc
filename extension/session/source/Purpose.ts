/** What the user asked for: a layer of a kind, a layer of any kind, or the inspection of an array. */
export type Purpose = 'conv' | 'pool' | 'any' | 'inspect';
