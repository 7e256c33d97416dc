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

/** From here on an error ends the script with its message alone: what failed, not where in the scripts. */
export function endWithMessage() {
  process.on('uncaughtException', (error) => {
    complain(error.message);
    process.exit(1);
  });
}
