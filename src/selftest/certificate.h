// The certificate that a self-test ends with: what was run, how often, on what, and what came of it.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"
#include "report/attestation.h"
#include "selftest/outcome.h"

namespace anteroom::selftest {

// One check and what became of it.
struct Line {
  std::string id;     // a stable short name: "full-disk"
  std::string title;  // "A full disk"
  Outcome outcome;
  double seconds = 0;  // that it took
};

struct Certificate {
  std::string screen;           // the settings' name: "kiosk"
  std::vector<Figure> about;    // of the run and the machine, in the order in which they are shown
  std::string began, made_utc;  // "2026-11-30 02:40"; "2026-11-30T02:40:11Z"
  bool was_stopped = false;     // by Ctrl-C
  std::vector<Line> lines;
  std::vector<report::HashedFile> files;
  std::vector<report::Library> libraries;
};

enum class Verdict { passed, failed, unfinished };
// Failed if any check failed; unfinished if it was stopped before all had their turn.
Verdict verdict_of(const Certificate& certificate);
// "PASSED: 13 checks passed, 1 was not run."
std::string verdict_in_words(const Certificate& certificate);

// At most 96 characters a line, as far as words allow.
std::string to_text(const Certificate& certificate);
// `sha256`: of to_text(); it is on each page.
document::Document to_document(const Certificate& certificate, const std::string& sha256);
std::string to_json(const Certificate& certificate, const std::string& sha256);

}  // namespace anteroom::selftest
