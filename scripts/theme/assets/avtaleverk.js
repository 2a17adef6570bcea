// What a page does beyond being read: theme, copying a reference, opening what is printed or linked to.
(() => {
  const root = document.documentElement;
  const applyTheme = () => { document.body.dataset.mdColorScheme = root.dataset.tema || "default"; };
  applyTheme();

  for (const button of document.querySelectorAll("[data-tema]")) {
    if (button === root) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      root.dataset.tema = root.dataset.tema === "slate" ? "default" : "slate";
      try { localStorage.setItem("tema", root.dataset.tema); } catch { /* private mode: the choice lasts for this page */ }
      applyTheme();
    });
  }

  for (const button of document.querySelectorAll("[data-kopier]")) {
    const words = button.textContent;
    button.hidden = false;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      if (await copy(button.dataset.kopier)) {
        button.textContent = button.dataset.kopiert;
        setTimeout(() => { button.textContent = words; }, 2000);
      }
    });
  }

  // navigator.clipboard needs https; many intranets are plain http.
  async function copy(text) {
    try { await navigator.clipboard.writeText(text); return true; } catch { /* fall through */ }
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "skjult";
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }

  // The list of contents is folded on narrow screens, open on wide ones.
  const contents = document.querySelector(".innhold-liste details");
  if (contents && matchMedia("(max-width: 75.99em)").matches) contents.open = false;

  // The menu closes with Escape and when focus leaves it.
  const menu = document.querySelector(".meny");
  menu?.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) { menu.open = false; menu.querySelector("summary").focus(); }
  });
  document.addEventListener("click", (event) => { if (menu?.open && !menu.contains(event.target)) menu.open = false; });

  // Everything is on paper: what is folded is opened for printing and closed again.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("main details:not([open])")];
    for (const part of folded) part.open = true;
  });
  addEventListener("afterprint", () => { for (const part of folded) part.open = false; });
})();
