/** Texts that the tests of sessions open, and the end of what a session does later. */

export const image = 'A_prev = [[1, 3, 2, 4], [5, 6, 1, 2], [7, 2, 9, 1], [0, 4, 3, 8]]';

export const pooling = `${image}\nhparameters = {"stride": 2, "f": 2}\n`;

export const backward = `${image}\ndA = [[0.5, -1, 2], [1, 0.25, -0.5], [3, 1, -2]]\nhparameters = {"stride": 1, "f": 2}\n`;

export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
