#include "scene/spoken.h"

#include <algorithm>
#include <random>

#include "catch.h"
#include "scene/palette.h"
#include "text/fake_fonts.h"

using namespace anteroom;
using namespace anteroom::scene;

namespace {

const SpokenWords words{"Picture: {text}", "{label}, chosen"};
using Phrases = std::vector<std::string>;

Text spoken_text(Rect box, const std::string& utf8, const std::string& language = "en") {
  static text::FakeFonts fonts;
  text::Layout layout =
      text::lay_out(utf8, {language, text::Weight::regular, 10, 1.42, text::Align::start}, box.w, fonts);
  return {box, std::move(layout), TextRole::body, palette::ink};
}

Picture spoken_picture(const std::string& alt, const std::string& language) {
  Picture picture;
  picture.box = {0, 0, 100, 75};
  picture.file = "/pictures/a.svg";
  picture.alt = alt;
  picture.language = language;
  return picture;
}

Target spoken_target(Rect box, const std::string& label, const std::string& spoken = {}, bool chosen = false) {
  Target made{box, "id", ShowNext{}, label};
  made.spoken = spoken;
  made.chosen = chosen;
  return made;
}

Target captioned(Rect box, const std::string& label, const std::string& spoken, const std::string& caption) {
  Target made = spoken_target(box, label, spoken);
  made.caption = caption;
  return made;
}

Scene scene_of(std::vector<Item> items, const std::string& language = "en") {
  Scene scene;
  scene.language = language;
  scene.width_mm = 476;
  scene.height_mm = 268;
  scene.items = std::move(items);
  return scene;
}

Phrases said(const Scene& scene) {
  Phrases all;
  for (const SpokenPart& part : spoken(scene, words)) all.push_back(part.text);
  return all;
}

constexpr Rect key{10, 230, 60, 30};
constexpr Rect whole{0, 0, 476, 268};

}  // namespace

TEST_CASE("a screen is spoken in the order of its items and sentence by sentence") {
  const Scene scene = scene_of({spoken_text({10, 10, 200, 20}, "Topic"), spoken_text({10, 40, 200, 20}, "A title"),
                                spoken_text({10, 70, 300, 60}, "One. Two?\nThree"),
                                Picture{{300, 10, 100, 100}, "/p.svg", "A disc.", {}, false},
                                Target{whole, "card", OpenCard{}, "A title", true}, spoken_text(key, "Next"),
                                spoken_target(key, "Next"), spoken_target({100, 230, 30, 30}, "Pause")});
  CHECK(said(scene) == Phrases{"Topic", "A title", "One.", "Two?", "Three", "Picture: A disc.", "Next", "Pause"});
}

TEST_CASE("each part names the item that shows it and a sentence its position") {
  const std::vector<SpokenPart> parts =
      spoken(scene_of({Fill{key, palette::mist, 0, 0, {}}, spoken_text(whole, "One. Two.\nThree."),
                       spoken_target(key, "Next")}),
             words);
  REQUIRE(parts.size() == 4);
  CHECK(parts[1].item == 1);
  CHECK(parts[1].sentence == language::Sentence{"Two.", 0, 5, 9});
  CHECK(parts[2].sentence == language::Sentence{"Three.", 1, 0, 6});
  CHECK(parts[3].item == 2);
  CHECK_FALSE(parts[3].sentence);
}

TEST_CASE("what can be touched is spoken once and includes everything that it shows") {
  struct Row {
    std::string what;
    std::vector<Item> items;
    Phrases said;
  };
  const std::vector<Row> table{
      {"a word on a button", {spoken_text(key, "Next"), spoken_target(key, "Next")}, {"Next"}},
      {"an icon alone", {Picture{key, "/i/next.svg", "", palette::teal, false}, spoken_target(key, "Next")}, {"Next"}},
      {"a sign", {spoken_text(key, "Aa"), spoken_target(key, "Aa", "Helps")}, {"Helps"}},
      {"a sign without its letters", {spoken_target(key, "Aa", "Helps")}, {"Helps"}},
      {"a chosen one", {spoken_text(key, "English"), spoken_target(key, "English", "", true)}, {"English, chosen"}},
      {"a chosen one without words", {spoken_target(key, "English", "", true)}, {"English, chosen"}},
      {"a chosen sign", {spoken_text(key, "Aa"), spoken_target(key, "Aa", "Helps", true)}, {"Helps, chosen"}},
      {"a word elsewhere", {spoken_text({200, 10, 100, 20}, "Next"), spoken_target(key, "Next")}, {"Next", "Next"}},
      {"the title of the card under all",
       {spoken_text(key, "A title"), Target{whole, "card", OpenCard{}, "A title", true}},
       {"A title"}},
      {"a card without its title",
       {spoken_text(key, "A lead."), Target{whole, "card", OpenCard{}, "A title", true}},
       {"A lead.", "A title"}},
      {"other words on a chosen one",
       {spoken_text(key, "English"), spoken_text(key, "A note."), spoken_target(key, "English", "", true)},
       {"A note.", "English, chosen"}},
      {"a caption, which is for the eye",
       {spoken_text(key, "Adjust"), captioned(key, "Aa", "Helps", "Adjust")},
       {"Helps"}},
      {"several sentences on a button",
       {spoken_text(key, "One. Two."), spoken_target(key, "One. Two.")},
       {"One.", "Two."}},
      {"isolates on one side alone",
       {spoken_text(key, "Text \u20682\u2069"), spoken_target(key, "Text 2")},
       {"Text 2"}},
      {"a handle, whose twins say it", {Handle{key, "Drag", key}}, {}},
  };
  for (const Row& row : table) {
    INFO(row.what);
    CHECK(said(scene_of(row.items)) == row.said);
  }
}

TEST_CASE("a target alone is spoken as its label or the words that replace it") {
  CHECK(spoken_label(spoken_target(key, "Next"), words) == "Next");
  CHECK(spoken_label(spoken_target(key, "Aa", "Helps"), words) == "Helps");
  CHECK(spoken_label(spoken_target(key, "English", "", true), words) == "English, chosen");
  CHECK(spoken_label(spoken_target(key, "\u2068150%\u2069", "", true), words) == "150%, chosen");
  CHECK(spoken_label(spoken_target(key, "English", "", true), SpokenWords{}) == "English");
}

TEST_CASE("decoration is silent") {
  CHECK(said(scene_of({Picture{key, "/i.svg", "", {}, false}, Fill{key, palette::mist, 0, 0, {}},
                       Code{{1, 1, 20, 20}, "https://example.org"}, spoken_text(key, " ")}))
            .empty());
}

TEST_CASE("bidi controls and bullets are never spoken") {
  const std::vector<std::string> signs{"\u061C", "\u200E", "\u200F", "\u202A", "\u202B", "\u202C", "\u202D",
                                       "\u202E", "\u2066", "\u2067", "\u2068", "\u2069", "\u2022"};
  for (const std::string& sign : signs) {
    for (const std::string language : {"en", "ar"}) {
      const std::string marked = std::string("Call ").append(sign).append("911").append(sign).append(" now");
      const Scene scene = scene_of({spoken_text(key, marked, language), spoken_target(key, marked),
                                    Picture{key, "/p.svg", marked, {}, false}, spoken_target(key, "x", marked, true)},
                                   language);
      INFO(marked);
      CHECK(said(scene) == Phrases{"Call 911 now", "Picture: Call 911 now", "Call 911 now, chosen"});
    }
  }
  CHECK(said(scene_of({spoken_text(whole, "\u2022 One.\n\u2022 Two.")})) == Phrases{"One.", "Two."});
  // Letters that share bytes with them stay.
  CHECK(said(scene_of({spoken_text(whole, "It\u2019s \u201Cso\u201D \u2013 \u20AC5\u2026")})) ==
        Phrases{"It\u2019s \u201Cso\u201D \u2013 \u20AC5\u2026"});
}

TEST_CASE("sentences end by the rules of the screen's language") {
  CHECK(said(scene_of({spoken_text(whole, "\u4F60\u597D\u3002\u518D\u89C1\u3002", "zh-Hans")}, "zh-Hans")) ==
        Phrases{"\u4F60\u597D\u3002", "\u518D\u89C1\u3002"});
  CHECK(said(scene_of({spoken_text(whole, "\u0A39\u0A48\u0964 \u0A15\u0A40?", "pa")}, "pa")) ==
        Phrases{"\u0A39\u0A48\u0964", "\u0A15\u0A40?"});
}

TEST_CASE("every visible text of any screen is spoken") {
  std::mt19937 random(2026);
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
  const std::vector<std::string> texts{"Next",
                                       "One. Two.",
                                       "Dr. A. Roy wrote it. Ask.",
                                       "A title\nand a text.",
                                       "150%",
                                       "\u2022 First.\n\u2022 Second.",
                                       "Call \u2068911\u2069.",
                                       "\u4F60\u597D\u3002"};
  const auto bare = [](const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const std::string three = text.substr(i, 3);
      if (three == "\u2022" || three == "\u2068" || three == "\u2069") {
        i += 2;
      } else if (text[i] != ' ' && text[i] != '\n') {
        out += text[i];
      }
    }
    return out;
  };
  for (int round = 0; round < 2000; ++round) {
    std::vector<Item> items;
    for (std::size_t i = 0; i < 1 + below(6); ++i) {
      const Rect box{static_cast<double>(below(4)) * 110, static_cast<double>(below(4)) * 60, 100, 50};
      const std::string& text = texts[below(texts.size())];
      if (below(4) != 0) items.emplace_back(spoken_text(box, text));
      if (below(3) == 0) items.emplace_back(Picture{box, "/p.svg", below(2) == 0 ? text : "", {}, false});
      // On the text before it, or with words of its own.
      if (below(2) == 0)
        items.emplace_back(spoken_target(box, below(2) == 0 ? text : texts[below(texts.size())], "", below(3) == 0));
    }
    const Scene scene = scene_of(items);
    std::string all;
    for (const std::string& part : said(scene)) all += bare(part) + "|";
    std::string joined = all;
    std::erase(joined, '|');
    for (const Item& item : items) {
      const Text* text = std::get_if<Text>(&item);
      if (text == nullptr) continue;
      INFO(text->layout.text << " in " << all);
      REQUIRE(joined.find(bare(text->layout.text)) != std::string::npos);
    }
  }
}

TEST_CASE("words in another language than the screen's are spoken by that language's voice") {
  const std::vector<SpokenPart> parts =
      spoken(scene_of({spoken_text({200, 10, 200, 20}, "Cette fiche est en anglais", "fr"),
                       spoken_text({200, 40, 200, 20}, "Flu shots", "en"), spoken_picture("A nurse.", "en"),
                       spoken_picture("Une infirmière.", "")},
                      "fr"),
             words);
  std::string said;
  for (const SpokenPart& part : parts)
    said.append("[").append(part.language).append("] ").append(part.text).append("\n");
  CHECK(said == "[] Cette fiche est en anglais\n[en] Flu shots\n[en] A nurse.\n[] Picture: Une infirmière.\n");
}

TEST_CASE("of a target that repeats another nothing is said, not even what is written on it") {
  Target row = spoken_target(key, "Migraine");
  row.repeats = true;
  const Scene scene = scene_of({spoken_text(key, "Migraine"), row, spoken_target({100, 100, 30, 30}, "Migraine")});
  CHECK(said(scene) == Phrases{"Migraine"});
}
