/** The oldest Node that every build tool of ours runs on. */
const oldest = [20, 19];

/**
 * @param {string} version As in `process.versions.node`.
 * @returns {string | null} What to tell the user, or null when this Node will do.
 */
export function nodeVersionProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldest;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return null;
  return `Earmark needs Node ${oldest.join('.')} or newer to build; this is Node ${version}. Get one from https://nodejs.org/ and run the command again.`;
}
