#include "review/signatures.h"

#include <string>
#include <utility>

#include "catch.h"
#include "temporary_folder.h"

using namespace anteroom;
using namespace anteroom::review;
using namespace std::chrono_literals;

namespace {

const Fingerprint signed_words{"0123456789abcdef0123456789abcdef", "aaaabbbb"};

Signatures two_signatures() {
  return {{"one",
           {{"en", {"Dr. A. \"Al\" Roy\\", {}, 2026y / 11 / 30, 2027y / 11 / 30, signed_words, {}}},
            {"zh-Hans", {"陈医生", "王女士", 2026y / 11 / 30, 2027y / 1 / 31, signed_words, {}}}}}};
}

// As if they had been signed, with all that TOML must escape.
std::vector<OneText> some_parts() {
  return {{{"pages", "0", "text"}, {7, 1}, "A \"page\" of \\ 100 %"},
          {{"claims", "C1"}, {2, 1}, "A fact\nand its source\x7F"},
          {{"title"}, {5, 1}, "ਮੋੜ"}};
}

// What is read from `text` as signatures.toml.
struct ReadBack {
  Signatures signatures;
  SignedParts parts;
  int faults = 0;
};

ReadBack read_back_from(const std::string& text) {
  const TemporaryFolder folder;
  folder.write("signatures.toml", text);
  source::TomlFiles files;
  source::Diagnostics found;
  const source::TomlFile* file = files.read(folder / "signatures.toml", 1 << 20);
  REQUIRE(file != nullptr);
  ReadBack back;
  back.signatures = read_signatures(*file, found);
  back.faults = found.warning_count();
  CHECK(found.error_count() == 0);
  if (file->table) back.parts = read_signed_parts(*file, back.signatures);
  return back;
}

SignedParts parts_in(const std::string& text) {
  return read_back_from(text).parts;
}

Signatures read(const std::string& text, int& faults) {
  ReadBack back = read_back_from(text);
  faults = back.faults;
  return std::move(back.signatures);
}

}  // namespace

TEST_CASE("signatures are read as they were written") {
  int faults = 0;
  const Signatures read_back = read(to_toml(two_signatures()), faults);
  CHECK(faults == 0);
  const Signature* chinese = find(read_back, "one", "zh-Hans");
  REQUIRE(chinese != nullptr);
  CHECK(chinese->reviewer == "陈医生");
  CHECK(chinese->speaker == "王女士");
  CHECK(chinese->by == 2027y / 1 / 31);
  CHECK(chinese->of == signed_words);
  REQUIRE(find(read_back, "one", "en") != nullptr);
  CHECK(find(read_back, "one", "en")->reviewer == "Dr. A. \"Al\" Roy\\");
  CHECK(find(read_back, "one", "fr") == nullptr);
  CHECK(find(read_back, "two", "en") == nullptr);
  CHECK(to_toml(read_back) == to_toml(two_signatures()));
}

TEST_CASE("a signature that somebody has changed by hand does not count and the others do") {
  const auto [from, to] = GENERATE(table<std::string, std::string>({{"Roy", "Ray"},
                                                                    {"by = 2027-11-30", "by = 2037-11-30"},
                                                                    {"by = 2027-11-30", "by = \"2027-11-30\""},
                                                                    {"on = 2026-11-30", "on = 2026-12-01"},
                                                                    {"aaaabbbb", "aaaabbbc"},
                                                                    {"abcdef+", "abcde0+"},
                                                                    {"[cards.one.en]", "[cards.two.en]"},
                                                                    {"[cards.one.en]", "[cards.one.fr]"},
                                                                    {"reviewer =", "reviewed ="}}));
  std::string text = to_toml(two_signatures());
  text.replace(text.find(from), from.size(), to);
  int faults = 0;
  const Signatures left = read(text, faults);
  CHECK(faults == 1);
  CHECK(find(left, "one", "en") == nullptr);
  CHECK(find(left, "two", "en") == nullptr);
  CHECK(find(left, "one", "zh-Hans") != nullptr);
}

TEST_CASE("what was signed is read as it was written") {
  Signatures signatures = two_signatures();
  signatures["one"]["en"].of = fingerprint_of(some_parts());
  const std::string text = to_toml(signatures, {{"one", {{"en", some_parts()}, {"zh-Hans", some_parts()}}}});
  const SignedParts parts = parts_in(text);
  CHECK(find(parts, "one", "zh-Hans") == nullptr);  // it is not what was signed
  const std::vector<OneText>* english = find(parts, "one", "en");
  REQUIRE(english != nullptr);
  REQUIRE(english->size() == 3);
  CHECK((*english)[0].path == TextPath{"claims", "C1"});
  CHECK((*english)[0].words == some_parts()[1].words);
  CHECK((*english)[1].words == some_parts()[0].words);
  CHECK((*english)[2].words == some_parts()[2].words);
  CHECK(to_toml(signatures, parts) == text);
}

TEST_CASE("what was signed and was changed by hand is not known, and the signature counts") {
  Signatures signatures = two_signatures();
  signatures["one"]["en"].of = fingerprint_of(some_parts());
  std::string text = to_toml(signatures, {{"one", {{"en", some_parts()}}}});
  text.replace(text.find("100 %"), 5, "101 %");
  CHECK(parts_in(text).empty());
  int faults = 0;
  CHECK(find(read(text, faults), "one", "en") != nullptr);
  CHECK(faults == 0);
}

TEST_CASE("the name of a person has a limit and nothing that cannot be seen") {
  CHECK(fault_of_name("Dr. A. Roy").empty());
  CHECK(fault_of_name("د. ليلى حداد").empty());
  CHECK(fault_of_name(std::string(80, 'a')).empty());
  CHECK(fault_of_name("").find("empty") != std::string::npos);
  CHECK(fault_of_name("...").find("no letter") != std::string::npos);
  CHECK(fault_of_name(" Dr. Roy").find("space") != std::string::npos);
  CHECK(fault_of_name(std::string(81, 'a')).find("81 characters") != std::string::npos);
  CHECK(fault_of_name("Dr.\nRoy").find("cannot be seen") != std::string::npos);
  CHECK(fault_of_name("Dr.\x1b[31m Roy").find("cannot be seen") != std::string::npos);
  CHECK(fault_of_name("Dr. \xE2\x81\xA6Roy").find("cannot be seen") != std::string::npos);  // a bidi isolate
  CHECK(fault_of_name("Dr. \xFFRoy").find("UTF-8") != std::string::npos);
}
