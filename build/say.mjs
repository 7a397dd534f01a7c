/** One line to the person at the terminal. Standard error, so that commands whose output is data stay clean. @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`);
}
