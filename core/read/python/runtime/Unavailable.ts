/** Thrown where a value depends on something that could not be evaluated and was already reported. */
export class Unavailable extends Error {}
