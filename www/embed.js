// Interleave in a page of your own. docs/embedding.md tells how.
(() => {
  const home = new URL(".", document.currentScript.src);
  const SAME = ["view", "controls", "autoplay", "speed", "axis", "theme", "lang", "readonly"];
  let calls = 0;

  class Player extends HTMLElement {
    connectedCallback() {
      if (this.frame) return;
      // Not before it is near: a page may hold many.
      const seen = new IntersectionObserver((entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        seen.disconnect();
        this.open();
      }, { rootMargin: "300px" });
      this.style.display ||= "block";
      this.style.minHeight ||= "120px";
      seen.observe(this);
      this.heard = (event) => this.hear(event);
      addEventListener("message", this.heard);
    }

    disconnectedCallback() {
      removeEventListener("message", this.heard);
    }

    async open() {
      let source = this.querySelector("pre, script")?.textContent ?? this.textContent;
      const from = this.getAttribute("src");
      if (from) {
        const answer = await fetch(from);
        if (!answer.ok) throw new Error(`interleave-player: ${from}: ${answer.status}`);
        source = await answer.text();
      }
      this.source = source.replace(/^\n/, "");
      const query = new URLSearchParams();
      for (const name of SAME) if (this.hasAttribute(name)) query.set(name, this.getAttribute(name));
      query.set("origin", self.origin);
      const frame = document.createElement("iframe");
      frame.src = new URL("embed.html#" + query.toString().replaceAll("+", "%20"), home);
      frame.title = this.getAttribute("title") || "Interleave";
      frame.style.cssText = "display:block;width:100%;height:420px;border:0";
      if (this.hasAttribute("sandbox")) frame.sandbox = this.getAttribute("sandbox") || "allow-scripts";
      this.frame = frame;
      this.replaceChildren(frame);
    }

    hear({ data, source, origin }) {
      if (!this.frame || source !== this.frame.contentWindow) return;
      if (origin !== (this.frame.hasAttribute("sandbox") ? "null" : home.origin)) return;
      if (data?.version !== 1 || !String(data.type).startsWith("interleave:")) return;
      const kind = data.type.slice(11);
      if (kind === "resize") this.frame.style.height = Math.min(Math.max(data.height, 120), 4000) + "px";
      if (kind === "ready" && !this.loaded) {
        this.loaded = true;
        this.load({ source: this.source, title: this.getAttribute("title") ?? "" });
        return;
      }
      if (kind === "source") return this.dispatchEvent(new CustomEvent("source-" + data.id, { detail: data.source }));
      if (["ready", "change", "step", "done"].includes(kind)) this.dispatchEvent(new CustomEvent(kind, { detail: data }));
    }

    send(type, fields) {
      const sandboxed = this.frame.hasAttribute("sandbox");
      this.frame.contentWindow.postMessage({ type: "interleave:" + type, version: 1, ...fields }, sandboxed ? "*" : home.origin);
    }

    load(scenario) { this.send("load", scenario); }
    run() { this.send("run"); }
    pause() { this.send("pause"); }
    seek(place) { this.send("seek", typeof place === "number" ? { step: place } : place); }
    getSource() {
      const id = ++calls;
      return new Promise((done) => {
        this.addEventListener("source-" + id, (event) => done(event.detail), { once: true });
        this.send("getSource", { id });
      });
    }
  }
  customElements.define("interleave-player", Player);

  const upgrade = () => {
    for (const pre of document.querySelectorAll("pre.interleave")) {
      const player = document.createElement("interleave-player");
      for (const [name, value] of Object.entries(pre.dataset)) player.setAttribute(name, value);
      player.textContent = pre.textContent;
      pre.replaceWith(player);
    }
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", upgrade);
  else upgrade();
})();
