// Interleave in a page of your own. docs/embedding.md tells how, embed.d.ts the types.
(() => {
  if (customElements.get("interleave-player")) return;
  const home = new URL(".", document.currentScript.src);
  // What holds for all players of the page that do not say otherwise: attributes of the script, `data-view="…"`.
  const common = document.currentScript.dataset;
  // What the tag's attributes and the frame's address have in common.
  const SAME = ["view", "controls", "autoplay", "speed", "axis", "theme", "lang", "readonly", "predict", "step", "t"];
  const EVENTS = ["ready", "change", "step", "done", "predicted"];
  const PREFIX = "interleave:";
  const VERSION = 1;
  let calls = 0;

  class Player extends HTMLElement {
    connectedCallback() {
      this.heard ??= (event) => this.hear(event);
      addEventListener("message", this.heard);
      // A frame that was moved in the document has begun anew.
      this.loaded = false;
      if (this.frame) return;
      this.style.display ||= "block";
      this.style.minHeight ||= "120px";
      // Not before it is near: a page may hold many.
      this.seen = new IntersectionObserver((entries) => {
        if (entries.some((entry) => entry.isIntersecting)) this.open();
      }, { rootMargin: "300px" });
      this.seen.observe(this);
    }

    disconnectedCallback() {
      removeEventListener("message", this.heard);
      this.seen?.disconnect();
    }

    open() {
      return (this.opened ??= this.make());
    }

    async make() {
      this.seen?.disconnect();
      this.scenario ??= { source: await this.written(), title: this.title };
      const query = new URLSearchParams({ load: "", origin: self.origin });
      for (const name of SAME) {
        const value = this.getAttribute(name) ?? common[name];
        if (value !== undefined) query.set(name, value);
      }
      const frame = document.createElement("iframe");
      frame.src = new URL("embed.html#" + query.toString().replaceAll("+", "%20"), home);
      frame.title = this.title || "Interleave";
      frame.style.cssText = "display:block;width:100%;height:420px;border:0";
      if (this.isSandboxed) frame.sandbox = this.getAttribute("sandbox") || "allow-scripts";
      this.frame = frame;
      this.replaceChildren(frame);
    }

    // The program: in a file, in a block within the tag, or as the tag's own text.
    async written() {
      const from = this.getAttribute("src");
      if (!from) return (this.querySelector("pre, script") ?? this).textContent.replace(/^\r?\n/, "");
      const answer = await fetch(from).catch((error) => ({ statusText: error.message }));
      if (answer.ok) return answer.text();
      const text = `${from}: ${answer.status ?? ""} ${answer.statusText}`;
      return `# ${text.replace(/\s+/g, " ")}\n`;
    }

    get isSandboxed() {
      return this.hasAttribute("sandbox");
    }

    hear({ data, source, origin }) {
      if (!this.frame || source !== this.frame.contentWindow) return;
      if (origin !== (this.isSandboxed ? "null" : home.origin)) return;
      if (data?.version !== VERSION || !String(data.type).startsWith(PREFIX)) return;
      const kind = data.type.slice(PREFIX.length);
      if (kind === "resize") this.frame.style.height = Math.min(Math.max(data.height, 60), 4000) + "px";
      if (kind === "source") this.dispatchEvent(new CustomEvent(PREFIX + data.id, { detail: data.source }));
      if (!EVENTS.includes(kind)) return;
      if (!this.loaded) {
        // It is there, and has not been given its program yet.
        if (kind !== "ready") return;
        this.loaded = true;
        return this.send("load", this.scenario);
      }
      if (kind === "change") this.scenario = { ...this.scenario, source: data.source };
      if (kind === "ready") for (const message of this.waiting?.splice(0) ?? []) this.post(message);
      this.usable ||= kind === "ready";
      const { type, version, ...detail } = data;
      this.dispatchEvent(new CustomEvent(kind, { detail }));
    }

    post(message) {
      this.frame.contentWindow.postMessage(message, this.isSandboxed ? "*" : home.origin);
    }

    send(type, fields) {
      this.post({ type: PREFIX + type, version: VERSION, ...fields });
    }

    // What is asked of a player that is not there yet waits for it.
    ask(type, fields) {
      if (this.usable) return this.send(type, fields);
      (this.waiting ??= []).push({ type: PREFIX + type, version: VERSION, ...fields });
      this.open();
    }

    load(scenario) {
      const { source, title = "", seed } = typeof scenario === "string" ? { source: scenario } : scenario;
      this.scenario = { source, title, seed };
      if (this.loaded) this.send("load", this.scenario);
      else this.open();
    }

    run() { this.ask("run"); }
    pause() { this.ask("pause"); }
    seek(place) { this.ask("seek", typeof place === "number" ? { step: place } : place); }

    getSource() {
      const id = ++calls;
      return new Promise((done) => {
        this.addEventListener(PREFIX + id, (event) => done(event.detail), { once: true });
        this.ask("getSource", { id });
      });
    }
  }
  customElements.define("interleave-player", Player);

  // Blocks of code, as they are written by hand and as Markdown and Sphinx write them.
  const BLOCKS = "pre.interleave, .interleave:not(pre):has(pre), pre:has(> code:is(.interleave, .language-interleave)), .highlight-interleave";
  const upgrade = () => {
    for (const block of document.querySelectorAll(BLOCKS)) {
      if (!block.isConnected || block.closest("interleave-player")) continue;
      const player = document.createElement("interleave-player");
      const code = block.querySelector("code");
      for (const [name, value] of Object.entries({ ...block.dataset, ...code?.dataset })) player.setAttribute(name, value);
      if (block.id) player.id = block.id;
      player.textContent = (block.querySelector("pre") ?? block).textContent;
      block.replaceWith(player);
    }
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", upgrade);
  else upgrade();
})();
