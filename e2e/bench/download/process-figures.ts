import { readFileSync, readdirSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second for everybody who asks. */
const ticksPerSecond = 100;

/** Processor time a process has taken so far with its threads, seconds (proc(5), stat fields 14 and 15). */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

/** Memory a process holds now, MiB (proc(5), VmRSS). */
export function residentMemory(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

/** The process and all below it. */
export function processTree(root: number): number[] {
  const children = readdirSync(`/proc/${root}/task`).flatMap((thread) =>
    readFileSync(`/proc/${root}/task/${thread}/children`, 'utf8').trim().split(' ').filter(Boolean),
  );
  return [root, ...children.flatMap((child) => processTree(Number(child)))];
}
