// Moves the reader's own helsefellesskap first on pages for several. Without this script they are in alphabetical order.
// The page is painted only after it has run (blocking="render"), so that nothing moves while it is read.
(() => {
  let own = "";
  try { own = JSON.parse(localStorage.getItem("arbeidsplass"))?.omrade; } catch { /* nothing chosen */ }
  const part = own && document.querySelector(`main section[data-omrade="${CSS.escape(own)}"]`);
  if (!part) return;
  const first = part.parentElement.querySelector("section[data-omrade]");
  if (part !== first) first.before(part);
  for (const link of document.querySelectorAll(`main li > a[href="#${CSS.escape(own)}"]`)) {
    link.closest("ul, ol").prepend(link.parentElement);
  }
  document.querySelector(":target")?.scrollIntoView(); // what the address asks for stays in view
})();
