// Starts the wasm, and keeps the page for days without a network.
//
// A file of its own, so that the page needs no inline script; classic, as a frame in a sandbox may
// load nothing by modules or fetch from its own server. There the wasm comes as a script, too.
(() => {
  const { wasm } = document.currentScript.dataset;
  const isEmbed = /\/embed(\.html)?$/.test(location.pathname);
  const isSandboxed = self.origin === "null";
  document.documentElement.toggleAttribute("data-embed", isEmbed);

  const script = (url) =>
    new Promise((done, failed) => {
      const element = document.createElement("script");
      element.src = url;
      element.onload = done;
      element.onerror = failed;
      document.head.append(element);
    });
  const bytes = () => Uint8Array.from(atob(self.interleaveWasm), (letter) => letter.charCodeAt(0));
  // What is still on its way is not among what was loaded.
  let started;
  const start = new Promise((done) => (started = done));
  const module = isSandboxed ? script(wasm + ".js").then(bytes) : fetch(wasm);

  addEventListener("DOMContentLoaded", async () => {
    try {
      await wasm_bindgen({ module_or_path: await module });
      started();
    } catch (error) {
      document.querySelector(".skeleton .title")?.replaceChildren("Interleave cannot start here. 无法启动。");
      throw error;
    }
  });

  // An embed keeps nothing in the browser of whoever reads the page around it.
  if (isEmbed || isSandboxed || !navigator.serviceWorker) return;
  addEventListener("load", async () => {
    const worker = await navigator.serviceWorker.register("sw.js").catch(() => null);
    if (!worker) return;
    const { active } = await navigator.serviceWorker.ready;
    await start;
    const loaded = performance.getEntriesByType("resource").map((entry) => entry.name);
    active.postMessage({ keep: [...new Set([location.href.split("#")[0], ...loaded])] });
  });
})();
