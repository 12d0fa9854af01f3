
"use strict";
(() => {
  const root = document.documentElement;
  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const data = JSON.parse(find("#data").textContent);
  root.classList.add("js");

  // Words of the interface. A value is a text, or a name in each language.
  const spoken = (value) => (value !== null && typeof value === "object" ? value[root.lang] : value);
  const say = (key, values) => {
    const message = data.messages[key];
    const text = message ? message[root.lang] : key.slice(key.indexOf(".") + 1);
    return text.replace(/\{(\d)\}/g, (_, index) => spoken(values[index]));
  };
  const values = (element) => JSON.parse(element.dataset.v || "[]");
  const translate = (within) => {
    for (const element of all("[data-t]", within)) element.textContent = say(element.dataset.t, values(element));
    for (const element of all("[data-ta]", within)) element.setAttribute(element.dataset.ta, say(element.dataset.tk, values(element)));
    for (const element of all("[data-tp]", within)) element.placeholder = say(element.dataset.tp, []);
  };
  const opened = root.lang;
  const speak = (language) => {
    root.lang = language;
    translate(document);
    texts.clear();
    filter();
  };
  const tell = (key) => { find("#live").textContent = say(key, []); };

  // A long report keeps what is far down as text until the browser has time for it. Whatever needs all of it
  // (a filter, a link to something further down, paper) brings it in at once.
  const parts = (within) => all("noscript.part", within);
  const bring = (part) => {
    const made = document.createElement("template");
    made.innerHTML = part.textContent;
    if (root.lang !== opened) translate(made.content);
    const want = wanted();
    if (active(want)) show(all(".finding, .row", made.content), want);
    part.replaceWith(made.content);
  };
  const bringAll = (within) => parts(within).forEach(bring);
  // What a part says, without its markup, to be searched without building it; signs stay written as in markup.
  const unbuilt = new Map();
  const said = (part) => {
    if (!unbuilt.has(part)) unbuilt.set(part, part.textContent.replace(/<[^>]*>/g, "").normalize("NFC").toLowerCase());
    return unbuilt.get(part);
  };
  const signs = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "'": "&#39;", "\"": "&#34;" };
  const written = (text) => text.replace(/[&<>'"]/g, (sign) => signs[sign]);
  const bringFitting = (want) => {
    if (!want.text) return bringAll();
    const text = written(want.text);
    for (const part of parts()) if (said(part).includes(text)) bring(part);
  };
  const later = window.requestIdleCallback || ((work) => setTimeout(() => work({ timeRemaining: () => 0 }), 50));
  const bringLater = () => later((idle) => {
    const waiting = parts();
    do { if (waiting.length) bring(waiting.shift()); } while (waiting.length && idle.timeRemaining() > 20);
    if (waiting.length) bringLater();
    else unbuilt.clear();
  });

  // Filters: findings and rows carry their kinds, areas, side and materiality.
  const findings = () => all("#findings .finding");
  const rows = () => all("#rows .row");
  const fields = { text: find("#q"), kind: find("#f-kind"), area: find("#f-area"), side: find("#f-side") };
  const material = find("#f-material");
  const texts = new Map();
  const textOf = (item) => {
    if (!texts.has(item)) texts.set(item, item.textContent.normalize("NFC").toLowerCase());
    return texts.get(item);
  };
  const has = (list, code) => ` ${list} `.includes(` ${code} `);
  const wanted = () => ({
    text: fields.text.value.normalize("NFC").trim().toLowerCase(), kind: fields.kind.value,
    area: fields.area.value, side: fields.side.value, material: material.checked,
  });
  const fits = (item, want, except) => {
    const set = item.dataset;
    return (except === "kind" || !want.kind || has(set.kind, want.kind))
      && (except === "area" || !want.area || has(set.area, want.area))
      && (except === "side" || !want.side || set.side === want.side)
      && (!want.material || "material" in set)
      && (!want.text || textOf(item).includes(want.text));
  };
  const active = (want) => Boolean(want.text || want.kind || want.area || want.side || want.material);
  const count = (name, want) => {
    const pool = active(want) ? (name === "kind" ? findings() : rows()).filter((item) => fits(item, want, name)) : [];
    for (const option of fields[name].options) {
      if (!option.value) continue;
      const within = (item) => name === "side" ? item.dataset.side === option.value : has(item.dataset[name], option.value);
      const number = active(want) ? pool.filter(within).length : option.dataset.n;
      option.textContent = `${say(option.dataset.t, values(option))} (${number})`;
    }
  };
  const show = (items, want) => {
    let shown = 0;
    for (const item of items) {
      item.hidden = !fits(item, want);
      if (!item.hidden) shown += 1;
    }
    return shown;
  };
  const filter = () => {
    const want = wanted();
    if (active(want)) bringFitting(want);
    const [some, others] = [show(findings(), want), show(rows(), want)];
    const { findings: most, rows: longest } = data.totals;
    find("#shown").textContent = say("filter.shown", active(want) ? [some, most, others, longest] : [most, most, longest, longest]);
    find("#findings .nothing").hidden = some > 0 || !most;
    find("#clauses .nothing").hidden = others > 0 || !longest;
    for (const name of ["kind", "area", "side"]) count(name, want);
    if (active(want)) unfold();
    const minor = find("#minor");
    if (minor) {
      minor.hidden = active(want) && !all(".finding:not([hidden])", minor).length;
      if (want.text || want.kind || want.area || want.side) minor.open = true;
    }
  };
  const clear = () => { find("#filters").reset(); filter(); };

  // The first findings, then the rest.
  const unfold = () => {
    root.classList.remove("folded");
    if (find("#more")) find("#more").parentElement.hidden = true;
  };
  root.classList.add("folded");

  // The bar of filters stays in view: what is scrolled to stops below it, however high it is.
  const measure = () => root.style.setProperty("--bar", `${find("#filters").offsetHeight}px`);
  new ResizeObserver(measure).observe(find("#filters"));

  // Links into the page: what they lead to is always shown.
  const reveal = (target, hot) => {
    const item = target.closest(".finding, .row");
    if (item && item.hidden) clear();
    if (target.closest(".later")) unfold();
    for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    for (const word of all("mark.hot")) word.classList.remove("hot");
    if (hot) for (const word of all("#rows mark")) word.classList.toggle("hot", has(word.dataset.d, hot));
    for (const other of all(".now")) other.classList.remove("now");
    if (target.matches(".finding, .clause")) target.classList.add("now");
    find("#facets").classList.remove("open");
    find("#more-filters").setAttribute("aria-expanded", "false");
    measure();
    // Sections above get their real height only while scrolling; a second look lands exactly.
    target.scrollIntoView({ behavior: "instant", block: "start" });
    requestAnimationFrame(() => target.scrollIntoView({ behavior: "instant", block: "start" }));
    target.focus({ preventScroll: true });
  };
  const decoded = (hash) => {
    try { return decodeURIComponent(hash.slice(1)); } catch { return hash.slice(1); }
  };
  const named = (hash) => {
    const name = decoded(hash);
    if (!name) return null;
    const waiting = parts();
    while (!document.getElementById(name) && waiting.length) bring(waiting.shift());
    return document.getElementById(name);
  };
  const arrive = (hot) => { const target = named(location.hash); if (target) reveal(target, hot); };
  let hot = "";
  addEventListener("hashchange", () => { arrive(hot); hot = ""; });

  // Citations.
  const citation = (clause) => {
    const source = data.documents[clause.dataset.doc];
    const text = find(".text", clause).textContent;
    return `${source.title} (${source.id}), ${find(".full", clause).textContent} [${clause.dataset.clause}]: “${text}” SHA-256 ${source.sha256}`;
  };
  const cite = (button) => {
    const clause = button.closest(".clause");
    if (clause) return citation(clause);
    const targets = new Set(all("blockquote + .where a", button.closest(".finding")).map((link) => named(link.hash)));
    return [...targets].filter(Boolean).map(citation).join("\n");
  };
  const copyByHand = (text) => {
    const box = document.createElement("textarea");
    box.value = text;
    document.body.append(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    return done;
  };
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      tell("finding.copied");
    } catch {
      tell(copyByHand(text) ? "finding.copied" : "finding.copy_failed");
    }
  };

  // Keys.
  const step = (by) => {
    const visible = all(".finding").filter((item) => item.getClientRects().length);
    const now = visible.indexOf(find(".finding.now"));
    const next = visible[now < 0 ? (by > 0 ? 0 : visible.length - 1) : now + by];
    if (next) { history.replaceState(null, "", `#${next.id}`); reveal(next); }
  };
  const other = () => speak(root.lang === "ko" ? "en" : "ko");
  const keys = {
    j: () => step(1), k: () => step(-1), l: other, "/": () => fields.text.focus(), "?": () => find("#help").showModal(),
    o: () => { const link = find(".finding.now .go"); if (link) link.click(); },
  };
  addEventListener("keydown", (event) => {
    const typing = event.target.matches && event.target.matches("input, select, textarea");
    if (event.key === "Escape" && event.target === fields.text) { fields.text.blur(); return; }
    if (typing || event.ctrlKey || event.metaKey || event.altKey || find("#help").open || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });

  addEventListener("click", (event) => {
    const element = event.target.closest("a, button");
    if (!element) return;
    if (element.matches(".cite")) copy(cite(element));
    else if (element.matches("[data-set-area]")) { fields.area.value = element.dataset.setArea; filter(); find("#findings").scrollIntoView(); }
    else if (element.matches("a[href^='#']")) {
      hot = element.dataset.hot || "";
      if (decoded(element.getAttribute("href")) === decoded(location.hash)) { event.preventDefault(); arrive(hot); }
    }
  });
  find("#switch").addEventListener("click", other);
  find("#print").addEventListener("click", () => print());
  find("#help-open").addEventListener("click", () => find("#help").showModal());
  if (find("#more")) find("#more").addEventListener("click", () => { bringAll(find("#list")); unfold(); });
  find("#more-filters").addEventListener("click", (event) => {
    const open = find("#facets").classList.toggle("open");
    event.currentTarget.setAttribute("aria-expanded", String(open));
  });
  find("#filters").addEventListener("submit", (event) => event.preventDefault());
  find("[type=reset]").addEventListener("click", (event) => { event.preventDefault(); clear(); });
  for (const field of [...Object.values(fields), material]) field.addEventListener("input", filter);

  // On paper everything is open.
  let closed = [];
  addEventListener("beforeprint", () => { bringAll(); closed = all("details:not([open])"); for (const box of closed) box.open = true; });
  addEventListener("afterprint", () => { for (const box of closed) box.open = false; });

  filter();
  arrive("");
  bringLater();
})();
