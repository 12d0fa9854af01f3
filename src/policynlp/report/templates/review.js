"use strict";
// A reader's decisions on findings: kept in memory, saved as a file. Nothing is made before it is wanted.
(() => {
  const root = document.documentElement;
  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const messages = JSON.parse(find("#data").textContent).messages;
  const bar = find("#reviewing");
  const made = new Map();
  let file = null;
  let unsaved = false;

  const of = (card) => made.get(card.id) || { decision: "", corrected_kind: "", note: "" };
  const given = (card) => {
    const { key } = file.subjects[card.id];
    return file.given.find((each) => each.about === "difference" && each.key === key);
  };
  const show = (card) => {
    const now = of(card);
    for (const button of all(".decide button", card)) button.setAttribute("aria-pressed", String(button.value === now.decision));
    find(".decide select", card).value = now.corrected_kind;
    find(".decide [name=note]", card).value = now.note;
  };
  const tally = () => {
    const count = [...made.values()].filter((each) => each.decision).length;
    const output = find("#decided");
    output.dataset.v = JSON.stringify([String(count)]);
    output.textContent = messages["review.count"][root.lang].replace("{0}", count);
  };
  const offer = (card) => {
    if (find(".decide", card) || !file.subjects[card.id]) return;
    const form = find("#decide").content.cloneNode(true);
    for (const element of all("[data-t]", form)) element.textContent = messages[element.dataset.t][root.lang];
    find(".body", card).append(form);
    const before = given(card);
    if (before && !made.has(card.id)) made.set(card.id, { ...before });
    show(card);
  };
  const decide = (card, change) => {
    made.set(card.id, { ...of(card), ...change });
    unsaved = true;
    show(card);
    tally();
  };

  const written = (id, each) => {
    const said = (language) => {
      const spans = all(`#${CSS.escape(id)} .says span`);
      const own = spans.find((span) => span.lang === language) || spans[0];
      return own ? own.textContent : "";
    };
    const reviewer = find("#reviewer").value.trim() || each.reviewer || "";
    return {
      about: "difference", decision: each.decision, ...file.subjects[id], corrected_kind: each.corrected_kind,
      corrected: each.corrected || "", note: each.note, reviewer, says: { en: said("en"), ko: said("ko") },
    };
  };
  const save = () => {
    const keys = new Set([...made.keys()].map((id) => file.subjects[id].key));
    const decisions = [...made].filter(([, each]) => each.decision).map(([id, each]) => written(id, each));
    const others = file.given.filter((each) => each.about !== "difference" || !keys.has(each.key));
    const content = { schema: file.schema, documents: file.documents, decisions: [...decisions, ...others] };
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([`${JSON.stringify(content, null, 1)}\n`], { type: "application/json" }));
    link.download = `${file.documents.map((each) => each.id.replace(/[^\p{L}\p{N}_.-]+/gu, "-")).join("--")}.decisions.json`;
    link.click();
    URL.revokeObjectURL(link.href);
    unsaved = false;
  };

  const open = () => {
    file = file || JSON.parse(find("#subjects").textContent);
    const on = root.classList.toggle("reviewing");
    bar.hidden = !on;
    find("#review-open").setAttribute("aria-expanded", String(on));
    if (on) all(".finding").forEach(offer);
    tally();
  };
  find("#review-open").addEventListener("click", open);
  find("#export").addEventListener("click", save);
  // Findings that come in later get their buttons then.
  new MutationObserver(() => { if (root.classList.contains("reviewing")) all(".finding").forEach(offer); })
    .observe(find("main"), { childList: true, subtree: true });
  addEventListener("click", (event) => {
    const button = event.target.closest(".decide button");
    if (!button) return;
    const card = button.closest(".finding");
    decide(card, { decision: of(card).decision === button.value ? "" : button.value });
  });
  addEventListener("change", (event) => {
    const form = event.target.closest(".decide");
    if (!form) return;
    const card = form.closest(".finding");
    if (event.target.name === "note") decide(card, { note: event.target.value });
    else decide(card, { corrected_kind: event.target.value, decision: event.target.value ? "correct" : "" });
  });
  addEventListener("submit", (event) => { if (event.target.matches(".decide")) event.preventDefault(); });
  addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });
})();
