// Moves the reader's own helsefellesskap first on pages for several, and folds the others. Without this script they are in
// alphabetical order. The page is painted only after it has run (blocking="render"), so that nothing moves while it is read.
(() => {
  let own = "";
  try { own = JSON.parse(localStorage.getItem("arbeidsplass"))?.omrade; } catch { /* nothing chosen */ }
  const all = (selector) => [...document.querySelectorAll(selector)], parts = all("main section[data-omrade]");
  const part = parts.find((one) => one.dataset.omrade === own);
  if (!part) return;
  parts[0].before(part);
  for (const link of all(`main li > a[href="#${own}"]`)) link.closest("ul, ol").prepend(link.parentElement);
  for (const other of parts) {
    if (other === part) continue;
    const folded = document.createElement("details"), summary = document.createElement("summary");
    summary.textContent = `${part.lang === "nn" ? "Gjeld ikkje" : "Gjelder ikke"} arbeidsplassen din`;
    folded.append(summary, ...[...other.children].slice(1));
    other.append(folded);
  }
  // What the address asks for is unfolded and stays in view.
  const asked = () => {
    const goal = document.getElementById(location.hash.slice(1)), folded = goal?.parentElement.querySelector("h2 + details");
    if (folded) folded.open = true;
    goal?.scrollIntoView();
  };
  addEventListener("hashchange", asked);
  asked();
})();
