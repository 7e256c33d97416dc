// @ts-check
// Output of the scripts.

/** @param {string} text */
export function say(text) {
  console.log(`• ${text}`);
}

/** `12.3 s`. @param {number} milliseconds */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** Prints what failed. @param {string} text */
export function complain(text) {
  process.stderr.write(`✗ ${text}\n`);
}

/** Makes an error end the script with its message alone, without the stack. */
export function endWithMessage() {
  process.on('uncaughtException', (error) => {
    complain(error.message);
    process.exit(1);
  });
}
