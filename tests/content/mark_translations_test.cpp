#include "content/mark_translations.h"

#include "catch.h"
#include "review/text_hash.h"
#include "source/parse_toml.h"

using namespace anteroom;
using namespace anteroom::content;

namespace {

const std::vector<std::string> of_pack{"en", "fr", "es"};
const std::string english = "[text.en]\ntitle = \"A fold\"\nlead = \"It stays.\"\n";
const std::string french = "[text.fr]\ntitle = \"Un pli\"\nlead = \"Il reste.\"\n";

CardFile card_of(const std::string& text) {
  CardFile card;
  card.source = {"paper.toml", text, {}};
  source::FileFaults faults(card.source, card.diagnostics);
  card.table = source::parse_toml(card.source, faults).value();
  return card;
}

std::string hash_of(const std::string& text) {
  return review::text_hash(std::get<source::TomlTable>(source::find_value(card_of(text).table, {"text", "en"})->is));
}

MarkedCard marked(const std::string& text, const std::vector<std::string>& chosen = {},
                  Unchanged unchanged = Unchanged::refuse) {
  return mark_translations(text, card_of(text), of_pack, chosen, unchanged);
}

}  // namespace

TEST_CASE("a translation is stale from the first change of a word in the first language") {
  const std::string now = marked(english + french).bytes;
  CHECK(stale_translations(card_of(now), of_pack).empty());
  std::string changed = now;
  changed.replace(changed.find("It stays."), 9, "It goes. ");
  CHECK(stale_translations(card_of(changed), of_pack) == std::vector<std::string>{"fr"});
  CHECK(stale_translations(card_of(marked(changed, {}, Unchanged::mark).bytes), of_pack).empty());
  std::string mended = changed;
  mended.replace(mended.find("Il reste."), 9, "Il part. ");
  CHECK(stale_translations(card_of(mended), of_pack) == std::vector<std::string>{"fr"});
  CHECK(stale_translations(card_of(marked(mended).bytes), of_pack).empty());
}

TEST_CASE("a stale translation does not tell which text of the card has changed") {
  const std::string more =
      "[[text.en.pages]]\ntitle = \"Why\"\ntext = \"It is old.\"\n[[text.en.pages]]\ntitle = \"When\"\ntext = "
      "\"Now.\"\n[text.en.exhibit]\ninvite = \"Touch it.\"\n[text.en.exhibit.regions.jaw]\nlabel = \"Jaw\"\n";
  const auto changed = [&](const std::string& from, const std::string& to) {
    std::string text = marked(english + more + french).bytes;
    text.replace(text.find(from), from.size(), to);
    const CardFile card = card_of(text);
    return changed_texts(card, of_pack, stale_translations(card, of_pack));
  };
  using Texts = std::vector<std::string>;
  CHECK(changed("A fold", "Two folds") == Texts{"`title` (line 2)"});
  CHECK(changed("Now.", "Soon.") == Texts{"the text of page 2 (line 9)"});
  CHECK(changed("Touch it.", "Drag it.") == Texts{"the `invite` of the exhibit (line 11)"});
  CHECK(changed("\"Jaw\"", "\"Chin\"") == Texts{"the label of spot `jaw` (line 13)"});
  CHECK(changed("title = \"When\"\n", "") == Texts{"a text that has been removed"});
  CHECK(changed("lead = \"It stays.\"\n", "lead = \"It stays.\"\nask = \"Why?\"\n") == Texts{"`ask` (line 4)"});
  CHECK(changed("A fold", "A  fold").empty());
  // A mark of an earlier version of the program does not tell.
  const CardFile older = card_of(english + french + "translates = \"0123456789ab+0123456789ab\"\n");
  CHECK(changed_texts(older, of_pack, {"fr"}).empty());
}

TEST_CASE("a translation without a mark is taken to be right") {
  CHECK(stale_translations(card_of(english + french), of_pack).empty());
}

TEST_CASE("only the words of a text count") {
  const std::string hash = hash_of(english);
  CHECK(hash.size() == 12);
  CHECK(hash.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(hash_of("[text.en] # by Anne\nlead = '''\nIt\n  stays.'''\ntitle = \"A fold\"\n") == hash);
  CHECK(hash_of(english + "translates = \"0\"\n") == hash);
  CHECK(hash_of(english + "ask = \"Why?\"\n") != hash);
  CHECK(hash_of(english + "[[text.en.pages]]\ntitle = \"Why\"\n") != hash);
  // Moved from one text to the next.
  CHECK(hash_of("[text.en]\ntitle = \"A\"\nlead = \"fold It stays.\"\n") != hash);
  // é as one character, and as e with an accent.
  CHECK(hash_of("[text.en]\ntitle = \"caf\\u00e9\"\n") == hash_of("[text.en]\ntitle = \"cafe\\u0301\"\n"));
}

TEST_CASE("what cannot be marked is said and nothing is changed") {
  const std::string text = english + french;
  const auto fault = [&](const std::vector<std::string>& chosen) {
    const MarkedCard result = marked(text, chosen);
    CHECK(result.bytes == text);
    return result.fault;
  };
  CHECK(fault({"fr", "es"}) == "it has no text in `es`");
  CHECK(fault({"en"}) == "`en` is the first language of the pack, which the others translate");
  CHECK(fault({"fx"}) == "the pack has no language `fx`; it has `en` (English), `fr` (French), `es` (Spanish)");
  CHECK(marked(french).fault ==
        "it has no text in `en`, the first language of the pack, so there is nothing to translate");
}

TEST_CASE("a text that is marked already is left as it is") {
  const std::string once = marked(english + french, {"fr"}).bytes;
  const MarkedCard twice = marked(once, {"fr"});
  CHECK(twice.bytes == once);
  CHECK(twice.marked.empty());
  CHECK(twice.before == std::vector<std::string>{"fr"});
}

TEST_CASE("a translation that nobody had changed was believed to be of today") {
  std::string changed = marked(english + french).bytes;
  changed.replace(changed.find("It stays."), 9, "It goes. ");
  const MarkedCard refused = marked(changed);
  CHECK(refused.unchanged == std::vector<std::string>{"fr"});
  CHECK(refused.bytes == changed);
  // Neither an older mark nor that of `new language` tells what the translation was.
  for (const char* mark : {"0123456789ab", "0123456789ab++012345"}) {
    const std::string unknown = english + french + "translates = \"" + mark + "\"\n";
    CHECK(marked(unknown).unknown == std::vector<std::string>{"fr"});
    CHECK(marked(unknown).bytes == unknown);
    CHECK(marked(unknown, {}, Unchanged::mark).bytes != unknown);
  }
  // One that is right is written with what the translation is now.
  const std::string right = english + french + "translates = \"" + hash_of(english) + "\"\n";
  CHECK(marked(right).before == std::vector<std::string>{"fr"});
  CHECK(marked(right).bytes.find(hash_of(english) + "+") != std::string::npos);
}

TEST_CASE("a translation that is still a copy of the first language is marked, and told to be one") {
  const std::string copy = "[text.fr]\ntitle = \"A fold\"\nlead = \"It stays.\"\n";
  const MarkedCard once = marked(english + copy);
  CHECK(once.marked == std::vector<std::string>{"fr"});
  CHECK(once.copies == std::vector<std::string>{"fr"});
  const MarkedCard again = marked(once.bytes);
  CHECK(again.before == std::vector<std::string>{"fr"});
  CHECK(again.copies == std::vector<std::string>{"fr"});
  CHECK(marked(english + french).copies.empty());
}
