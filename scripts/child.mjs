// Child processes of our scripts: without a terminal's input, and never left behind.
import { spawn } from 'node:child_process';

const windows = process.platform === 'win32';
const npm = windows ? 'npm.cmd' : 'npm';
const running = new Set();

/** Starts a program in a process group of its own, so that ending it ends what it started too. */
export function start(command, args, { env = {}, stdio = 'inherit' } = {}) {
  const child = spawn(command, args, {
    stdio: ['ignore', stdio, stdio],
    env: { ...process.env, ...env },
    detached: !windows,
    shell: windows && command === npm,
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

/** Answers the exit code. A program that runs longer than `minutes` is ended and answers 124. */
export function run(command, args, { minutes = 20, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = start(command, args, { env });
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      console.error(`Ended after ${minutes} minutes: ${command} ${args.join(' ')}`);
      end(child);
    }, minutes * 60_000);
    const answer = (code) => {
      clearTimeout(timer);
      resolve(late ? 124 : code);
    };
    child.once('error', (error) => {
      console.error(error.message);
      answer(127);
    });
    child.once('close', (code) => answer(code ?? 1));
  });
}

export const runNpm = (args, options) => run(npm, args, options);

function end(child) {
  try {
    if (windows) child.kill();
    else process.kill(-child.pid, 'SIGTERM');
  } catch {
    // it ended by itself meanwhile
  }
}

/** Ends everything that was started, when the script itself is told to stop. */
export function endChildrenOnExit() {
  process.on('exit', () => {
    for (const child of running) end(child);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));
}
