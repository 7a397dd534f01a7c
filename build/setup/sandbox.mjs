import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * Why Chromium's sandbox cannot work for an Electron that runs from a folder, or null when it can. Installed packages are
 * not concerned: they bring the permissions with them.
 * @param {{ isRoot: boolean, helperIsSetuid: boolean, namespacesRestricted: boolean }} machine
 * @returns {string | null}
 */
export function sandboxProblem({ isRoot, helperIsSetuid, namespacesRestricted }) {
  if (isRoot) return 'running as root';
  if (!helperIsSetuid && namespacesRestricted) return 'this system restricts user namespaces';
  return null;
}

/** @param {string} file @returns {Promise<string>} */
const setting = async (file) => (await readFile(file, 'utf8').catch(() => '')).trim();

/** @param {string} executable Electron's. @returns {Promise<boolean>} */
async function helperIsSetuid(executable) {
  const helper = await stat(path.join(path.dirname(executable), 'chrome-sandbox')).catch(() => null);
  return helper !== null && helper.uid === 0 && (helper.mode & 0o4000) !== 0;
}

/**
 * The switches that an unpackaged run needs on this machine.
 * @param {string} executable Electron's.
 * @returns {Promise<string[]>}
 */
export async function sandboxArguments(executable) {
  if (process.platform !== 'linux') return [];
  const [restricted, allowed] = await Promise.all([
    setting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns'),
    setting('/proc/sys/kernel/unprivileged_userns_clone'),
  ]);
  const problem = sandboxProblem({
    isRoot: process.getuid?.() === 0,
    helperIsSetuid: await helperIsSetuid(executable),
    namespacesRestricted: restricted === '1' || allowed === '0',
  });
  return problem === null ? [] : ['--no-sandbox'];
}
