"use strict";
// The terminal's script asks the element where to connect to, once everything is loaded.
document.addEventListener("DOMContentLoaded", () => {
  const terminal = document.getElementById("terminal");
  const scheme = location.protocol === "https:" ? "wss:" : "ws:";
  terminal.dataset.sessionWebsocketUrl = `${scheme}//${location.host}/ws`;
  const size = Number(new URLSearchParams(location.search).get("fontsize"));
  terminal.dataset.fontSize = size >= 6 && size <= 60 ? size : 16;
  document.getElementById("again").addEventListener("click", () => location.reload());
});
// It is there once the terminal's own script has seen the page loaded.
window.addEventListener("load", () =>
  setTimeout(() => document.querySelector("#terminal textarea")?.focus()));
