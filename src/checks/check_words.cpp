#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "checks/checks.h"
#include "checks/shown_texts.h"
#include "language/language_tag.h"
#include "language/phrase.h"
#include "language/sentences.h"
#include "language/words.h"
#include "model/word_limits.h"
#include "source/printable.h"

namespace anteroom::checks {

namespace {

// An entry of `allow`: its language ("": all) and its index; and those that have allowed something.
using AllowedName = std::pair<std::string, std::size_t>;
using UsedAllowances = std::set<AllowedName>;

// Maximum words, besides those in model/word_limits.h. Source: standards, "Size and legibility".
constexpr int sentence_words = 15;
// An exhibit's text is next to the picture, which is looked at first.
constexpr int exhibit_title_words = 6;
constexpr int part_label_words = 4;
constexpr int part_text_words = 40;

void check_length(const ShownText& shown, int max, const std::string& language, source::FileFaults& faults) {
  const int words = language::word_count(shown.text, language);
  if (words <= max) return;
  faults.add(rule::too_many_words, shown.at,
             "this text has " + std::to_string(words) + " words; it is shown, but at most " + std::to_string(max) +
                 " can be read in the time and at the size that it has here");
}

void check_lengths(const ShownText& shown, bool on_wall, const std::string& language, source::FileFaults& faults) {
  if (shown.key == "title") check_length(shown, on_wall ? title_words_wall : title_words_kiosk, language, faults);
  if (shown.key == "lead") check_length(shown, on_wall ? lead_words_wall : lead_words_kiosk, language, faults);
  if (shown.key == "wall") check_length(shown, short_lead_words, language, faults);
  if (shown.key == "pages.text") check_length(shown, page_words, language, faults);
  if (shown.key == "exhibit.title") check_length(shown, exhibit_title_words, language, faults);
  if (shown.key == "exhibit.label") check_length(shown, part_label_words, language, faults);
  if (shown.key == "exhibit.text") check_length(shown, part_text_words, language, faults);
  if (shown.key != "title" && shown.key != "lead" && shown.key != "wall") return;
  const int longest = language::longest_sentence(shown.text, language);
  if (longest <= sentence_words) return;
  faults.add(rule::long_sentence, shown.at,
             "a sentence here has " + std::to_string(longest) + " words; at most " + std::to_string(sentence_words) +
                 " are easy to read");
}

// What to avoid in `language`: from its own file, else from that of the language without its script and region.
const WordCheck& word_check(const std::vector<InterfaceWords>& interface, const std::string& language) {
  static const WordCheck none;
  for (const std::string_view wanted : {std::string_view(language), language::base_language(language)}) {
    const auto found = std::find_if(interface.begin(), interface.end(),
                                    [wanted](const InterfaceWords& words) { return words.language == wanted; });
    if (found != interface.end()) return found->check;
  }
  return none;
}

// The position of `phrase` in the file's string at `at`, other than as a part of one of `allowed`; `at` itself if the
// string writes it with an escape.
source::Position place_of(std::string_view phrase, const std::vector<std::string>& allowed, source::Position at,
                          const std::string& language, source::FileFaults& faults) {
  const auto found = language::Phrases(faults.string_at(at), language).find_outside(phrase, allowed);
  return found.characters_before ? faults.after(at, *found.characters_before) : at;
}

// What the pack allows in one language, and what of it has been needed.
class Allowed {
 public:
  Allowed(const content::AllowedPhrases& all, const std::string& language) {
    for (const std::string& key : {std::string(), language}) {
      const auto phrases = all.find(key);
      for (std::size_t i = 0; phrases != all.end() && i < phrases->second.size(); ++i) {
        texts_.push_back(phrases->second[i].text);
        names_.emplace_back(key, i);
      }
    }
  }

  const std::vector<std::string>& texts() const { return texts_; }
  const AllowedName& name(std::size_t i) const { return names_[i]; }

 private:
  std::vector<std::string> texts_;
  std::vector<AllowedName> names_;
};

// What to write so that `phrase`, words of a text in `language`, is allowed.
std::string advice_to_allow(const std::string& phrase, const std::string& language, const content::PackFile& head) {
  const source::TomlTable& values = head.toml->values();
  const source::TomlValue* allow = source::find_value(values, {"check", "allow"});
  if (const auto* lists = allow == nullptr ? nullptr : std::get_if<source::TomlTable>(&allow->is)) {
    const bool has_list = source::find_entry(*lists, language) != nullptr;
    return (has_list ? "add \"" + phrase + "\" to `" + language + "` in `allow`"
                     : "add " + language + " = [\"" + phrase + "\"] to `allow`") +
           " below [check] in pack.toml";
  }
  if (allow != nullptr) return "add \"" + phrase + "\" to `allow` below [check] in pack.toml";
  const std::string line = "allow = [\"" + phrase + "\"]";
  const bool has_table = source::find_value(values, {"check"}) != nullptr;
  return has_table ? "write " + line + " below [check] in pack.toml" : "write [check] and " + line + " in pack.toml";
}

// `text` with each run of white space as one blank, as phrases are compared.
std::string on_one_line(const std::string& text) {
  std::string line;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\n' || c == '\t';
    if (!is_blank) line += c;
    if (is_blank && !line.ends_with(' ')) line += ' ';
  }
  return line;
}

// What to do about `banned` in `phrases`. It is not to be allowed alone or with words such as "the" and "is" only,
// since that would allow it in every text, or in most.
std::string advice(const std::string& banned, const language::Phrases& phrases, const std::vector<std::string>& allowed,
                   const std::string& language, const content::PackFile& head) {
  const std::string around = on_one_line(phrases.with_context(banned, allowed));
  const bool can_be_written = !around.empty() && around.find_first_of("\"\\") == std::string::npos;
  if (!can_be_written) return "; say it in another way";
  return "; if it does not praise the clinic here, " + advice_to_allow(around, language, head);
}

void check_phrases(const ShownText& shown, const std::string& language, const WordCheck& check,
                   const content::PackFile& head, UsedAllowances& used, source::FileFaults& faults) {
  const language::Phrases phrases(shown.text, language);
  const Allowed allowed(head.allowed, language);
  for (const std::string& banned : check.avoid) {
    const language::Phrases::Found found = phrases.find_outside(banned, allowed.texts());
    for (const std::size_t i : found.allowing) used.insert(allowed.name(i));
    if (!found.characters_before) continue;
    faults.add(rule::banned_word, place_of(banned, allowed.texts(), shown.at, language, faults),
               source::in_ticks(banned) + " is a word that clinics may not use of themselves" +
                   advice(banned, phrases, allowed.texts(), language, head));
  }
  if (const auto number = phrases.one_in(check.one_in)) {
    faults.add(rule::risk_number, place_of(*number, {}, shown.at, language, faults),
               source::in_ticks(*number) + " is hard to compare; write it out of 100 or of 1000");
  }
}

// The word to avoid in `language` (in one of those of the pack, if it is empty) that `phrase` consists of but for words
// that say nothing by themselves; empty: none.
std::string avoided_by_itself(const std::string& phrase, const std::string& language, const content::PackFile& head,
                              const std::vector<InterfaceWords>& interface) {
  for (const std::string& each : language.empty() ? head.pack.languages : std::vector<std::string>{language}) {
    const language::Phrases phrases(phrase, each);
    for (const std::string& banned : word_check(interface, each).avoid) {
      if (phrases.contain(banned) && !phrases.have_context(banned)) return banned;
    }
  }
  return {};
}

// Reports what `allow` lists and no card needs: a misspelt phrase allows nothing; and what it allows in every text.
void check_allowances(const content::PackFile& head, const std::vector<InterfaceWords>& interface,
                      const UsedAllowances& used, source::Diagnostics& diagnostics) {
  source::FileFaults faults(head.toml->source, diagnostics);
  for (const auto& [language, phrases] : head.allowed) {
    for (std::size_t i = 0; i < phrases.size(); ++i) {
      if (const std::string word = avoided_by_itself(phrases[i].text, language, head, interface); !word.empty()) {
        faults.add(rule::wide_allowance, phrases[i].at,
                   source::in_ticks(phrases[i].text) + " allows " + source::in_ticks(word) +
                       " in almost every text, also where a clinic praises itself; allow it with a word that says of "
                       "what, such as \"the best way\"");
        continue;
      }
      if (used.contains({language, i})) continue;
      faults.add(
          rule::unused_allowance, phrases[i].at,
          source::in_ticks(phrases[i].text) +
              " allows nothing: no card has these words with one in them that clinics may not use of themselves; "
              "correct it, or take it out");
    }
  }
}

// The drug names that the pack lists, and those in the values of its `names_from` variables, in any language.
std::vector<std::string> names_in_force(const content::PackFile& head) {
  std::vector<std::string> names = head.policy.drug_names;
  for (const content::PolicyName& variable : head.policy.names_from) {
    for (const auto& [language, values] : head.vars) {
      const auto value = values.find(variable.name);
      if (value == values.end()) continue;
      for (std::string& name : language::names_in(value->second)) names.push_back(std::move(name));
    }
  }
  return names;
}

bool is_naming_claim(const content::Policy& policy, const std::string& claim) {
  return std::any_of(policy.naming_claims.begin(), policy.naming_claims.end(),
                     [&claim](const content::PolicyName& naming) { return naming.name == claim; });
}

// "tells only the claim `C2`"
std::string what_it_may_tell(const content::Policy& policy) {
  if (policy.naming_claims.empty()) return "tells no claim";
  std::string claims = policy.naming_claims.size() == 1 ? "tells only the claim " : "tells only the claims ";
  for (std::size_t i = 0; i < policy.naming_claims.size(); ++i) {
    if (i > 0) claims += i + 1 == policy.naming_claims.size() ? " and " : ", ";
    claims += source::in_ticks(policy.naming_claims[i].name);
  }
  return claims;
}

// True, and a fault, if `shown` contains one of `names`.
bool names_drug(const ShownText& shown, const std::vector<std::string>& names, const content::Policy& policy,
                const std::string& language, source::FileFaults& faults) {
  const language::Phrases phrases(shown.text, language);
  const auto name = std::find_if(names.begin(), names.end(), [&](const std::string& n) { return phrases.contain(n); });
  if (name == names.end()) return false;
  source::Position at = place_of(*name, {}, shown.at, language, faults);
  // A name may come from a variable, which the file writes in braces.
  for (const content::PolicyName& variable : policy.names_from) {
    if (at == shown.at) at = faults.find(shown.at, "{" + variable.name + "}");
  }
  faults.add(rule::drug_name, at,
             "the drug name " + source::in_ticks(*name) +
                 " appears beside a use or a benefit, which the policy \"ca\" forbids; a card that names drugs " +
                 what_it_may_tell(policy));
  return true;
}

}  // namespace

void check_words(content::PackFiles& files, const std::vector<InterfaceWords>& interface,
                 source::Diagnostics& diagnostics) {
  const Pack& pack = files.head.pack;
  const content::Policy& policy = files.head.policy;
  const std::vector<std::string> names =
      policy.parts_names_from_uses ? names_in_force(files.head) : std::vector<std::string>();
  UsedAllowances used;
  for (content::CardFile& file : files.cards) {
    source::FileFaults faults(file.source, file.diagnostics);
    const std::vector<std::string>& claims = file.card.claims;
    const bool tells_more = std::any_of(
        claims.begin(), claims.end(), [&policy](const std::string& claim) { return !is_naming_claim(policy, claim); });
    for (std::size_t i = 0; i < file.card.text.size(); ++i) {
      const source::TomlValue* value = source::find_value(file.table, {"text", pack.languages[i]});
      const auto* table = value == nullptr ? nullptr : std::get_if<source::TomlTable>(&value->is);
      if (table == nullptr) continue;
      const std::vector<ShownText> texts = shown_texts(file.card.text[i], file.card.exhibit, *table);
      for (const ShownText& shown : texts) {
        check_lengths(shown, file.card.on_wall, pack.languages[i], faults);
        check_phrases(shown, pack.languages[i], word_check(interface, pack.languages[i]), files.head, used, faults);
      }
      if (!tells_more) continue;
      // Once per language is enough: the remedy is the same for the whole card.
      for (const ShownText& shown : texts) {
        if (names_drug(shown, names, policy, pack.languages[i], faults)) break;
      }
    }
  }
  if (content::could_read_every_card(files)) check_allowances(files.head, interface, used, diagnostics);
}

}  // namespace anteroom::checks
