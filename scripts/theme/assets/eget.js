// The reader's own helsefellesskap first, on pages of several. Without it all stand in the order of their names.
// The page is first painted when this has run (blocking="render"), so that nothing moves under the reader's eyes.
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
