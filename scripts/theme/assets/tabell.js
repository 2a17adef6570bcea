// Tables sorted by column, rows filtered by role, phase and place, and lists filtered by typed words. Without this script
// everything is shown.
(() => {
  const language = document.documentElement.dataset.sprak;
  const order = new Intl.Collator([language, "nb"], { numeric: true });
  const cards = matchMedia("(max-width: 48em)");
  const words = (cell) => cell.dataset.sort ?? cell.textContent.trim();
  // What is changed of the address, or kept beside it for who comes back.
  const note = (state, address) => {
    try { history.replaceState({ ...history.state, ...state }, "", address); } catch { /* a page that may not */ }
  };

  // On a phone only the first rows of a long table are in sight, with a button for the rest. The browser's own search finds
  // those too, and paper has them. Who left the page with all rows in sight comes back to all of them.
  const FEW = 25;
  const whole = new Set(history.state?.whole), shows = new Map();
  const showOf = (table, at) => {
    const all = [...table.tBodies[0].rows], more = document.createElement("button");
    const count = table.parentElement.previousElementSibling?.querySelector("[data-treff]");
    const show = () => {
      const fitting = [...table.tBodies[0].rows].filter((row) => row.getAttribute("hidden") !== "");
      const isLong = cards.matches && !whole.has(at) && fitting.length > 1.2 * FEW;
      const rest = isLong ? fitting.slice(FEW) : [];
      for (const row of fitting) row.removeAttribute("hidden");
      for (const row of rest) row.setAttribute("hidden", "until-found");
      more.hidden = !isLong;
      more.textContent = `Vis ${rest.length} til`;
      const shown = fitting.length - rest.length;
      if (count) count.textContent = `${count.dataset.ord} ${shown} av ${isLong ? fitting.length : all.length}`;
    };
    const showAll = () => {
      whole.add(at);
      note({ whole: [...whole] });
      show();
    };
    more.type = "button";
    more.className = "knapp";
    more.addEventListener("click", () => {
      const [next] = table.querySelector("tr[hidden=until-found]").cells;
      showAll();
      next.tabIndex = -1;
      next.focus();
    });
    table.addEventListener("beforematch", showAll);
    cards.addEventListener("change", show);
    table.after(more);
    show();
    return show;
  };

  // On a phone a table is folded when its main points are above it, and its filters when they are many.
  for (const folded of document.querySelectorAll("[data-brett]")) folded.open = matchMedia("(min-width: 48em)").matches;

  for (const [at, table] of document.querySelectorAll("table[data-sorter]").entries()) {
    const heads = [...table.tHead.rows[0].cells], rows = [...table.tBodies[0].rows];
    const show = showOf(table, at);
    shows.set(table, show);
    const sort = (column, down) => {
      for (const other of heads) other.removeAttribute("aria-sort");
      heads[column]?.setAttribute("aria-sort", down ? "descending" : "ascending");
      const sorted = column < 0 ? rows
        : [...table.tBodies[0].rows].sort((a, b) => (down ? -1 : 1) * order.compare(words(a.cells[column]), words(b.cells[column])));
      table.tBodies[0].append(...sorted);
      show();
    };
    // On a phone each row is a card without column heads, so a choice above the table replaces them.
    const choice = document.createElement("select"), label = document.createElement("label");
    const names = heads.map((head) => head.textContent.trim());
    const ways = [language === "nn" ? "vanleg rekkjefølgje" : "vanlig rekkefølge", ...names];
    choice.append(...ways.map((text, at) => new Option(text, at - 1)));
    choice.value = heads.findIndex((head) => head.hasAttribute("aria-sort"));
    choice.addEventListener("change", () => sort(Number(choice.value), false));
    label.className = "sorter-etter";
    label.append("Sorter etter ", choice);
    table.before(label);
    const buttons = heads.map((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sorter";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        sort(column, head.getAttribute("aria-sort") === "ascending");
        choice.value = column;
      });
      return button;
    });
    // Buttons that are out of sight must not take focus.
    const seen = () => { for (const button of buttons) button.disabled = cards.matches; };
    cards.addEventListener("change", seen);
    seen();
  }

  const workplace = () => {
    try { return JSON.parse(localStorage.getItem("arbeidsplass")) ?? {}; } catch { return {}; }
  };
  const place = () => workplace().sted;

  // What the chosen role must do itself comes before what it receives; without a choice all rows are in their own order.
  const ownFirst = (form, table, rows) => {
    if (!rows.some((row) => row.dataset.eier) || table.querySelector("[aria-sort]")) return;
    const role = form.elements.rolle.value, isOwn = (row) => row.dataset.eier === role;
    for (const row of rows) row.classList.toggle("egen", isOwn(row));
    table.tBodies[0].append(...rows.filter(isOwn), ...rows.filter((row) => !isOwn(row)));
  };

  for (const form of document.querySelectorAll("form[data-filter]")) {
    const table = form.nextElementSibling.querySelector("table"), rows = [...table.tBodies[0].rows];
    const preset = form.querySelector("[data-forvalgt]"), everything = form.querySelector("[data-vis-alle]");
    // A row has one of what is chosen, or a day from the one that is written or to the other.
    const fits = (row, { name, value }) => (name === "fra" ? row.dataset.dag >= value
      : name === "til" ? row.dataset.dag <= value
      : (row.dataset[name] ?? "").split(" ").includes(value));
    const choose = () => {
      const chosen = [...form.querySelectorAll("select, input")].filter((field) => field.value);
      for (const row of rows) row.hidden = !chosen.every((field) => fits(row, field));
      for (const field of form.querySelectorAll("input")) field.toggleAttribute("data-valgt", Boolean(field.value));
      ownFirst(form, table, rows);
      everything.hidden = !chosen.length;
      preset.hidden = true;
      shows.get(table)();
    };
    // A fragment like #tildelingskontor, from a search hit, selects that role, at the reader's own place if it is there.
    const select = (name, value) => {
      const field = form.elements[name];
      if (field?.type === "date" || (value && [...(field?.options ?? [])].some((option) => option.value === value))) field.value = value;
    };
    const asked = () => {
      const role = decodeURIComponent(location.hash.slice(1));
      if (!role || !rows.some((row) => row.id === role)) return;
      form.reset();
      select("rolle", role);
      if (rows.some((row) => row.dataset.rolle === role && row.dataset.sted === place())) select("sted", place());
      choose();
      form.scrollIntoView();
    };
    // The choice is kept in the address, so that it can be shared.
    const asks = new URLSearchParams(location.search), isAsked = [...form.elements].some((field) => asks.has(field.name));
    const keep = () => {
      const chosen = [...new FormData(form)].filter(([, value]) => value);
      note({}, chosen.length ? `?${new URLSearchParams(chosen)}` : location.pathname);
    };
    form.hidden = false;
    form.addEventListener("change", () => { choose(); keep(); });
    everything.addEventListener("click", () => { form.reset(); choose(); keep(); form.elements[0].focus(); });
    for (const [name, value] of asks) select(name, value);
    const own = form.dataset.min;
    if (own && !isAsked) select(own, workplace()[own]);
    form.addEventListener("submit", (event) => event.preventDefault());
    choose();
    const fold = form.querySelector("details");
    if (fold) fold.open ||= !everything.hidden;
    preset.hidden = isAsked || !(own && form.elements[own]?.value);
    if (own === "rolle" && !isAsked && preset.hidden && workplace().rolle) {
      preset.textContent = language === "nn" ? "Rolla di står ikkje i denne tabellen." : "Rollen din står ikke i denne tabellen.";
      preset.hidden = false;
    }
    asked();
    addEventListener("hashchange", asked);
  }

  for (const field of document.querySelectorAll("[data-listefilter]")) {
    // «ohjelp» and «øhjelp» are «ø-hjelp», and «parorende» are «pårørende».
    const latin = { ø: "o", å: "a", æ: "e", é: "e" };
    const plain = (text) => ` ${text.toLowerCase().replace(/[øåæé]/g, (letter) => latin[letter]).replace(/[^\p{L}\p{N}]+/gu, " ").trim()}`;
    const words = (text) => plain(text) + plain(text.replaceAll("-", ""));
    const items = [...document.querySelectorAll("main ul.lenker > li")].map((item) => [item, words(item.textContent)]);
    const letters = [...document.querySelectorAll("main details.oppslag")];
    // The reader's own helsefellesskap comes first under each letter.
    const own = (item) => item.querySelector("a").getAttribute("href").startsWith(`../${workplace().omrade}/`);
    for (const list of workplace().omrade ? document.querySelectorAll("main ul.lenker") : []) {
      list.prepend(...[...list.children].filter(own));
    }
    const count = document.querySelector("[data-listetreff]"), search = document.querySelector("[data-listesok]");
    // Inflected forms match each other, from the start of a word: «tolken» finds «tolketjeneste», «nekter» no «splenektomi».
    const root = (word) => (word.length > 4 ? word.replace(/(?:ene|ane|en|et|er|ar|a|e)$/, "") : word);
    const choose = () => {
      const asked = plain(field.value).split(" ").filter(Boolean).map(root);
      let shown = 0;
      for (const [item, text] of items) {
        item.hidden = !asked.every((word) => text.includes(` ${word}`));
        shown += item.hidden ? 0 : 1;
      }
      for (const letter of letters) {
        letter.hidden = letter.previousElementSibling.hidden = !letter.querySelector("li:not([hidden])");
        letter.open = letter.firstElementChild.hidden = asked.length > 0; // all that it has is not shown
      }
      search.hidden = !asked.length || shown > 0;
      search.hash = `q=${encodeURIComponent(field.value.trim())}`;
      count.textContent = asked.length ? `${count.dataset.ord} ${shown} av ${items.length}` : "";
    };
    field.addEventListener("input", choose);
    if (field.value) choose(); // the browser brings the words back with the page
  }
})();
