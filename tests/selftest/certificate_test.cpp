#include "selftest/certificate.h"

#include <nlohmann/json.hpp>

#include "catch.h"
#include "selftest/plan.h"

using namespace anteroom;
using namespace anteroom::selftest;

namespace {

// A clock that goes on by half a second each time it is read.
class Script {
 public:
  std::vector<std::string> said;
  int stop_after = 100;

  Listener listener() {
    return {[this](const std::string& title, double share) {
              said.push_back(title + " " + std::to_string(static_cast<int>(share * 100)));
            },
            [this](const Line& line) {
              said.push_back("done " + line.id);
              ++done_;
            },
            [this] { return done_ >= stop_after; }, [this] { return seconds_ += 0.5; }};
  }

 private:
  int done_ = 0;
  double seconds_ = 0;
};

std::vector<Step> script_steps() {
  return {{"clock", "Clock", 1,
           [](const Course&) {
             Outcome outcome;
             outcome.done = "The clock shows 2026-11-30 08:00.";
             outcome.figures = {{"time zone", "America/Toronto"}};
             return outcome;
           }},
          {"screen", "Screen size", 1,
           [](const Course&) {
             Outcome outcome;
             outcome.done = "The lit picture is 476 x 268 mm.";
             return failed(std::move(outcome), "the size is not known");
           }},
          {"voices", "Voices", 0, [](const Course&) { return not_run({}, "a wall monitor does not read aloud"); }},
          {"loops", "The loop, again and again", 2,
           [](const Course& course) {
             Outcome outcome;
             outcome.done = with_commas(course.scaled(10'000, 1)) + " loops, seed " + std::to_string(course.seed) + ".";
             course.goes_on(0.5);
             return outcome;
           }},
          {"disk", "A full disk", 0, [](const Course&) -> Outcome { throw std::runtime_error("no folder"); }}};
}

Certificate certificate_of(std::vector<Line> lines) {
  Certificate certificate;
  certificate.screen = "kiosk";
  certificate.began = "2026-11-30 08:00";
  certificate.made_utc = "2026-11-30T13:05:00Z";
  certificate.about = {{"Screen", "kiosk, /etc/anteroom/kiosk.toml"}, {"Machine", "lobby, Acme Mini"}};
  certificate.lines = std::move(lines);
  certificate.files = {{"program", "/usr/bin/anteroom", std::string(64, 'a')}, {"cards", "/var/lib/x", ""}};
  certificate.libraries = {{"/lib/libc.so.6", "libc6", "2.36-9", "amd64"},
                           {"/lib/libm.so.6", "libc6", "2.36-9", "amd64"},
                           {"/opt/own.so", "", "", ""}};
  return certificate;
}

constexpr const char* whole_text = R"(Anteroom self-test certificate
==============================

Result        FAILED: 2 checks failed, 2 checks passed, 1 was not run.
Screen        kiosk, /etc/anteroom/kiosk.toml
Machine       lobby, Acme Mini

Checks
------

pass     Clock (0.5 s)
         The clock shows 2026-11-30 08:00.
         Time zone: America/Toronto.

FAIL     Screen size (0.5 s)
         The lit picture is 476 x 268 mm.
         Failed: the size is not known.

not run  Voices (0.5 s)
         Not run: a wall monitor does not read aloud.

pass     The loop, again and again (0.5 s)
         5,000 loops, seed 7.

FAIL     A full disk (0.5 s)
         Failed: no folder.

SHA-256
-------

program       aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
              /usr/bin/anteroom
cards         cannot be read
              /var/lib/x

Libraries
---------

/opt/own.so                             of no package
libc6                                   2.36-9
)";

}  // namespace

TEST_CASE("the certificate of a scripted run, word for word") {
  Script script;
  Course course;
  course.scale = 0.5;
  course.seed = 7;
  const Certificate certificate = certificate_of(carry_out(script_steps(), course, script.listener()));
  CHECK(to_text(certificate) == whole_text);
  CHECK(verdict_of(certificate) == Verdict::failed);
  CHECK(script.said == std::vector<std::string>{"Clock 0", "done clock", "Screen size 25", "done screen", "Voices 50",
                                                "done voices", "The loop, again and again 50",
                                                "The loop, again and again 75", "done loops", "A full disk 100",
                                                "done disk"});
}

TEST_CASE("a certificate says that its test was stopped") {
  Script script;
  script.stop_after = 1;
  Certificate certificate = certificate_of(carry_out(script_steps(), {}, script.listener()));
  certificate.was_stopped = true;
  CHECK(verdict_of(certificate) == Verdict::unfinished);
  CHECK(verdict_in_words(certificate) == "NOT FINISHED: 1 check passed, 4 were not run; it was stopped by Ctrl-C.");
  CHECK(certificate.lines[1].outcome.reason == "the test was stopped before");
  // What had failed by then has failed.
  certificate.lines[0].outcome = failed({}, "the clock is wrong");
  CHECK(verdict_of(certificate) == Verdict::failed);
}

TEST_CASE("a check that Ctrl-C cut short has not failed") {
  bool stopped_now = false;
  const Listener listener{[](const std::string&, double) {}, [](const Line&) {}, [&] { return stopped_now; },
                          [] { return 0.0; }};
  const std::vector<Step> steps{{"jail", "Jail", 1, [&](const Course&) {
                                   stopped_now = true;
                                   return failed({}, "the decoder does not answer");
                                 }}};
  const std::vector<Line> lines = carry_out(steps, {}, listener);
  CHECK(lines[0].outcome.result == Result::not_run);
  CHECK(lines[0].outcome.reason == "stopped before its end");
}

TEST_CASE("a certificate without faults has passed") {
  CHECK(verdict_of(certificate_of({{"clock", "Clock", {}, 0.1}})) == Verdict::passed);
  CHECK(verdict_in_words(certificate_of({{"clock", "Clock", {}, 0.1}})) == "PASSED: 1 check passed.");
}

TEST_CASE("a certificate as JSON has every figure by name") {
  Script script;
  const Certificate certificate = certificate_of(carry_out(script_steps(), {}, script.listener()));
  const auto json = nlohmann::json::parse(to_json(certificate, "beef"));
  CHECK(json["result"] == "failed");
  CHECK(json["text_sha256"] == "beef");
  CHECK(json["about"]["Machine"] == "lobby, Acme Mini");
  REQUIRE(json["checks"].size() == 5);
  CHECK(json["checks"][0]["figures"]["time zone"] == "America/Toronto");
  CHECK(json["checks"][1]["result"] == "fail");
  CHECK(json["checks"][1]["reason"] == "the size is not known");
  CHECK(json["checks"][2]["result"] == "not-run");
  CHECK(json["files"][0]["sha256"] == std::string(64, 'a'));
  CHECK(json["libraries"]["libc6"] == "2.36-9");
}

TEST_CASE("the document has everything that the text has") {
  Script script;
  const Certificate certificate = certificate_of(carry_out(script_steps(), {}, script.listener()));
  const document::Document document = to_document(certificate, "beef");
  CHECK(document.footer.find("beef") != std::string::npos);
  std::string words;
  for (const document::Block& block : document.blocks) {
    if (const auto* heading = std::get_if<document::Heading>(&block)) words += heading->text + "\n";
    const auto* table = std::get_if<document::Table>(&block);
    if (table == nullptr) continue;
    for (const auto& row : table->rows) {
      for (const document::Cell& cell : row) words += cell.text + "\n";
    }
  }
  for (const char* part :
       {"FAILED: 2 checks failed", "lobby, Acme Mini", "FAIL\nScreen size\nThe lit picture",
        "Failed: the size is not known.", "Time zone: America/Toronto.", "cannot be read", "2.36-9", "of no package"}) {
    CAPTURE(part);
    CHECK(words.find(part) != std::string::npos);
  }
}

TEST_CASE("long words and many of them are wrapped") {
  Certificate certificate = certificate_of({});
  std::string words;
  for (int i = 0; i < 60; ++i) words += "word ";
  certificate.about = {{"Many", words}, {"Long", std::string(120, 'x')}};
  std::istringstream lines(to_text(certificate));
  for (std::string line; std::getline(lines, line);) {
    if (line.find('x') == std::string::npos) CHECK(line.size() <= 96);
  }
}

TEST_CASE("large numbers have commas") {
  CHECK(with_commas(0) == "0");
  CHECK(with_commas(999) == "999");
  CHECK(with_commas(1'000) == "1,000");
  CHECK(with_commas(-1'234'567) == "-1,234,567");
}
