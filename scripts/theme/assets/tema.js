// Runs before the first paint: sets the chosen theme, makes room for what a chosen workplace adds, and marks pages that
// apply to another helsefellesskap than that of the workplace. When the page is read, an old copy says how old it is.
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
  // A page for all speaks nynorsk, as far as it can, to readers whose workplace does.
  if (own && root.dataset.nynorsk?.split(" ").includes(own)) root.dataset.sprak = "nn";
  addEventListener("DOMContentLoaded", () => {
    const built = document.querySelector("[data-bygget]");
    const days = built && Math.round((new Date().setHours(0, 0, 0, 0) - new Date(`${built.dateTime}T00:00`)) / 864e5);
    if (days <= (location.protocol === "file:" ? 0 : 30)) return;
    const note = document.createElement("p");
    note.className = "gammel";
    note.textContent = root.dataset.sprak === "nn"
      ? `Kopien er ${days} ${days > 1 ? "dagar" : "dag"} gammal. Kontroller mot gjeldande utgåve før du bruker han.`
      : `Kopien er ${days} ${days > 1 ? "dager" : "dag"} gammel. Kontroller mot gjeldende utgave før du bruker den.`;
    document.querySelector("header").append(note);
  });
})();
