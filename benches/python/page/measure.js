// Runs programs on one of two interpreters, each loaded when it is first asked for. `benches/python/browser.rs` calls `measure`.

let ours, pyodide;

/** Seconds that a program takes here, from its text to its end. */
async function measureOurs(source, recording) {
  ours ??= import("./interleave.js").then(async (module) => (await module.default(), module));
  const { run } = await ours;
  const start = performance.now();
  const error = run(source, recording);
  const seconds = (performance.now() - start) / 1000;
  if (error !== undefined) throw new Error(error);
  return seconds;
}

/** Seconds that a program on Pyodide says its work took. */
async function measurePyodide(source) {
  pyodide ??= import("./pyodide/pyodide.mjs").then((module) => module.loadPyodide());
  const machine = await pyodide;
  const printed = [];
  machine.setStdout({ batched: (line) => printed.push(line) });
  await machine.runPythonAsync(source);
  return Number(printed.at(-1));
}

window.measure = (side, source) =>
  side === "peer" ? measurePyodide(source) : measureOurs(source, side === "recorded");
