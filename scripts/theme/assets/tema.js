// Runs before the first paint: sets the chosen theme, makes room for what a chosen workplace adds, and marks pages that
// apply to another helsefellesskap than that of the workplace.
(() => {
  const root = document.documentElement;
  const kept = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const chosen = kept("tema");
  const dark = chosen ? chosen === "slate" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.tema = dark ? "slate" : "default";
  root.classList.add("js");
  if (kept("arbeidsplass")) root.dataset.harPlass = "";
  let own = "";
  try { own = JSON.parse(kept("arbeidsplass"))?.omrade; } catch { /* nothing chosen */ }
  root.toggleAttribute("data-fremmed", Boolean(own && root.dataset.gjelder && own !== root.dataset.gjelder));
})();
