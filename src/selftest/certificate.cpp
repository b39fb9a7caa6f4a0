#include "selftest/certificate.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

namespace anteroom::selftest {

namespace {

constexpr const char* title = "Anteroom self-test certificate";
constexpr std::size_t line_width = 96, about_column = 14, result_column = 9;

const char* word_of(Result result) {
  return result == Result::pass ? "pass" : result == Result::fail ? "FAIL" : "not run";
}

std::string in_seconds(double seconds) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f s", seconds);
  return text;
}

std::string padded(const std::string& text, std::size_t width) {
  return text + std::string(width > text.size() ? width - text.size() : 1, ' ');
}

// `text` in lines that begin at `indent`; the first has its beginning already.
std::string wrapped(const std::string& text, std::size_t indent) {
  std::string result;
  std::size_t column = indent;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    if (column > indent && column + 1 + word.size() > line_width) {
      result += "\n" + std::string(indent, ' ');
      column = indent;
    }
    if (column > indent) {
      result += ' ';
      ++column;
    }
    result += word;
    column += word.size();
  }
  return result + "\n";
}

std::string in_one_line(const std::vector<Figure>& figures) {
  std::string text;
  for (const Figure& each : figures) text += (text.empty() ? "" : "; ") + each.name + ": " + each.value;
  if (text.empty()) return text;
  if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text + ".";
}

long count_of(const Certificate& certificate, Result result) {
  return std::count_if(certificate.lines.begin(), certificate.lines.end(),
                       [result](const Line& line) { return line.outcome.result == result; });
}

std::string counted(long count, const char* what) {
  return std::to_string(count) + (count == 1 ? " check " : " checks ") + what;
}

// The reason as a sentence.
std::string reason_of(const Outcome& outcome) {
  if (outcome.reason.empty()) return {};
  const char* before = outcome.result == Result::fail ? "Failed: " : "Not run: ";
  return before + outcome.reason + ".";
}

// The packages, each once, with their versions.
std::vector<Figure> packages_of(const std::vector<report::Library>& libraries) {
  std::map<std::string, std::string> packages;
  for (const report::Library& each : libraries) {
    if (!each.package.empty()) packages[each.package] = each.version;
    if (each.package.empty()) packages[each.file] = "of no package";
  }
  std::vector<Figure> list;
  list.reserve(packages.size());
  for (const auto& [package, version] : packages) list.push_back({package, version});
  return list;
}

document::Mark mark_of(Result result) {
  return result == Result::pass   ? document::Mark::good
         : result == Result::fail ? document::Mark::bad
                                  : document::Mark::muted;
}

document::Cell cell(std::string text, document::Mark mark = document::Mark::none,
                    document::Look look = document::Look::plain) {
  return {std::move(text), mark, look, "en"};
}

document::Table table_of_checks(const Certificate& certificate) {
  document::Table table{
      {0.09, 0.2, 0.62, 0.09}, {cell("Result"), cell("Check"), cell("What was run"), cell("Took")}, {}};
  for (const Line& line : certificate.lines) {
    const Outcome& outcome = line.outcome;
    std::string said = outcome.done;
    for (const std::string& more : {reason_of(outcome), in_one_line(outcome.figures)}) {
      if (!more.empty()) said += (said.empty() ? "" : "\n") + more;
    }
    table.rows.push_back({cell(word_of(outcome.result), mark_of(outcome.result)), cell(line.title),
                          cell(said, document::Mark::none, document::Look::small),
                          cell(in_seconds(line.seconds), document::Mark::muted, document::Look::small)});
  }
  return table;
}

}  // namespace

Verdict verdict_of(const Certificate& certificate) {
  if (count_of(certificate, Result::fail) > 0) return Verdict::failed;
  return certificate.was_stopped ? Verdict::unfinished : Verdict::passed;
}

std::string verdict_in_words(const Certificate& certificate) {
  const long passed = count_of(certificate, Result::pass), failed = count_of(certificate, Result::fail),
             not_run = count_of(certificate, Result::not_run);
  const Verdict verdict = verdict_of(certificate);
  std::string text = verdict == Verdict::passed   ? "PASSED: "
                     : verdict == Verdict::failed ? "FAILED: "
                                                  : "NOT FINISHED: ";
  if (failed > 0) text += counted(failed, "failed, ");
  text += counted(passed, "passed");
  if (not_run > 0) text += ", " + std::to_string(not_run) + (not_run == 1 ? " was" : " were") + " not run";
  return text + (certificate.was_stopped ? "; it was stopped by Ctrl-C." : ".");
}

std::string to_text(const Certificate& certificate) {
  const std::string head = title;
  std::string text = head + "\n" + std::string(head.size(), '=') + "\n\n";
  text += padded("Result", about_column) + wrapped(verdict_in_words(certificate), about_column);
  for (const Figure& each : certificate.about) {
    text += padded(each.name, about_column) + wrapped(each.value, about_column);
  }
  text += "\nChecks\n------\n";
  for (const Line& line : certificate.lines) {
    const std::string indent(result_column, ' ');
    text += "\n" + padded(word_of(line.outcome.result), result_column) + line.title + " (" + in_seconds(line.seconds) +
            ")\n";
    for (const std::string& each : {line.outcome.done, reason_of(line.outcome), in_one_line(line.outcome.figures)}) {
      if (!each.empty()) text += indent + wrapped(each, result_column);
    }
  }
  text += "\nSHA-256\n-------\n\n";
  for (const report::HashedFile& each : certificate.files) {
    text += padded(each.what, about_column) + (each.sha256.empty() ? "cannot be read" : each.sha256) + "\n" +
            std::string(about_column, ' ') + each.file + "\n";
  }
  text += "\nLibraries\n---------\n\n";
  for (const Figure& each : packages_of(certificate.libraries)) text += padded(each.name, 40) + each.value + "\n";
  return text;
}

document::Document to_document(const Certificate& certificate, const std::string& sha256) {
  using document::Heading;
  using document::Look;
  using document::Paragraph;
  document::Document result;
  result.title = title;
  result.subject = verdict_in_words(certificate);
  result.creator = "Anteroom";
  result.created = certificate.made_utc;
  result.footer = "SHA-256 of this certificate as text: " + sha256;
  result.blocks.emplace_back(Heading{1, title});
  document::Table about{{0.16, 0.84}, {}, {}};
  const Verdict verdict = verdict_of(certificate);
  about.rows.push_back(
      {cell("Result"), cell(verdict_in_words(certificate), verdict == Verdict::passed   ? document::Mark::good
                                                           : verdict == Verdict::failed ? document::Mark::bad
                                                                                        : document::Mark::none)});
  for (const Figure& each : certificate.about) about.rows.push_back({cell(each.name), cell(each.value)});
  result.blocks.emplace_back(std::move(about));
  result.blocks.emplace_back(Heading{2, "Checks"});
  result.blocks.emplace_back(table_of_checks(certificate));
  result.blocks.emplace_back(Heading{2, "Filed by"});
  result.blocks.emplace_back(document::Table{{0.34, 0.33, 0.33},
                                             {cell("Name"), cell("Signature"), cell("Date")},
                                             {{cell("\n\n"), cell("\n\n"), cell("\n\n")}}});
  result.blocks.emplace_back(Heading{2, "Files"});
  result.blocks.emplace_back(Paragraph{
      "SHA-256 of what was tested, as `anteroom attest` prints them; of a folder: the hash of the list of its files' "
      "hashes.",
      Look::small});
  document::Table files{{0.12, 0.88}, {cell("What"), cell("File and SHA-256")}, {}};
  for (const report::HashedFile& each : certificate.files) {
    const std::string hash = each.sha256.empty() ? "cannot be read" : each.sha256;
    files.rows.push_back({cell(each.what, document::Mark::none, Look::small),
                          cell(each.file + "\n" + hash, document::Mark::none, Look::fixed_width)});
  }
  result.blocks.emplace_back(std::move(files));
  result.blocks.emplace_back(Heading{2, "Libraries"});
  document::Table libraries{
      {0.3, 0.2, 0.3, 0.2}, {cell("Package"), cell("Version"), cell("Package"), cell("Version")}, {}};
  const std::vector<Figure> packages = packages_of(certificate.libraries);
  const std::size_t half = (packages.size() + 1) / 2;
  const auto small = [](const std::string& text) { return cell(text, document::Mark::none, Look::small); };
  for (std::size_t i = 0; i < half; ++i) {
    const Figure right = half + i < packages.size() ? packages[half + i] : Figure{};
    libraries.rows.push_back(
        {small(packages[i].name), small(packages[i].value), small(right.name), small(right.value)});
  }
  result.blocks.emplace_back(std::move(libraries));
  return result;
}

std::string to_json(const Certificate& certificate, const std::string& sha256) {
  using Json = nlohmann::ordered_json;
  const Verdict verdict = verdict_of(certificate);
  Json json{{"certificate", "anteroom-selftest"},
            {"result", verdict == Verdict::passed   ? "passed"
                       : verdict == Verdict::failed ? "failed"
                                                    : "unfinished"},
            {"screen", certificate.screen},
            {"made", certificate.made_utc},
            {"stopped", certificate.was_stopped},
            {"text_sha256", sha256}};
  const auto object_of = [](const std::vector<Figure>& figures) {
    Json object = Json::object();
    for (const Figure& each : figures) object[each.name] = each.value;
    return object;
  };
  json["about"] = object_of(certificate.about);
  json["checks"] = Json::array();
  for (const Line& line : certificate.lines) {
    const Outcome& outcome = line.outcome;
    json["checks"].push_back({{"id", line.id},
                              {"title", line.title},
                              {"result", outcome.result == Result::pass   ? "pass"
                                         : outcome.result == Result::fail ? "fail"
                                                                          : "not-run"},
                              {"done", outcome.done},
                              {"reason", outcome.reason},
                              {"figures", object_of(outcome.figures)},
                              {"seconds", line.seconds}});
  }
  json["files"] = Json::array();
  for (const report::HashedFile& each : certificate.files) {
    json["files"].push_back({{"what", each.what}, {"file", each.file}, {"sha256", each.sha256}});
  }
  json["libraries"] = object_of(packages_of(certificate.libraries));
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace anteroom::selftest
