// What this page makes of a prediction: a word about it, and the explanation, which nobody had read before.
const player = document.querySelector("interleave-player[predict]");
const verdict = document.querySelector("#verdict");

player.addEventListener("predicted", ({ detail: { score, of } }) => {
  const text = score === of ? verdict.dataset.right : verdict.dataset.wrong;
  verdict.textContent = text.replace("{score}", score).replace("{of}", of);
  verdict.hidden = false;
  document.querySelector("#explanation").hidden = false;
});
