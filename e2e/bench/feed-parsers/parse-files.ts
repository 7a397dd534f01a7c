import { readFileSync } from 'node:fs';
import type { ChildReport } from './child-report.ts';

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Parses the files named on the command line one after the other and prints a `ChildReport`. */
export function parseFiles(countEpisodes: (bytes: Uint8Array<ArrayBuffer>) => number): void {
  let episodes = 0;
  const startedAt = cpuMs();
  for (const file of process.argv.slice(2)) episodes += countEpisodes(readFileSync(file));
  const processCpuMs = cpuMs();
  const report: ChildReport = {
    episodes,
    processCpuMs,
    parseCpuMs: processCpuMs - startedAt,
  };
  console.log(JSON.stringify(report));
}
